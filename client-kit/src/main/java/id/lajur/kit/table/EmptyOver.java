package id.lajur.kit.table;

import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;

/** What an empty table says, over its rows. */
final class EmptyOver extends JLayeredPane {
  private static final int HEAD = 38;

  private final JComponent below;
  private final JComponent over;

  EmptyOver(JComponent below, JComponent over) {
    this.below = below;
    this.over = over;
    add(below, DEFAULT_LAYER);
    add(over, PALETTE_LAYER);
  }

  @Override
  public void doLayout() {
    below.setBounds(0, 0, getWidth(), getHeight());
    over.setBounds(16, HEAD, Math.max(0, getWidth() - 32), Math.max(0, getHeight() - HEAD));
  }

  @Override
  public Dimension getPreferredSize() {
    return below.getPreferredSize();
  }

  @Override
  public Dimension getMinimumSize() {
    return below.getMinimumSize();
  }
}

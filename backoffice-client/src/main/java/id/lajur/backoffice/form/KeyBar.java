package id.lajur.backoffice.form;

import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The foot of a screen, from edge to edge: its keys at the left, the one way on at the right. Of
 * one height on every screen, so that no key moves when one goes from one to the next.
 */
public final class KeyBar extends JPanel {
  /** How high it is, px at 100 %. */
  public static final int HEIGHT = 84;

  /** How far the first key and the last are from the edge. */
  public static final int EDGE = 16;

  /** How far the keys are from its top. */
  public static final int TOP = 12;

  /** How high each key is. */
  public static final int KEY = HEIGHT - 2 * TOP;

  /** How wide the way on is, where its words need no more. */
  public static final int MAIN = 172;

  /** Of keys alone. */
  public KeyBar() {
    this("[grow][]");
  }

  /**
   * @param columns as MigLayout writes them; whatever stands in them is as high as a key
   */
  public KeyBar(String columns) {
    super(
        new MigLayout(
            "insets %d %d %d %d, gap 8, hidemode 3".formatted(TOP, EDGE, TOP, EDGE),
            columns,
            "[" + KEY + "!,fill]"));
    setOpaque(false);
  }

  /** Shows these keys instead of those before; the last one of {@code ways} is the way on. */
  public void keys(List<KeyButton> keys, List<KeyButton> ways) {
    removeAll();
    add(row(keys), "growx, wmin 0");
    add(row(ways), "");
    revalidate();
    repaint();
  }

  /** Puts the way on at the right. */
  public void main(KeyButton way) {
    add(way, "w " + MAIN + "::");
  }

  private static JPanel row(List<KeyButton> keys) {
    var row = new JPanel(new MigLayout("insets 0, gap 8", "", "[" + KEY + "!,fill]"));
    row.setOpaque(false);
    keys.forEach(key -> row.add(key, "growy"));
    return row;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(super.getPreferredSize().width, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.SURFACE.color());
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setColor(Token.LINE.color());
    g.fillRect(0, 0, getWidth(), 1);
  }
}

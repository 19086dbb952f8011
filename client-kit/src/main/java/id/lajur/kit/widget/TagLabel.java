package id.lajur.kit.widget;

import id.lajur.kit.theme.Fonts;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;

/** A {@link Tag} where components stand. */
public final class TagLabel extends JComponent {
  private static final float SIZE = 13.5f;
  private static final int HEIGHT = 24;

  private Tag tag;

  public TagLabel(Tag tag) {
    this.tag = tag;
  }

  /** Shows another one. */
  public void show(Tag other) {
    tag = other;
    revalidate();
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Math.round(Draw.width(tag.words(), Fonts.semiBold(SIZE))) + 17, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      float unused =
          new Draw(own)
              .tag(tag.words(), tag.tone().ground(), tag.tone().ink(), 0, getHeight() / 2f);
    } finally {
      own.dispose();
    }
  }
}

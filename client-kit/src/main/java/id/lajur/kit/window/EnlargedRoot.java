package id.lajur.kit.window;

import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JRootPane;

/**
 * Everything in it has its place and size in px at 100 %; only this pane itself is measured in px
 * of the screen.
 */
final class EnlargedRoot extends JRootPane {
  private static final long serialVersionUID = 1L;

  private int percent = EnlargedFrame.LEAST_PERCENT;
  private Dimension least = new Dimension();

  void leastRoom(Dimension room) {
    least = room;
  }

  void enlarge(int newPercent) {
    percent = newPercent;
    revalidate();
    repaint();
  }

  int percent() {
    return percent;
  }

  /** How many px of the screen one px of the content takes now, from 1. */
  double factor() {
    double asked = percent / 100.0;
    if (getWidth() == 0 || least.width == 0) { // no size yet
      return asked;
    }
    double fits = Math.min((double) getWidth() / least.width, (double) getHeight() / least.height);
    return Math.max(1, Math.min(asked, fits));
  }

  /** Where a point of its window stands in the content's own measure. */
  int contentX(int x) {
    return getX() + (int) Math.floor((x - getX()) / factor());
  }

  int contentY(int y) {
    return getY() + (int) Math.floor((y - getY()) / factor());
  }

  /** The room that the content has, in px at 100 %. */
  Rectangle room() {
    double factor = factor();
    return new Rectangle(
        (int) Math.ceil(getWidth() / factor), (int) Math.ceil(getHeight() / factor));
  }

  @Override
  protected LayoutManager createRootLayout() {
    return new Within();
  }

  @Override
  protected void paintChildren(Graphics graphics) {
    Graphics2D own = (Graphics2D) graphics.create();
    try {
      own.scale(factor(), factor());
      super.paintChildren(own);
    } finally {
      own.dispose();
    }
  }

  /** Whatever in it is to be painted anew is painted from here on, where it is enlarged. */
  @Override
  protected boolean isPaintingOrigin() {
    return factor() != 1;
  }

  @Override
  public void paintImmediately(int x, int y, int width, int height) {
    double factor = factor();
    int left = (int) Math.floor(x * factor);
    int top = (int) Math.floor(y * factor);
    // A px more on every side: letters are smoothed beyond the edge of their own.
    super.paintImmediately(
        left - 1,
        top - 1,
        (int) Math.ceil((x + width) * factor) - left + 2,
        (int) Math.ceil((y + height) * factor) - top + 2);
  }

  /** Gives the layers the room that is left of this pane's when it is enlarged. */
  private final class Within extends RootLayout {
    private static final long serialVersionUID = 1L;

    @Override
    public Dimension preferredLayoutSize(Container parent) {
      return enlarged(super.preferredLayoutSize(parent));
    }

    private Dimension enlarged(Dimension size) {
      return new Dimension(size.width * percent / 100, size.height * percent / 100);
    }

    @Override
    public void layoutContainer(Container parent) {
      Rectangle room = room();
      getLayeredPane().setBounds(room);
      getGlassPane().setBounds(room);
      getContentPane().setBounds(room);
    }
  }
}

package id.lajur.kit.widget;

import id.lajur.kit.theme.Token;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** The lane that the name means, running away to the top of a dark panel. */
public final class Road {
  private static final int DASHES = 7;
  private static final int STEP = 83;
  private static final int DASH = 40;

  /** From its middle to its outer edge, where it is nearest. */
  private static final float HALF = 6 + 98 + 18;

  private Road() {}

  /**
   * Paints it where words leave room: its middle at four fifths of the panel where that is free,
   * narrower and further right where it is not; dashes above the place are left out.
   *
   * @param width of the panel from the window's left edge, px
   * @param free the place without words, px; the road's foot is 30 px above its end
   */
  public static void paint(Graphics2D g, int width, Rectangle free) {
    Shape whole = g.getClip();
    g.clipRect(free.x, free.y, free.width, free.height);
    int bottom = free.y + free.height - 30;
    float centre = centre(width, free);
    float broad = broad(width, free);
    for (int i = 0; i < DASHES && bottom - i * STEP - DASH >= free.y; i++) {
      float near = 1 - i / 7.5f;
      int y = bottom - i * STEP;
      int alpha = Math.round(170 * near);
      float mid = broad * (2 + 16 * near);
      float out = broad * (6 + 98 * near * near);
      Color amber = Token.AMBER.color();
      g.setColor(new Color(amber.getRed(), amber.getGreen(), amber.getBlue(), alpha));
      dash(g, centre - mid / 2, y, mid, 0);
      Color pale = Token.ON_PANEL2.color();
      g.setColor(new Color(pale.getRed(), pale.getGreen(), pale.getBlue(), alpha / 3));
      dash(g, centre - out - mid, y, mid * 1.1f, broad * 15 * near);
      dash(g, centre + out, y, mid * 1.1f, broad * -15 * near);
    }
    g.setClip(whole);
  }

  static float centre(int width, Rectangle free) {
    float usual = width * 0.8f;
    return usual - HALF >= free.x ? usual : Math.max(usual, free.x + free.width / 2f);
  }

  /** 1 where there is room for all of it, less where it is narrower. */
  static float broad(int width, Rectangle free) {
    return Math.max(0, Math.min(1, (centre(width, free) - free.x) / HALF));
  }

  private static void dash(Graphics2D g, float x, float bottom, float width, float lean) {
    var path = new Path2D.Float();
    path.moveTo(x, bottom);
    path.lineTo(x + lean, bottom - DASH);
    path.lineTo(x + lean + width * .94f, bottom - DASH);
    path.lineTo(x + width, bottom);
    path.closePath();
    g.fill(path);
  }
}

package id.lajur.kit.widget;

import id.lajur.kit.theme.Token;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** The lane that the name means, running away to the top of a dark panel. */
public final class Road {
  private static final int DASHES = 7;
  private static final int STEP = 83;

  private Road() {}

  /** Paints it into a panel from the window's left edge, {@code width} by {@code height} px. */
  public static void paint(Graphics2D g, int width, int height) {
    Shape whole = g.getClip();
    g.clipRect(0, 0, width, height);
    int bottom = height - 30;
    int centre = Math.round(width * 0.8f);
    for (int i = 0; i < DASHES; i++) {
      float near = 1 - i / 7.5f;
      int y = bottom - i * STEP;
      int alpha = Math.round(170 * near);
      float mid = 2 + 16 * near;
      float out = 6 + 98 * near * near;
      Color amber = Token.AMBER.color();
      g.setColor(new Color(amber.getRed(), amber.getGreen(), amber.getBlue(), alpha));
      dash(g, centre - mid / 2, y, mid, 0);
      Color pale = Token.ON_PANEL2.color();
      g.setColor(new Color(pale.getRed(), pale.getGreen(), pale.getBlue(), alpha / 3));
      dash(g, centre - out - mid, y, mid * 1.1f, 15 * near);
      dash(g, centre + out, y, mid * 1.1f, -15 * near);
    }
    g.setClip(whole);
  }

  private static void dash(Graphics2D g, float x, float bottom, float width, float lean) {
    var path = new Path2D.Float();
    path.moveTo(x, bottom);
    path.lineTo(x + lean, bottom - 40);
    path.lineTo(x + lean + width * .94f, bottom - 40);
    path.lineTo(x + width, bottom);
    path.closePath();
    g.fill(path);
  }
}

package id.lajur.kit.widget;

import id.lajur.kit.theme.Token;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Three lanes, the middle one lit. */
public final class Logo {
  private Logo() {}

  /** Paints it on a dark ground, its upper left corner at a point, {@code height} px high. */
  public static void paint(Graphics2D g, float x, float y, float height) {
    paint(g, Token.ON_PANEL, x, y, height);
  }

  /**
   * As above, on any ground.
   *
   * @param outer colour of the two lanes beside the lit one
   */
  public static void paint(Graphics2D g, Token outer, float x, float y, float height) {
    float w = height * 0.28f;
    for (int i = 0; i < 3; i++) {
      float left = x + i * height * 0.35f;
      var bar = new Path2D.Float();
      bar.moveTo(left + height * 0.11f, y);
      bar.lineTo(left + height * 0.11f + w * .75f, y);
      bar.lineTo(left + w * .75f, y + height);
      bar.lineTo(left, y + height);
      bar.closePath();
      g.setColor(i == 1 ? Token.AMBER.color() : outer.color());
      g.fill(bar);
    }
  }
}

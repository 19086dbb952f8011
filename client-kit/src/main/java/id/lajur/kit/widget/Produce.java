package id.lajur.kit.widget;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Locale;

/** Small pictures of loose goods: a round or long body in the good's colour, a leaf, a light. */
final class Produce {
  private static final Color LEAF = new Color(0x3E9B4F);

  private Produce() {}

  static void paint(Graphics2D g, String label, Color color, float x, float y, float size) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      own.translate(x, y);
      own.scale(size / 34.0, size / 34.0);
      String name = label.toLowerCase(Locale.ROOT);
      if (name.startsWith("cabai") || name.startsWith("wortel")) {
        slender(own, color);
      } else if (name.startsWith("pisang")) {
        crescent(own, color);
      } else if (name.startsWith("semangka")) {
        slice(own, color);
      } else if (name.startsWith("roti") || name.startsWith("es ")) {
        block(own, color);
      } else if (name.startsWith("bayam")) {
        leaves(own);
      } else if (name.startsWith("telur") || name.startsWith("kentang")) {
        body(own, color, new Ellipse2D.Float(5, 4, 24, 28));
      } else {
        body(own, color, new Ellipse2D.Float(3, 6, 28, 26));
        leaf(own, 17, 8);
      }
    } finally {
      own.dispose();
    }
  }

  private static void body(Graphics2D g, Color color, Ellipse2D shape) {
    g.setColor(color);
    g.fill(shape);
    g.setColor(new Color(255, 255, 255, 90));
    g.fill(new Ellipse2D.Float(9, 12, 7, 6));
  }

  private static void leaf(Graphics2D g, float x, float y) {
    var leaf = new Path2D.Float();
    leaf.moveTo(x, y + 3);
    leaf.curveTo(x - 10, y + 3, x - 9, y - 4, x - 1, y);
    leaf.curveTo(x + 1, y - 7, x + 9, y - 5, x, y + 3);
    leaf.closePath();
    g.setColor(LEAF);
    g.fill(leaf);
  }

  private static void slender(Graphics2D g, Color color) {
    var shape = new Path2D.Float();
    shape.moveTo(24, 5);
    shape.curveTo(33, 10, 27, 27, 5, 32);
    shape.curveTo(15, 22, 15, 12, 24, 5);
    shape.closePath();
    g.setColor(color);
    g.fill(shape);
    leaf(g, 25, 6);
  }

  private static void crescent(Graphics2D g, Color color) {
    var shape = new Path2D.Float();
    shape.moveTo(5, 4);
    shape.curveTo(3, 22, 16, 33, 32, 29);
    shape.curveTo(22, 25, 13, 18, 10, 3);
    shape.closePath();
    g.setColor(color);
    g.fill(shape);
    g.setColor(color.darker());
    g.fillRoundRect(5, 1, 5, 6, 3, 3);
  }

  private static void slice(Graphics2D g, Color color) {
    g.setColor(LEAF);
    g.fillArc(1, -8, 32, 38, 180, 180);
    g.setColor(Color.WHITE);
    g.fillArc(4, -5, 26, 32, 180, 180);
    g.setColor(color);
    g.fillArc(6, -3, 22, 28, 180, 180);
    g.setColor(new Color(0x3A1414));
    for (int i = 0; i < 3; i++) {
      g.fillOval(10 + i * 6, 14 + i % 2 * 4, 2, 4);
    }
  }

  private static void block(Graphics2D g, Color color) {
    g.setColor(color.darker());
    g.fillRoundRect(3, 5, 28, 26, 10, 10);
    g.setColor(color);
    g.fillRoundRect(7, 9, 20, 19, 6, 6);
  }

  private static void leaves(Graphics2D g) {
    g.setColor(LEAF.darker());
    g.fill(new Ellipse2D.Float(2, 8, 14, 20));
    g.fill(new Ellipse2D.Float(18, 8, 14, 20));
    g.setColor(LEAF);
    g.fill(new Ellipse2D.Float(9, 3, 16, 26));
    g.setColor(new Color(255, 255, 255, 150));
    g.fillRect(16, 10, 2, 20);
  }
}

package id.lajur.kit.widget;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Line icons on a grid of 24, one stroke each; a word always stands beside them. */
public enum Icon {
  CHECK("M4 13 L10 19 L20 6"),
  CROSS("M6 6 L18 18 M18 6 L6 18"),
  WARNING("M12 3 L22 20 L2 20 Z M12 10 L12 14 M12 16.8 L12 17.2"),
  INFO("O12 12 9 M12 11 L12 16.5 M12 7.4 L12 7.8"),
  LOCK("M5 11 L19 11 L19 20 L5 20 Z M8 11 L8 8 C8 3 16 3 16 8 L16 11 M12 14.5 L12 16.5"),
  SEARCH("O10.5 10.5 6.5 M15.3 15.3 L21 21"),
  SERVER("M3 4 L21 4 L21 11 L3 11 Z M3 13 L21 13 L21 20 L3 20 Z M6.5 7.5 L8 7.5 M6.5 16.5 L8 16.5"),
  PRINTER("M7 9 L7 3 L17 3 L17 9 M7 17 L3 17 L3 9 L21 9 L21 17 L17 17 M7 14 L17 14 L17 21 L7 21 Z"),
  SCREEN("M3 4 L21 4 L21 16 L3 16 Z M9 20 L15 20 M12 16 L12 20"),
  DRAWER("M3 5 L21 5 L21 19 L3 19 Z M3 12 L21 12 M10 15.5 L14 15.5"),
  TAG("M3 12 L12 3 L21 3 L21 12 L12 21 Z M16.5 7.2 L16.5 7.6"),
  SCALE("M5 4 L19 4 M12 4 L12 8 M4 20 L20 20 L18 8 L6 8 Z M12 16 L14 12"),
  CLOCK("O12 12 9 M12 7 L12 12 L15.5 14"),
  ARROW_LEFT("M20 12 L4 12 M10 6 L4 12 L10 18"),
  PULSE("M2 12 L7 12 L10 4 L14 20 L17 12 L22 12"),
  TRUCK(
      "M2 6 L14 6 L14 16 L2 16 Z M14 10 L18.5 10 L22 13 L22 16 L14 16 M6.5 17.5 L6.5 17.6"
          + " O6.5 18 2 O17.5 18 2"),
  BOX(
      "M12 2.5 L21 7.5 L21 16.5 L12 21.5 L3 16.5 L3 7.5 Z M3 7.5 L12 12.5 L21 7.5 M12 12.5 L12 21.5"),
  PEOPLE(
      "O9 8 3.5 M2.5 20 C2.5 14 15.5 14 15.5 20 M16 4.8 C19.5 5.5 19.5 10.5 16 11.2"
          + " M18 14.6 C20.5 15.4 21.5 17.5 21.5 20"),
  PERSON("O12 8 4 M4.5 21 C4.5 13.5 19.5 13.5 19.5 21"),
  BOOK(
      "M12 6 C9 4 5.5 4 2.5 4.5 L2.5 19 C5.5 18.5 9 18.5 12 20.5 C15 18.5 18.5 18.5 21.5 19"
          + " L21.5 4.5 C18.5 4 15 4 12 6 L12 20.5"),
  BARS("M5 20 L5 13 M12 20 L12 4 M19 20 L19 9"),
  GEAR(
      "O12 12 3.5 M12 2.5 L12 5.5 M12 18.5 L12 21.5 M2.5 12 L5.5 12 M18.5 12 L21.5 12"
          + " M5.3 5.3 L7.4 7.4 M16.6 16.6 L18.7 18.7 M5.3 18.7 L7.4 16.6 M16.6 7.4 L18.7 5.3"),
  BARCODE("M3 5 L3 19 M7 5 L7 19 M10 5 L10 19 M14 5 L14 19 M17 5 L17 19 M21 5 L21 19"),
  PLUS("M12 5 L12 19 M5 12 L19 12"),
  DOWNLOAD("M12 3 L12 15 M7 10.5 L12 15.5 L17 10.5 M4 20 L20 20");

  @SuppressWarnings("ImmutableEnumChecker") // drawn once, only read afterwards
  private final Path2D path;

  Icon(String drawing) {
    path = parse(drawing);
  }

  public void paint(Graphics2D g, Color color, float x, float y, float size) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      own.transform(AffineTransform.getTranslateInstance(x, y));
      own.scale(size / 24f, size / 24f);
      own.setColor(color);
      own.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      own.draw(path);
    } finally {
      own.dispose();
    }
  }

  private static Path2D parse(String drawing) {
    var path = new Path2D.Float();
    String[] words = drawing.replaceAll("([MLCZO])", " $1 ").strip().split("\\s+", -1);
    for (int i = 0; i < words.length; ) {
      switch (words[i]) {
        case "M" -> path.moveTo(number(words, i + 1), number(words, i + 2));
        case "L" -> path.lineTo(number(words, i + 1), number(words, i + 2));
        case "C" ->
            path.curveTo(
                number(words, i + 1),
                number(words, i + 2),
                number(words, i + 3),
                number(words, i + 4),
                number(words, i + 5),
                number(words, i + 6));
        case "O" -> {
          float r = number(words, i + 3);
          path.append(
              new Ellipse2D.Float(number(words, i + 1) - r, number(words, i + 2) - r, 2 * r, 2 * r),
              false);
        }
        default -> path.closePath();
      }
      i +=
          switch (words[i]) {
            case "M", "L" -> 3;
            case "C" -> 7;
            case "O" -> 4;
            default -> 1;
          };
    }
    return path;
  }

  private static float number(String[] words, int i) {
    return Float.parseFloat(words[i]);
  }
}

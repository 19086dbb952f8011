package id.lajur.kit.theme;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/**
 * Writes figures of equal width, so that the digits of a column stand under each other: Inter's are
 * proportional, and Java cannot switch on the font's own tabular figures. Each digit is centred in
 * the width of "0". From 30 px up a number stands alone and is written as it is.
 */
public final class Figures {
  /** The font size, in px, from which a number is written as it is. */
  public static final float ALONE_FROM_PX = 30f;

  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private static final Map<Font, float[]> DIGITS = new ConcurrentHashMap<>();

  private Figures() {}

  /** Width in px of the text as {@link #draw} writes it. */
  public static float width(String text, Font font) {
    if (font.getSize2D() >= ALONE_FROM_PX) {
      return advance(text, font);
    }
    float[] digits = digits(font);
    float zero = digits[0];
    float width = 0;
    for (int start = 0; start < text.length(); ) {
      int end = endOfPiece(text, start);
      width += isDigit(text.charAt(start)) ? zero : advance(text.substring(start, end), font);
      start = end;
    }
    return width;
  }

  /** Writes from {@code x} to the right in the graphics' own font and colour. */
  public static void draw(Graphics2D g, String text, float x, float baseline) {
    Font font = g.getFont();
    if (font.getSize2D() >= ALONE_FROM_PX) {
      g.drawString(text, x, baseline);
      return;
    }
    float[] digits = digits(font);
    float zero = digits[0];
    float at = x;
    for (int start = 0; start < text.length(); ) {
      int end = endOfPiece(text, start);
      String piece = text.substring(start, end);
      boolean digit = isDigit(text.charAt(start));
      float advance = digit ? digits[text.charAt(start) - '0'] : advance(piece, font);
      g.drawString(piece, digit ? at + (zero - advance) / 2 : at, baseline);
      at += digit ? zero : advance;
      start = end;
    }
  }

  /** Writes so that the text ends at {@code right}. */
  public static void drawRight(Graphics2D g, String text, float right, float baseline) {
    draw(g, text, right - width(text, g.getFont()), baseline);
  }

  /** Paints a label's text with these figures, at the label's own side; icons are left out. */
  static void paintLabel(JLabel label, Graphics2D g) {
    String text = label.getText();
    if (text == null || text.isEmpty()) {
      return;
    }
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setFont(label.getFont());
    g.setColor(label.getForeground());
    Insets insets = label.getInsets();
    var metrics = g.getFontMetrics();
    int height = label.getHeight() - insets.top - insets.bottom;
    float baseline = insets.top + (height - metrics.getHeight()) / 2f + metrics.getAscent();
    switch (label.getHorizontalAlignment()) {
      case SwingConstants.RIGHT, SwingConstants.TRAILING ->
          drawRight(g, text, label.getWidth() - insets.right, baseline);
      case SwingConstants.CENTER -> {
        float middle = (insets.left + label.getWidth() - insets.right) / 2f;
        draw(g, text, middle - width(text, label.getFont()) / 2, baseline);
      }
      default -> draw(g, text, insets.left, baseline);
    }
  }

  private static int endOfPiece(String text, int start) {
    if (isDigit(text.charAt(start))) {
      return start + 1;
    }
    int end = start + 1;
    while (end < text.length() && !isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The ten digits' own widths; measuring is the dear part of painting a column. */
  private static float[] digits(Font font) {
    return DIGITS.computeIfAbsent(
        font,
        f -> {
          float[] widths = new float[10];
          for (int i = 0; i < widths.length; i++) {
            widths[i] = advance(Integer.toString(i), f);
          }
          return widths;
        });
  }

  private static float advance(String text, Font font) {
    return (float) font.getStringBounds(text, MEASURE).getWidth();
  }
}

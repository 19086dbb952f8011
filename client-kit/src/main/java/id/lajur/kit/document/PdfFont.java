package id.lajur.kit.document;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTextArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One weight of Inter, of which each paper holds the letters that stand on it. Its figures are
 * proportional: in a column each digit stands in the middle of the width of "0".
 */
final class PdfFont {
  private static final String MORE = "\u2026";

  private static final int CACHED =
      0x250; // Latin letters, and all that reports hold by the million

  private final BaseFont font;
  private final int[] widths = new int[CACHED];
  private final int digit;

  /**
   * @param weight Regular, SemiBold or Bold
   */
  PdfFont(String weight) {
    String name = "Inter-" + weight + ".otf";
    try (InputStream in = FlatInterFont.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      this.font =
          BaseFont.createFont(
              name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    for (int sign = 0; sign < CACHED; sign++) {
      widths[sign] = font.charExists(sign) ? font.getWidth(sign) : -1;
    }
    this.digit = widths['0'];
  }

  /** Width of a text in points. */
  float width(String text, float size) {
    return width(text, size, false);
  }

  /** Width of figures in points, each digit as wide as the others. */
  float figures(String text, float size) {
    return width(text, size, true);
  }

  private float width(String text, float size, boolean alike) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      width += alike && isDigit(sign) ? digit : width(shown(sign));
      i += Character.charCount(sign);
    }
    return width * size / 1000;
  }

  private int width(int sign) {
    return sign < CACHED ? widths[sign] : font.getWidth(sign);
  }

  /** Writes a text from a point of its base line to the right. */
  void write(PdfContentByte page, String text, float x, float y, float size) {
    PdfTextArray pieces = new PdfTextArray();
    pieces.add(shown(text));
    show(page, pieces, x, y, size);
  }

  /**
   * Writes figures so that they end at a point of their base line. The room around a narrow digit
   * would be a blank to whoever copies them: so they are told apart from how they are painted.
   */
  void figuresTo(PdfContentByte page, String text, float right, float y, float size) {
    PdfTextArray pieces = new PdfTextArray();
    int room = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int more = isDigit(sign) ? digit - width(sign) : 0;
      if (room + more / 2 != 0) {
        pieces.add((float) -(room + more / 2));
      }
      pieces.add(shown(String.valueOf(sign)));
      room = more - more / 2;
    }
    PdfDictionary asIs = new PdfDictionary();
    asIs.put(PdfName.ACTUALTEXT, new PdfString(shown(text), PdfObject.TEXT_UNICODE));
    page.beginMarkedContentSequence(PdfName.SPAN, asIs, true);
    show(page, pieces, right - figures(text, size), y, size);
    page.endMarkedContentSequence();
  }

  private void show(PdfContentByte page, PdfTextArray pieces, float x, float y, float size) {
    page.beginText();
    page.setFontAndSize(font, size);
    page.setTextMatrix(x, y);
    page.showText(pieces);
    page.endText();
  }

  /** The beginning of a text that fits, with "…" where it was cut. */
  String cut(String text, float most, float size) {
    if (width(text, size) <= most) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + MORE, size) > most) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + MORE;
  }

  private String shown(String text) {
    return text.codePoints().allMatch(sign -> shown(sign) == sign)
        ? text
        : text.codePoints()
            .map(this::shown)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private int shown(int sign) {
    boolean there = sign < CACHED ? widths[sign] >= 0 : font.charExists(sign);
    return there ? sign : '?';
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }
}

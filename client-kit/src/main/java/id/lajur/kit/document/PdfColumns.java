package id.lajur.kit.document;

import id.lajur.kit.format.Formats;
import java.util.ArrayList;
import java.util.List;

/**
 * How the columns of a document lie on its paper: figures as wide as the longest of them, texts
 * share the rest. Portrait while texts keep a readable width, else landscape, and only then
 * smaller.
 *
 * @param size of the text in points
 */
record PdfColumns(boolean landscape, float size, List<Place> places) {
  static final float PADDING = 4;

  private static final float SIZE = 8.5f;
  private static final float LEAST_TEXT = 110;
  private static final float MOST_TEXT = 230;

  /** Where a column lies, padding included. */
  record Place(float left, float right) {
    float inner() {
      return right - left - 2 * PADDING;
    }
  }

  /**
   * @param portrait width between the margins
   * @param wide the same of a landscape page
   */
  static PdfColumns of(
      TabularDocument document,
      Formats formats,
      PdfFont font,
      PdfFont bold,
      float portrait,
      float wide) {
    float[] natural = natural(document, formats, font, bold);
    float[] least = natural.clone();
    for (int i = 0; i < natural.length; i++) {
      if (isText(document, i)) {
        natural[i] = Math.min(natural[i], MOST_TEXT);
        least[i] = Math.min(natural[i], LEAST_TEXT);
      }
    }
    boolean landscape = sum(document, natural, least) > portrait;
    float width = landscape ? wide : portrait;
    float factor = Math.min(1, width / sum(least));
    for (int i = 0; i < natural.length; i++) {
      natural[i] *= factor;
      least[i] *= factor;
    }
    return new PdfColumns(landscape, SIZE * factor, places(document, natural, least, width));
  }

  /** Wanted of a portrait page: half of what texts would like beyond the least. */
  private static float sum(TabularDocument document, float[] natural, float[] least) {
    float sum = 0;
    for (int i = 0; i < natural.length; i++) {
      sum += isText(document, i) ? (natural[i] + least[i]) / 2 : natural[i];
    }
    return sum;
  }

  private static float sum(float[] widths) {
    float sum = 0;
    for (float width : widths) {
      sum += width;
    }
    return sum;
  }

  private static boolean isText(TabularDocument document, int column) {
    return document.columns().get(column).kind() == Column.Kind.TEXT;
  }

  private static float[] natural(
      TabularDocument document, Formats formats, PdfFont font, PdfFont bold) {
    List<Column> columns = document.columns();
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      for (String word : columns.get(i).head().split(" ", -1)) {
        widths[i] = Math.max(widths[i], bold.width(word, SIZE));
      }
    }
    for (Line line : document.lines()) {
      if (line.rank() == Line.Rank.GROUP) {
        continue; // runs across the page
      }
      PdfFont used = line.rank() == Line.Rank.ROW ? font : bold;
      for (int i = 0; i < widths.length; i++) {
        Column.Kind kind = columns.get(i).kind();
        String text = CellText.of(kind, line.cell(i, kind), formats);
        float width = kind.isFigure() ? used.figures(text, SIZE) : used.width(text, SIZE);
        widths[i] = Math.max(widths[i], width);
      }
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] += 2 * PADDING + 0.5f;
    }
    return widths;
  }

  /** What is left goes to texts, as far as they need it, then to all columns alike. */
  private static List<Place> places(
      TabularDocument document, float[] natural, float[] least, float width) {
    float left = width - sum(least);
    float wanted = sum(natural) - sum(least);
    float toTexts = Math.min(left, wanted);
    float each = (left - toTexts) / natural.length;
    List<Place> places = new ArrayList<>();
    float x = 0;
    for (int i = 0; i < natural.length; i++) {
      float more = wanted > 0 && isText(document, i) ? natural[i] - least[i] : 0;
      float end = x + least[i] + (wanted > 0 ? toTexts * more / wanted : 0) + each;
      places.add(new Place(x, end));
      x = end;
    }
    return List.copyOf(places);
  }
}

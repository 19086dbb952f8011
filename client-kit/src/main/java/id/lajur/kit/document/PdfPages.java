package id.lajur.kit.document;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.awt.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes lines down a page, and begins the next where one does not fit. */
final class PdfPages {
  private static final Color INK = new Color(0x0E1F1B);
  private static final Color INK_2 = new Color(0x3F524C);
  private static final Color HAIRLINE = new Color(0xD3DEDA);
  private static final Color BAND = new Color(0xF4F8F6);

  private static final float TITLE = 16;
  private static final float SMALL = 8;
  private static final float LEADING = 1.3f; // of the text's size
  private static final float FOOT = 16; // above the bottom margin
  private static final int MOST_LINES_OF_A_CELL = 2;

  private final Document pdf;
  private final PdfContentByte page;
  private final PdfFont regular;
  private final PdfFont bold;
  private final TabularDocument document;
  private final PdfColumns columns;
  private final Texts texts;
  private final String made;
  private final PdfTemplate pageCount;
  private final PdfWriter writer;
  private float y;
  private int number;

  PdfPages(
      Document pdf,
      PdfWriter writer,
      PdfFont regular,
      PdfFont bold,
      TabularDocument document,
      PdfColumns columns,
      Formats formats,
      Instant made) {
    this.pdf = pdf;
    this.writer = writer;
    this.page = writer.getDirectContent();
    this.regular = regular;
    this.bold = bold;
    this.document = document;
    this.columns = columns;
    this.texts = Texts.of(PdfPages.class, "document", formats.language());
    this.made = texts.get("printed", Map.of("moment", CellText.moment(made, formats)));
    this.pageCount = page.createTemplate(40, SMALL * 2);
    titles();
    heads();
  }

  /** What the lines below belong to, across the page. */
  void group(String title) {
    float height = size() * LEADING + 6;
    room(height + 2 * rowHeight(1)); // never alone at the foot
    band(height);
    write(bold, bold.cut(title, width() - 2 * PdfColumns.PADDING, size()), INK, height);
    y -= height;
  }

  void line(Line.Rank rank, List<String> cells) {
    PdfFont font = rank == Line.Rank.ROW ? regular : bold;
    List<List<String>> wrapped = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = cell(i, cells.get(i), font);
      wrapped.add(lines);
      most = Math.max(most, lines.size());
    }
    float height = rowHeight(most);
    room(height);
    if (rank != Line.Rank.ROW) {
      rule(INK_2, rank == Line.Rank.TOTAL ? 1f : 0.5f);
    }
    for (int i = 0; i < wrapped.size(); i++) {
      write(i, wrapped.get(i), font, INK);
    }
    y -= height;
    rule(HAIRLINE, 0.4f);
  }

  /** Ends the last page, and tells all of them how many they are. */
  void finish() {
    foot();
    pageCount.setColorFill(INK_2);
    regular.write(pageCount, Integer.toString(number), 0, SMALL / 2, SMALL);
    writer.setPageEmpty(false);
  }

  private float size() {
    return columns.size();
  }

  private float width() {
    return pdf.right() - pdf.left();
  }

  private float rowHeight(int lines) {
    return lines * size() * LEADING + 4;
  }

  /** Figures are never cut or broken: they were measured; texts wrap, and end in "…". */
  private List<String> cell(int column, String text, PdfFont font) {
    if (document.columns().get(column).kind() != Column.Kind.TEXT) {
      return List.of(text);
    }
    return wrap(text, columns.places().get(column).inner(), font, MOST_LINES_OF_A_CELL);
  }

  private List<String> wrap(String text, float most, PdfFont font, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (lines.size() < mostLines - 1 && font.width(rest, size()) > most) {
      int end = rest.length();
      while (end > 0 && font.width(rest.substring(0, end), size()) > most) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      if (end <= 0) {
        break; // one word that is too long
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(font.cut(rest, most, size()));
    return lines;
  }

  private void room(float height) {
    if (y - height >= pdf.bottom() + FOOT) {
      return;
    }
    foot();
    writer.setPageEmpty(false);
    boolean unused = pdf.newPage();
    number++;
    y = pdf.top() - SMALL;
    page.setColorFill(INK_2);
    regular.write(page, document.title() + "  ·  " + document.period(), pdf.left(), y, SMALL);
    y -= SMALL;
    heads();
  }

  private void titles() {
    number = 1;
    y = pdf.top() - SMALL;
    page.setColorFill(INK_2);
    regular.write(page, document.store(), pdf.left(), y, SMALL + 1);
    y -= TITLE * 1.4f;
    page.setColorFill(INK);
    bold.write(page, bold.cut(document.title(), width(), TITLE), pdf.left(), y, TITLE);
    y -= TITLE;
    page.setColorFill(INK_2);
    regular.write(page, document.period(), pdf.left(), y, SMALL + 2);
    for (String note : document.notes()) {
      y -= (SMALL + 1) * LEADING + 1;
      regular.write(page, regular.cut(note, width(), SMALL + 1), pdf.left(), y, SMALL + 1);
    }
    y -= TITLE;
  }

  private void heads() {
    List<List<String>> heads = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < document.columns().size(); i++) {
      List<String> head =
          wrap(document.columns().get(i).head(), columns.places().get(i).inner(), bold, 3);
      heads.add(head);
      most = Math.max(most, head.size());
    }
    float height = rowHeight(most) + 4;
    band(height);
    y -= 2;
    for (int i = 0; i < heads.size(); i++) {
      write(i, heads.get(i), bold, INK_2);
    }
    y -= height - 2;
    rule(INK_2, 0.7f);
  }

  private void write(int column, List<String> lines, PdfFont font, Color color) {
    PdfColumns.Place place = columns.places().get(column);
    boolean figure = document.columns().get(column).kind().isFigure();
    page.setColorFill(color);
    float base = y - 2 - size();
    for (String line : lines) {
      if (figure) {
        font.figuresTo(page, line, pdf.left() + place.right() - PdfColumns.PADDING, base, size());
      } else {
        font.write(page, line, pdf.left() + place.left() + PdfColumns.PADDING, base, size());
      }
      base -= size() * LEADING;
    }
  }

  private void write(PdfFont font, String text, Color color, float height) {
    page.setColorFill(color);
    font.write(
        page, text, pdf.left() + PdfColumns.PADDING, y - height / 2 - size() * 0.35f, size());
  }

  private void band(float height) {
    page.setColorFill(BAND);
    page.rectangle(pdf.left(), y - height, width(), height);
    page.fill();
  }

  private void rule(Color color, float thickness) {
    page.setColorStroke(color);
    page.setLineWidth(thickness);
    page.moveTo(pdf.left(), y);
    page.lineTo(pdf.right(), y);
    page.stroke();
  }

  private void foot() {
    float base = pdf.bottom();
    page.setColorFill(INK_2);
    regular.write(page, document.store() + "  ·  " + made, pdf.left(), base, SMALL);
    String pageOf = texts.get("page", Map.of("page", Integer.toString(number))) + " ";
    float countWidth = regular.width("0000", SMALL);
    float left = pdf.right() - countWidth - regular.width(pageOf, SMALL);
    regular.write(page, pageOf, left, base, SMALL);
    page.addTemplate(pageCount, pdf.right() - countWidth, base - SMALL / 2);
  }
}

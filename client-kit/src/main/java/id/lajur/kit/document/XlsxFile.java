package id.lajur.kit.document;

import id.lajur.kit.format.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A document to reckon with: real numbers and dates with their formats, the head frozen. Texts
 * stand in their cells and not in a table of the whole file, and rows leave memory as they are
 * written.
 */
final class XlsxFile {
  private static final int ROWS_AT_ONCE = 500;
  private static final int MOST_NAME = 31;

  private final Worksheet sheet;
  private final Formats formats;
  private final List<Column> columns;
  private int row;

  private XlsxFile(Worksheet sheet, Formats formats, List<Column> columns) {
    this.sheet = sheet;
    this.formats = formats;
    this.columns = columns;
  }

  static void write(TabularDocument document, Formats formats, OutputStream out)
      throws IOException {
    Workbook book = new Workbook(out, "Lajur", "1.0");
    XlsxFile file =
        new XlsxFile(book.newWorksheet(sheetName(document.title())), formats, document.columns());
    file.layOut();
    file.titles(document);
    file.heads();
    for (Line line : document.lines()) {
      file.line(line);
      if (file.row % ROWS_AT_ONCE == 0) {
        file.sheet.flush();
      }
    }
    file.sheet.finish();
    book.finish();
  }

  private void layOut() {
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(
          i,
          switch (columns.get(i).kind()) {
            case TEXT -> i == 0 ? 20 : 36;
            case MONEY -> 17;
            case QUANTITY, COUNT, PERCENT, DATE -> 13;
            case MOMENT -> 20;
          });
    }
    sheet.pageOrientation(columns.size() > 6 ? "landscape" : "portrait");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private void titles(TabularDocument document) {
    sheet.inlineString(row, 0, document.title());
    sheet.style(row++, 0).bold().fontSize(14).set();
    sheet.inlineString(row++, 0, document.store());
    if (!document.period().isEmpty()) {
      sheet.inlineString(row++, 0, document.period());
    }
    for (String note : document.notes()) {
      sheet.inlineString(row++, 0, note);
    }
    row++;
  }

  private void heads() {
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(row, i, columns.get(i).head());
      sheet
          .style(row, i)
          .bold()
          .wrapText(true)
          .horizontalAlignment(columns.get(i).kind().isFigure() ? "right" : "left")
          .borderStyle(BorderSide.BOTTOM, "thin")
          .set();
    }
    sheet.repeatRows(row);
    row++;
    sheet.freezePane(0, row);
  }

  private void line(Line line) {
    for (int i = 0; i < columns.size(); i++) {
      Column.Kind kind = columns.get(i).kind();
      Object cell = line.cell(i, kind);
      if (cell != null) {
        String format = value(i, kind, cell);
        if (format != null || line.rank() != Line.Rank.ROW) {
          style(i, format, line.rank());
        }
      }
    }
    row++;
  }

  private void style(int column, @Nullable String format, Line.Rank rank) {
    StyleSetter style = sheet.style(row, column);
    if (format != null) {
      style.format(format);
    }
    if (rank != Line.Rank.ROW) {
      style.bold();
    }
    style.set();
  }

  /** Writes the value; the format that it is shown in, null for a text. */
  private @Nullable String value(int column, Column.Kind kind, Object cell) {
    if (cell instanceof String text) {
      sheet.inlineString(row, column, text);
      return null;
    }
    return switch (kind) {
      case TEXT -> throw new IllegalArgumentException("no text: " + cell);
      case MONEY -> money(column, (Long) cell);
      case QUANTITY -> {
        long milli = (Long) cell;
        sheet.value(row, column, BigDecimal.valueOf(milli, 3));
        yield milli % 1000 == 0 ? "#,##0" : "#,##0.000";
      }
      case COUNT -> {
        sheet.value(row, column, (Long) cell);
        yield "#,##0";
      }
      case PERCENT -> {
        sheet.value(row, column, BigDecimal.valueOf((Long) cell, 6));
        yield "0.##%";
      }
      case DATE -> {
        sheet.value(row, column, (LocalDate) cell);
        yield "dd/mm/yyyy";
      }
      case MOMENT -> {
        sheet.value(row, column, formats.at((Instant) cell));
        yield "dd/mm/yyyy hh:mm:ss";
      }
    };
  }

  private String money(int column, long minor) {
    sheet.value(row, column, BigDecimal.valueOf(minor, 2));
    boolean whole = formats.currency().digitsShown() == 0 && minor % 100 == 0;
    return whole ? "#,##0" : "#,##0.00";
  }

  /** Excel opens no sheet whose name is longer, or has one of its own signs in it. */
  private static String sheetName(String title) {
    String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    String name = plain.isEmpty() ? "Lajur" : plain;
    if (name.length() <= MOST_NAME) {
      return name;
    }
    boolean splitsOne = Character.isHighSurrogate(name.charAt(MOST_NAME - 1));
    return name.substring(0, splitsOne ? MOST_NAME - 1 : MOST_NAME);
  }
}

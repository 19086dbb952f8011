package id.lajur.kit.document;

import id.lajur.kit.format.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A document for other programs: heads and rows without groups and sums, so that nobody sums
 * anything twice. Numbers have a point and no groups, dates are ISO 8601, the byte order mark tells
 * Excel that it is UTF-8.
 *
 * @see "RFC 4180"
 */
final class CsvFile {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final CSVFormat RFC_4180 = CSVFormat.RFC4180;

  private CsvFile() {}

  static void write(TabularDocument document, Formats formats, OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(writer, RFC_4180);
    printer.printRecord(
        document.columns().stream().map(column -> harmless(column.head())).toList());
    List<String> record = new ArrayList<>();
    for (Line line : document.lines()) {
      if (line.rank() != Line.Rank.ROW) {
        continue;
      }
      record.clear();
      for (int i = 0; i < document.columns().size(); i++) {
        Column.Kind kind = document.columns().get(i).kind();
        record.add(text(kind, line.cell(i, kind), formats));
      }
      printer.printRecord(record);
    }
    printer.flush();
  }

  private static String text(Column.Kind kind, @Nullable Object cell, Formats formats) {
    if (cell == null) {
      return "";
    }
    return switch (kind) {
      case TEXT -> harmless((String) cell);
      case MONEY -> money((Long) cell);
      case QUANTITY -> plain((Long) cell, 3);
      case COUNT, DATE -> cell.toString();
      case PERCENT -> plain((Long) cell, 4);
      case MOMENT -> MOMENT.format(formats.at((Instant) cell));
    };
  }

  private static String money(long minor) {
    return minor % 100 == 0
        ? Long.toString(minor / 100)
        : BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private static String plain(long value, int decimals) {
    return value == 0
        ? "0"
        : BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
  }

  /**
   * A text that no spreadsheet takes for a formula: an apostrophe before what begins like one.
   *
   * @see "OWASP, CSV Injection"
   */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}

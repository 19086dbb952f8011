package id.lajur.installer.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with one header line, plain or gzip, read row by row. Columns are found by name; every
 * number is strict. Whatever is wrong names file and line.
 */
final class CsvFile implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,3}))?");

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private @Nullable CSVRecord row;
  private long line = 1;

  private CsvFile(Path file, CSVParser parser) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws UnreadableInput it cannot be read or lacks a column
   */
  static CsvFile open(Path file, List<String> columns) {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      bytes.mark(2);
      boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      InputStream text = packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      CSVParser parser =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(
                  new InputStreamReader(
                      text,
                      StandardCharsets.UTF_8
                          .newDecoder()
                          .onMalformedInput(CodingErrorAction.REPORT)));
      CsvFile csv = new CsvFile(file, parser);
      for (String column : columns) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw csv.wrong("there is no column " + column);
        }
      }
      return csv;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableInput(file, 1, "cannot be read: " + e.getMessage(), e);
    }
  }

  List<String> columns() {
    return parser.getHeaderNames();
  }

  /** Goes to the next row; false after the last. */
  boolean next() {
    line = parser.getCurrentLineNumber() + 1;
    try {
      if (!records.hasNext()) {
        row = null;
        return false;
      }
      row = records.next();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new UnreadableInput(file, line, "cannot be read: " + e.getMessage(), e);
    }
    if (!row.isConsistent()) {
      throw wrong(
          "has " + row.size() + " fields where the header has " + parser.getHeaderNames().size());
    }
    return true;
  }

  private CSVRecord row() {
    return java.util.Objects.requireNonNull(row, "no row");
  }

  long line() {
    return line;
  }

  /** A field that must not be empty. */
  String text(String column) {
    String value = row().get(column);
    if (value.isEmpty()) {
      throw wrong(column + " is empty");
    }
    return value;
  }

  String textOrEmpty(String column) {
    return row().get(column);
  }

  /** An amount in minor units, hundredths. */
  long minor(String column) {
    return number(column, text(column), 2);
  }

  @Nullable Long minorOrNull(String column) {
    String value = row().get(column);
    return value.isEmpty() ? null : (Long) number(column, value, 2);
  }

  /** A quantity in thousandths. */
  long milli(String column) {
    return number(column, text(column), 3);
  }

  LocalDateTime time(String column) {
    try {
      return LocalDateTime.parse(text(column).replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new UnreadableInput(
          file, line, column + " is no time like 2012-07-01T08:30:00: " + text(column), e);
    }
  }

  private long number(String column, String value, int decimals) {
    var match = NUMBER.matcher(value);
    String fraction = match.matches() && match.group(3) != null ? match.group(3) : "";
    if (!match.matches() || fraction.length() > decimals) {
      throw wrong(
          column + " is no number with up to " + decimals + " decimals and a dot: " + value);
    }
    long amount =
        Long.parseLong(match.group(2) + fraction + "0".repeat(decimals - fraction.length()));
    return match.group(1).isEmpty() ? amount : -amount;
  }

  /** What is wrong with the row at hand. */
  UnreadableInput wrong(String what) {
    return new UnreadableInput(file, line, what);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UnreadableInput(file, line, "cannot be closed: " + e.getMessage(), e);
    }
  }
}

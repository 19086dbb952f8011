package id.lajur.server.catalog.file;

import id.lajur.server.catalog.PriceLevel;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A catalogue as CSV, plain or gzip: UTF-8 with or without its mark, parted by commas, semicolons
 * or tabs, columns found by name.
 *
 * @param rows those that could be read, in the order of the file
 * @param problems what is wrong with rows and fields
 * @param rowsRead all but the header, blank ones and those of other sources
 */
record CatalogFile(List<CatalogRow> rows, List<Problem> problems, long rowsRead) {
  private static final int MOST_ROWS = 500_000;
  private static final int MOST_PROBLEMS = 10_000;
  private static final int MOST_HEADER = 100_000;
  private static final long MOST_BYTES = 512L << 20;

  /** The file as a whole cannot be read; says in words why. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient Map<String, String> facts;

    Unreadable(Fault fault, Map<String, String> facts) {
      super(fault.words(facts), null, false, false);
      this.fault = fault;
      this.facts = Map.copyOf(facts);
    }

    Unreadable(Fault fault) {
      this(fault, Map.of());
    }

    Fault fault() {
      return fault;
    }

    Map<String, String> facts() {
      return facts;
    }
  }

  /**
   * Reads a file.
   *
   * @throws Unreadable there is none, or its header cannot be understood
   */
  static CatalogFile read(Path file, FileRules rules, LevelHeads levels) {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(bytes, rules, levels);
    } catch (NoSuchFileException e) {
      throw new Unreadable(Fault.FILE_ABSENT, Map.of("file", file.toString()));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * Reads what a file holds.
   *
   * @throws Unreadable its header cannot be understood, or it is too large when unpacked
   */
  static CatalogFile read(InputStream packed, FileRules rules, LevelHeads levels) {
    return parsed(packed, parser -> new Reading(parser, rules, levels).read());
  }

  /**
   * The heads of a file, each with what its first rows say under it.
   *
   * @throws Unreadable it is empty, or too large when unpacked
   */
  static List<FileColumn> columns(InputStream packed) {
    return parsed(packed, FileColumn::of);
  }

  private interface Reader<R> {
    R read(CSVParser parser) throws IOException;
  }

  private static <R> R parsed(InputStream packed, Reader<R> reader) {
    try (InputStream bytes = new Bounded(unpacked(new BufferedInputStream(packed, 1 << 16)));
        BufferedReader text =
            new BufferedReader(
                new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 17)) {
      skipMark(text);
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(separator(text))
              .setIgnoreEmptyLines(false)
              .get();
      try (CSVParser parser = CSVParser.parse(text, format)) {
        return reader.read(parser);
      }
    } catch (CharacterCodingException e) {
      throw notUtf8();
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw cause instanceof CharacterCodingException ? notUtf8() : broken(cause);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static Unreadable notUtf8() {
    return new Unreadable(Fault.FILE_NOT_UTF8);
  }

  private static Unreadable broken(IOException e) {
    return new Unreadable(Fault.FILE_BROKEN, Map.of("cause", String.valueOf(e.getMessage())));
  }

  private static InputStream unpacked(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  /** A small file that unpacks without end is no catalogue. */
  private static final class Bounded extends FilterInputStream {
    private long left = MOST_BYTES;

    Bounded(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new Unreadable(
            Fault.FILE_LARGE, Map.of("mebibytes", Long.toString(MOST_BYTES >> 20)));
      }
    }
  }

  private static void skipMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != 0xFEFF) {
      text.reset();
    }
  }

  /** What parts the header most often, outside of quotes. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(MOST_HEADER);
    int[] found = new int[3];
    boolean quoted = false;
    for (int i = 0; i < MOST_HEADER - 1; i++) {
      int c = text.read();
      if (c < 0 || !quoted && (c == '\n' || c == '\r')) {
        break;
      }
      quoted ^= c == '"';
      int kind = ",;\t".indexOf(c);
      if (!quoted && kind >= 0) {
        found[kind]++;
      }
    }
    text.reset();
    return found[1] > found[0] && found[1] >= found[2] ? ';' : found[2] > found[0] ? '\t' : ',';
  }

  /** One file being read. */
  private static final class Reading {
    private final CSVParser parser;
    private final FileRules rules;
    private final LevelHeads levels;
    private final List<Problem> problems = new ArrayList<>();
    private final List<CatalogRow> rows = new ArrayList<>();
    private final RowReader reader;
    private long rowsRead;

    Reading(CSVParser parser, FileRules rules, LevelHeads levels) {
      this.parser = parser;
      this.rules = rules;
      this.levels = levels;
      this.reader = new RowReader(rules, problems);
    }

    CatalogFile read() throws IOException {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new Unreadable(Fault.FILE_EMPTY);
      }
      Header header = Header.of(records.next(), rules, levels);
      while (problems.size() < MOST_PROBLEMS) {
        long line = parser.getCurrentLineNumber() + 1;
        CSVRecord record;
        try {
          if (!records.hasNext()) {
            break;
          }
          record = records.next();
        } catch (UncheckedIOException e) {
          if (e.getCause() instanceof CharacterCodingException) {
            throw notUtf8();
          }
          problems.add(
              Problem.ofRow(
                  line, Fault.ROW_UNREADABLE, Map.of("cause", String.valueOf(e.getMessage()))));
          break;
        }
        row(line, record, header);
      }
      return new CatalogFile(rows, problems, rowsRead);
    }

    private void row(long line, CSVRecord record, Header header) {
      if (record.stream().allMatch(String::isBlank)) {
        return;
      }
      if (record.size() != header.size()) {
        problems.add(
            Problem.ofRow(
                line,
                Fault.FIELD_COUNT,
                Map.of(
                    "fields", Integer.toString(record.size()),
                    "header", Integer.toString(header.size()))));
        return;
      }
      Map<Column, String> fields = new EnumMap<>(Column.class);
      header.places().forEach((column, place) -> fields.put(column, record.get(place).strip()));
      if (rules.source() != null && !rules.source().equals(fields.get(Column.SOURCE))) {
        return;
      }
      if (++rowsRead > MOST_ROWS) {
        throw new Unreadable(Fault.FILE_ROWS, Map.of("rows", Integer.toString(MOST_ROWS)));
      }
      Map<PriceLevel, String> atLevels = new LinkedHashMap<>();
      header.levels().forEach((level, place) -> atLevels.put(level, record.get(place).strip()));
      CatalogRow row = reader.read(line, fields, atLevels);
      if (row != null) {
        rows.add(row);
      }
    }
  }
}

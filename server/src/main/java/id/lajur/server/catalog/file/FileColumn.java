package id.lajur.server.catalog.file;

import id.lajur.server.catalog.PriceLevel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A column as a file has it.
 *
 * @param head as it stands in the first line
 * @param samples what the first rows say under it, empty ones left out
 */
public record FileColumn(String head, List<String> samples) {
  private static final int MOST_COLUMNS = 200;
  private static final int ROWS = 20;
  private static final int MOST_SAMPLES = 3;
  private static final int MOST_SHOWN = 40;

  public FileColumn {
    samples = List.copyOf(samples);
  }

  static List<FileColumn> of(CSVParser parser) {
    Iterator<CSVRecord> records = parser.iterator();
    if (!records.hasNext()) {
      throw new CatalogFile.Unreadable(Fault.FILE_EMPTY);
    }
    CSVRecord heads = records.next();
    int size = Math.min(MOST_COLUMNS, heads.size());
    List<List<String>> samples = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      samples.add(new ArrayList<>());
    }
    for (int row = 0; row < ROWS && records.hasNext(); row++) {
      CSVRecord record = records.next();
      for (int at = 0; at < Math.min(size, record.size()); at++) {
        String said = record.get(at).strip();
        if (!said.isEmpty() && samples.get(at).size() < MOST_SAMPLES) {
          samples.get(at).add(cut(said));
        }
      }
    }
    List<FileColumn> columns = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      columns.add(new FileColumn(heads.get(at).strip(), samples.get(at)));
    }
    return columns;
  }

  private static String cut(String said) {
    return said.codePointCount(0, said.length()) <= MOST_SHOWN
        ? said
        : said.substring(0, said.offsetByCodePoints(0, MOST_SHOWN - 1)) + "…";
  }

  /**
   * What each of our columns is most likely called in a file: by our own name, else by a usual one,
   * else by one that shops use; each head once, in the order of the names. What a level of the
   * store is called is no guess at another column.
   */
  public static Map<Column, String> guess(List<FileColumn> columns, List<PriceLevel> levels) {
    LevelHeads levelHeads = new LevelHeads(levels);
    Map<Column, String> guessed = new EnumMap<>(Column.class);
    Set<Column> open = EnumSet.complementOf(EnumSet.of(Column.SOURCE));
    List<String> left = new ArrayList<>(columns.stream().map(FileColumn::head).toList());
    left.removeIf(head -> levelHeads.level(head) != null);
    for (Column.Name by : Column.Name.values()) {
      for (Column column : List.copyOf(open)) {
        left.stream()
            .filter(head -> !head.isEmpty() && column.isCalled(head, by))
            .findFirst()
            .ifPresent(
                head -> {
                  guessed.put(column, head);
                  open.remove(column);
                  left.remove(head);
                });
      }
    }
    return guessed;
  }
}

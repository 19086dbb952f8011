package id.lajur.kit.document;

import java.util.List;

/**
 * A table as somebody files, prints or reckons with it.
 *
 * @param store whose it is, as papers name it
 * @param period or moment that it tells of, in words; may be empty
 * @param notes sentences above the table, each on a line of its own
 * @param lines read more than once and never kept, so that a document may be longer than memory
 */
public record TabularDocument(
    String title,
    String store,
    String period,
    List<String> notes,
    List<Column> columns,
    Iterable<Line> lines) {
  public TabularDocument {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table without columns: " + title);
    }
  }
}

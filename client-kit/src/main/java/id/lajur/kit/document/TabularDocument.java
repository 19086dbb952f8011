package id.lajur.kit.document;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

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

  /**
   * The same, for whoever may give it up while it is written.
   *
   * @param stopped asked before each line; once it says so, the next one is a {@link
   *     CancellationException}
   */
  public TabularDocument until(BooleanSupplier stopped) {
    return new TabularDocument(
        title, store, period, notes, columns, () -> until(stopped, lines.iterator()));
  }

  private static Iterator<Line> until(BooleanSupplier stopped, Iterator<Line> all) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (stopped.getAsBoolean()) {
          throw new CancellationException("given up");
        }
        return all.hasNext();
      }

      @Override
      public Line next() {
        return all.next();
      }
    };
  }
}

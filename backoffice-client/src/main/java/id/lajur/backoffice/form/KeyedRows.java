package id.lajur.backoffice.form;

import id.lajur.kit.table.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.SwingUtilities;

/**
 * A table whose rows come again changed: each is known by a key, so that whatever is marked stays
 * marked, and only a person's choice is told on.
 */
public final class KeyedRows<R> {
  private final DataTable<R> table;
  private final Function<R, String> key;
  private List<R> shown = List.of();
  private boolean painting;

  /**
   * @param chosen told when somebody marks another row
   */
  public KeyedRows(DataTable<R> table, Function<R, String> key, Consumer<Optional<R>> chosen) {
    this.table = table;
    this.key = key;
    table.onChoose(
        row -> {
          if (!painting) {
            chosen.accept(row);
          }
        });
  }

  /**
   * Shows rows; marks the one of this key, or none.
   *
   * @param progress how far the screen is with them
   */
  public void show(List<R> rows, Optional<String> marked, Progress progress) {
    table.read(progress.read());
    show(rows, marked);
  }

  /** Shows rows that come by themselves. */
  public void show(List<R> rows, Optional<String> marked) {
    painting = true;
    try {
      if (!rows.equals(shown)) {
        shown = List.copyOf(rows);
        table.rows(shown);
      }
      mark(marked);
    } finally {
      painting = false;
    }
  }

  /** Gives the rows the focus, once whatever had it has gone. */
  public void focus() {
    SwingUtilities.invokeLater(table.table()::requestFocusInWindow);
  }

  private void mark(Optional<String> marked) {
    if (table.chosen().map(key).equals(marked)) {
      return;
    }
    List<R> seen = table.seen();
    for (int at = 0; at < seen.size(); at++) {
      if (marked.equals(Optional.of(key.apply(seen.get(at))))) {
        table.choose(at);
        return;
      }
    }
    table.table().clearSelection();
  }
}

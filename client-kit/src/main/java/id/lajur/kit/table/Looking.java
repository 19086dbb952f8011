package id.lajur.kit.table;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/**
 * Looks at the rows of a table anew: at once, or where there are many beside the event thread, and
 * what was seen stays until then. What somebody has asked for meanwhile is all that counts.
 */
final class Looking<R> {
  private static final int MOST_AT_ONCE = 3_000; // rows that are filtered within a few ms
  private static final Executor BESIDE =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "table-rows");
            thread.setDaemon(true);
            return thread;
          });

  private final TableRows<R> rows;
  private final Consumer<List<R>> seen;
  private final Consumer<Boolean> told;
  private final AtomicInteger turn = new AtomicInteger(); // what it was later is over
  private boolean looking;

  /**
   * @param seen takes what is to be seen, on the event thread
   * @param told whether it is awaited
   */
  Looking(TableRows<R> rows, Consumer<List<R>> seen, Consumer<Boolean> told) {
    this.rows = rows;
    this.seen = seen;
    this.told = told;
  }

  boolean isLooking() {
    return looking;
  }

  /** On the event thread. */
  void anew() {
    TableRows.Look<R> look = rows.look();
    int of = turn.incrementAndGet();
    if (rows.size() <= MOST_AT_ONCE || !rows.isArranged()) {
      tell(false);
      look.see(() -> false).ifPresent(seen);
      return;
    }
    tell(true);
    BESIDE.execute(
        () ->
            look.see(() -> turn.get() != of)
                .ifPresent(found -> SwingUtilities.invokeLater(() -> take(of, found))));
  }

  private void take(int of, List<R> found) {
    if (turn.get() == of) {
      tell(false);
      seen.accept(found);
    }
  }

  private void tell(boolean is) {
    looking = is;
    told.accept(is);
  }
}

package id.lajur.server.report;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * All that one report reads, of one moment. Consistent reads of InnoDB lock nothing, so no posting
 * waits for a report and no report for a posting.
 */
final class Snapshot {
  private Snapshot() {}

  @FunctionalInterface
  interface Reading<T> {
    T read(Handle handle);
  }

  static <T> T of(Jdbi jdbi, Reading<T> reading) {
    return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, reading::read);
  }
}

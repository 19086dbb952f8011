package id.lajur.server.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The event log as it is read. */
final class Events {
  private final DataSource pool;

  Events(DataSource pool) {
    this.pool = pool;
  }

  /**
   * One event.
   *
   * @param kind name in the database
   * @param terminal code
   * @param businessDate ISO 8601, null for an event of none
   */
  record Logged(
      long sequence,
      String kind,
      UUID documentId,
      String terminal,
      @Nullable String businessDate,
      Instant occurredAt,
      long amountMinor,
      int lineCount) {
    /** What a delivery cost is for those who may see cost. */
    Logged seenBy(boolean seesCost) {
      return seesCost || !kind.equals("GOODS_RECEIPT")
          ? this
          : new Logged(
              sequence, kind, documentId, terminal, businessDate, occurredAt, 0, lineCount);
    }
  }

  /** Events behind a number, in their order. */
  List<Logged> after(int storeId, long sequence, int most) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return EventDao.after(connection, storeId, sequence, most);
    }
  }

  /** Number of the newest event, 0 before the first. */
  long head(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return EventDao.head(connection, storeId);
    }
  }
}

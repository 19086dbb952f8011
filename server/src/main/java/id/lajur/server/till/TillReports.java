package id.lajur.server.till;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What is looked up of tills; nothing is locked or written. */
final class TillReports {
  private final DataSource pool;

  TillReports(DataSource pool) {
    this.pool = pool;
  }

  /** Figures of a shift as they are now. */
  ShiftFigures x(UUID shiftId) throws SQLException {
    return FiguresDao.look(pool, shiftId);
  }

  /**
   * A Z as it was written.
   *
   * @param number of the terminal's Z reports; 0 = the last
   * @throws Refusal Z_UNKNOWN
   */
  ZDao.Kept z(int terminalId, long number) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return ZDao.find(connection, terminalId, number)
          .orElseThrow(() -> new Refusal(Reason.Z_UNKNOWN));
    }
  }

  /** Smallest step of an amount of a store. */
  long unitMinor(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return TillDao.unitMinor(connection, storeId);
    }
  }
}

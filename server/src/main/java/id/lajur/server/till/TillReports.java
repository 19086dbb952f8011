package id.lajur.server.till;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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

  /**
   * The open date, and what its close waits for.
   *
   * @param date null when none is open
   * @param shifts by terminal
   * @param suspended by number
   */
  record Day(@Nullable LocalDate date, List<WaitingShift> shifts, List<Suspended> suspended) {
    Day {
      shifts = List.copyOf(shifts);
      suspended = List.copyOf(suspended);
    }
  }

  /** A shift without its Z. */
  record WaitingShift(
      UUID shiftId,
      String terminal,
      String operatorNumber,
      String operatorName,
      int number,
      LocalDate businessDate,
      Instant openedAt,
      int openBaskets) {}

  /** A basket that waits for its customer. */
  record Suspended(
      UUID basketId, int suspendNumber, String terminal, String operatorName, Instant since) {}

  Day day(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return DayDao.look(connection, storeId);
    }
  }

  /**
   * An open shift of the store.
   *
   * @throws Refusal SHIFT_CLOSED when there is none of this id
   */
  WaitingShift openShift(int storeId, UUID shiftId) throws SQLException {
    return day(storeId).shifts().stream()
        .filter(shift -> shift.shiftId().equals(shiftId))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.SHIFT_CLOSED));
  }

  /** Smallest step of an amount of a store. */
  long unitMinor(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return TillDao.unitMinor(connection, storeId);
    }
  }
}

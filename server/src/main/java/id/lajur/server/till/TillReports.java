package id.lajur.server.till;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
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
   * A Z of any lane as it was written.
   *
   * @param number 0 = the lane's last
   * @throws Refusal Z_UNKNOWN
   */
  ZDao.Kept z(int storeId, String terminal, long number) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      HandoverDao.Named lane =
          HandoverDao.lane(connection, storeId, terminal)
              .orElseThrow(() -> new Refusal(Reason.Z_UNKNOWN));
      return ZDao.find(connection, lane.id(), number)
          .orElseThrow(() -> new Refusal(Reason.Z_UNKNOWN));
    }
  }

  ZList zReports(int storeId, ZList.Filter filter, int most) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return ZListDao.newest(connection, storeId, filter, most);
    }
  }

  /**
   * The open date, and what its close waits for.
   *
   * @param date null when none is open
   * @param shifts by terminal
   * @param suspended by number
   * @param handovers by time
   */
  record Day(
      @Nullable LocalDate date,
      List<WaitingShift> shifts,
      List<Suspended> suspended,
      List<CashHandover> handovers,
      List<Unsent> unsent) {
    Day {
      unsent = List.copyOf(unsent);
      handovers = List.copyOf(handovers);
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

  /** Emergency receipts that a terminal has announced and not brought. */
  record Unsent(String terminal, long sales, long totalMinor, Instant announcedAt) {}

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

  /**
   * What waits for whoever is signed on at a terminal.
   *
   * @throws Refusal HANDOVER_FOR_OTHER the drawer holds cash that was left for somebody else
   */
  List<CashHandover> handovers(Caller caller) throws SQLException {
    int operatorId = caller.operatorOrThrow().operatorId();
    try (Connection connection = pool.getConnection()) {
      List<CashHandover> waiting = HandoverDao.waiting(connection, caller.storeId());
      CashHandover.mustNotBlock(waiting, caller.terminalId(), operatorId);
      return waiting.stream().filter(one -> one.isFor(caller.terminalId(), operatorId)).toList();
    }
  }

  /**
   * Where cash goes at a count. To another lane only its own operator carries it; a drawer that
   * stays is anybody's, or one's who is named.
   *
   * @param number of the operator who is named, may be empty
   * @param amountMinor 0 = all that is counted
   * @throws Refusal TERMINAL_UNKNOWN, OPERATOR_UNKNOWN; HANDOVER_INVALID somebody else is to take
   *     over at another lane
   */
  ZDao.Handed next(Caller caller, String terminal, String number, long amountMinor)
      throws SQLException {
    Caller.SignedOn leaving = caller.operatorOrThrow();
    try (Connection connection = pool.getConnection()) {
      HandoverDao.Named lane =
          HandoverDao.lane(connection, caller.storeId(), terminal)
              .orElseThrow(() -> new Refusal(Reason.TERMINAL_UNKNOWN).with("terminal", terminal));
      boolean stays = lane.id() == caller.terminalId();
      if (stays && number.isEmpty()) {
        return new ZDao.Handed(lane.id(), terminal, null, "", "", amountMinor);
      }
      if (!stays && !number.isEmpty() && !number.equals(leaving.number())) {
        throw new Refusal(Reason.HANDOVER_INVALID).with("operator", number);
      }
      String who = stays ? number : leaving.number();
      HandoverDao.Named taking =
          HandoverDao.operator(connection, caller.storeId(), who)
              .orElseThrow(() -> new Refusal(Reason.OPERATOR_UNKNOWN).with("operator", who));
      return new ZDao.Handed(lane.id(), terminal, taking.id(), who, taking.name(), amountMinor);
    }
  }

  /** Smallest step of an amount of a store. */
  long unitMinor(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return TillDao.unitMinor(connection, storeId);
    }
  }
}

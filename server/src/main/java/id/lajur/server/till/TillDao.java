package id.lajur.server.till;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shifts and business dates as postings write them. */
final class TillDao {
  private TillDao() {}

  /** A new shift. */
  record ShiftRow(
      UUID shiftId,
      int storeId,
      int terminalId,
      int operatorId,
      LocalDate businessDate,
      int number,
      Instant openedAt) {}

  /** A business date opened. */
  record DayRow(int storeId, LocalDate businessDate, Instant openedAt) {}

  /**
   * What decides whether and under which date a terminal's shift opens.
   *
   * @param openDate the store's open business date, null when none is
   * @param lastDate the newest date that the store has had
   * @param shiftOpen whether a shift is open at this terminal
   * @param lastNumber of the terminal's shifts of the newest date
   */
  record TerminalTill(
      int terminalId,
      @Nullable LocalDate openDate,
      @Nullable LocalDate lastDate,
      boolean shiftOpen,
      int lastNumber) {}

  static final InsertTable<DayRow> DAY =
      new InsertTable<>(
          "INSERT INTO business_day (store_id, business_date, opened_at) VALUES (?, ?, ?)",
          (row, day) -> row.number(day.storeId()).date(day.businessDate()).time(day.openedAt()));

  /** Cash moved without a sale. */
  record CashMovementRow(
      UUID postingId,
      CashMove.Movement movement,
      long amountMinor,
      @Nullable Integer approvedBy,
      String reason) {}

  static final InsertTable<CashMovementRow> CASH_MOVEMENT =
      new InsertTable<>(
          """
          INSERT INTO cash_movement (posting_id, movement, amount_minor, approved_by, reason)
          VALUES (?, ?, ?, ?, ?)""",
          (row, cash) ->
              row.id(cash.postingId())
                  .name(cash.movement())
                  .number(cash.amountMinor())
                  .number(cash.approvedBy())
                  .text(cash.reason()));

  /** Smallest step of an amount of a store. */
  static long unitMinor(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT amount_unit_minor FROM store WHERE store_id = ?",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getLong(1))
        .get(0);
  }

  static final InsertTable<ShiftRow> SHIFT =
      new InsertTable<>(
          """
          INSERT INTO shift (shift_id, store_id, terminal_id, operator_id, business_date, number,
                             opened_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)""",
          (row, shift) ->
              row.id(shift.shiftId())
                  .number(shift.storeId())
                  .number(shift.terminalId())
                  .number(shift.operatorId())
                  .date(shift.businessDate())
                  .number(shift.number())
                  .time(shift.openedAt()));

  /**
   * Tills of terminals. The store's row is locked with them: two lanes that open the first shift of
   * a day must agree on its date.
   */
  static final LockedRows<Integer, TerminalTill> TILLS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 5;
        }

        @Override
        public Map<Integer, TerminalTill> lock(Connection connection, List<Integer> keys)
            throws SQLException {
          Map<Integer, TerminalTill> found = new TreeMap<>();
          // Not the terminals' own rows: whoever appends to a journal needs those shared.
          List<Integer> stores =
              Statements.queryKeys(
                  connection,
                  "SELECT DISTINCT store_id FROM terminal WHERE terminal_id IN (%s) ORDER BY 1",
                  "?",
                  keys,
                  (row, id) -> row.number(id),
                  row -> row.getInt(1));
          Statements.queryKeys(
              connection,
              "SELECT store_id FROM store WHERE store_id IN (%s) ORDER BY store_id FOR UPDATE",
              "?",
              stores,
              (row, id) -> row.number(id),
              row -> row.getInt(1));
          for (TerminalTill till :
              Statements.queryKeys(
                  connection,
                  """
                  SELECT t.terminal_id,
                         (SELECT MAX(d.business_date) FROM business_day d
                           WHERE d.store_id = t.store_id AND d.closed_at IS NULL) AS open_date,
                         (SELECT MAX(d.business_date) FROM business_day d
                           WHERE d.store_id = t.store_id) AS last_date,
                         (SELECT COUNT(*) FROM shift h
                           WHERE h.terminal_id = t.terminal_id AND h.closed_at IS NULL) AS open_shifts,
                         (SELECT COALESCE(MAX(h.number), 0) FROM shift h
                           WHERE h.terminal_id = t.terminal_id
                             AND h.business_date =
                                 (SELECT MAX(d.business_date) FROM business_day d
                                   WHERE d.store_id = t.store_id)) AS last_number
                    FROM terminal t WHERE t.terminal_id IN (%s)""",
                  "?",
                  keys,
                  (row, id) -> row.number(id),
                  row ->
                      new TerminalTill(
                          row.getInt("terminal_id"),
                          row.getObject("open_date", LocalDate.class),
                          row.getObject("last_date", LocalDate.class),
                          row.getInt("open_shifts") > 0,
                          row.getInt("last_number")))) {
            found.put(till.terminalId(), till);
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<Integer, TerminalTill> changed)
            throws SQLException {
          // A shift carries its own row; what is left is the date that it opens again.
          Statements.batch(
              connection,
              """
              UPDATE business_day d JOIN terminal t ON t.store_id = d.store_id
                 SET d.closed_at = NULL
               WHERE t.terminal_id = ? AND d.business_date = ? AND d.closed_at IS NOT NULL""",
              changed.values(),
              (row, till) -> row.number(till.terminalId()).date(till.openDate()));
        }
      };
}

package id.lajur.server.till;

import id.lajur.server.database.Ids;
import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open business date as its close locks it: shifts, baskets left open, heads of all chains. */
final class DayDao {
  private DayDao() {}

  /**
   * A store's open date.
   *
   * @param date null when none is open
   * @param shifts of the date, open and closed
   * @param unsent what lanes have announced and not brought, by terminal
   * @param closedAt set by the close
   */
  record Day(
      int storeId,
      @Nullable LocalDate date,
      int shifts,
      List<OpenShift> open,
      List<OpenBasket> baskets,
      List<Head> heads,
      List<TillReports.Unsent> unsent,
      @Nullable Instant closedAt) {
    Day {
      open = List.copyOf(open);
      baskets = List.copyOf(baskets);
      heads = List.copyOf(heads);
      unsent = List.copyOf(unsent);
    }

    Day closed(Instant at) {
      return new Day(storeId, date, shifts, open, baskets, heads, unsent, at);
    }
  }

  /** A shift that has no Z yet. */
  record OpenShift(ShiftRows.Shift shift, String terminal, ShiftFigures figures) {}

  /** A basket left open in such a shift, with the number of its newest entry. */
  record OpenBasket(UUID basketId, int terminalId, int version) {}

  /** Head of one chain. */
  record Head(int terminalId, String chain, long number, byte[] hash) {}

  /** A head as the close records it. */
  record HeadRow(int storeId, LocalDate date, Head head) {}

  /** The last entry of a basket that nobody will pay. */
  record VoidEntry(OpenBasket basket, int terminalId, int operatorId, Instant at, String reason) {}

  /** A date closed again keeps the newer heads: a chain only grows, they prove what the old did. */
  static final InsertTable<HeadRow> HEAD =
      new InsertTable<>(
          """
          INSERT INTO business_day_head (store_id, business_date, terminal_id, chain, last_number,
                                         last_hash)
          VALUES (?, ?, ?, ?, ?, ?)
              ON DUPLICATE KEY UPDATE last_number = VALUES(last_number),
                                      last_hash = VALUES(last_hash)""",
          (row, head) ->
              row.number(head.storeId())
                  .date(head.date())
                  .number(head.head().terminalId())
                  .text(head.head().chain())
                  .number(head.head().number())
                  .bytes(head.head().hash()));

  static final InsertTable<VoidEntry> VOID_ENTRY =
      new InsertTable<>(
          """
          INSERT INTO basket_entry (basket_id, seq, request_id, digest, kind, terminal_id,
                                    operator_id, occurred_at, reason)
          VALUES (?, ?, ?, ?, 'VOID_BASKET', ?, ?, ?, ?)""",
          (row, entry) ->
              row.id(entry.basket().basketId())
                  .number(entry.basket().version() + 1)
                  .id(Ids.next())
                  .bytes(new byte[32])
                  .number(entry.terminalId())
                  .number(entry.operatorId())
                  .time(entry.at())
                  .text(entry.reason()));

  static final LockedRows<Integer, Day> DAYS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 4;
        }

        @Override
        public Map<Integer, Day> lock(Connection connection, List<Integer> keys)
            throws SQLException {
          Map<Integer, Day> found = new TreeMap<>();
          for (int storeId : keys) {
            found.put(storeId, read(connection, storeId));
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<Integer, Day> changed) throws SQLException {
          for (Day day : changed.values()) {
            close(connection, day);
          }
        }
      };

  /** Locks in the order of all postings: the store, shifts, baskets, heads. */
  private static Day read(Connection connection, int storeId) throws SQLException {
    ofStore(
        connection, "SELECT store_id FROM store WHERE store_id = ? FOR UPDATE", storeId, r -> 0);
    LocalDate date =
        ofStore(
                connection,
                """
                SELECT business_date FROM business_day WHERE store_id = ? AND closed_at IS NULL
                 ORDER BY business_date DESC LIMIT 1""",
                storeId,
                row -> row.getObject(1, LocalDate.class))
            .stream()
            .findFirst()
            .orElse(null);
    List<LockedShift> shifts = lockOpenShifts(connection, storeId);
    List<OpenBasket> baskets =
        ofStore(
            connection,
            """
            SELECT b.basket_id, b.terminal_id,
                   (SELECT COALESCE(MAX(e.seq), 0) FROM basket_entry e
                     WHERE e.basket_id = b.basket_id) AS version
              FROM basket b JOIN shift h ON h.shift_id = b.shift_id
             WHERE b.store_id = ? AND b.state = 'OPEN' AND h.closed_at IS NULL
             ORDER BY b.basket_id FOR UPDATE""",
            storeId,
            row ->
                new OpenBasket(
                    Statements.id(row, "basket_id"),
                    row.getInt("terminal_id"),
                    row.getInt("version")));
    int count =
        date == null
            ? 0
            : Statements.query(
                    connection,
                    "SELECT COUNT(*) FROM shift WHERE store_id = ? AND business_date = ?",
                    date,
                    (row, day) -> row.number(storeId).date(day),
                    row -> row.getInt(1))
                .get(0);
    List<OpenShift> open = withFigures(connection, shifts);
    return new Day(
        storeId,
        date,
        count,
        open,
        baskets,
        heads(connection, storeId),
        unsent(connection, storeId),
        null);
  }

  /** The open date and what it waits for; nothing is locked. */
  static TillReports.Day look(Connection connection, int storeId) throws SQLException {
    LocalDate date =
        ofStore(
                connection,
                """
                SELECT business_date FROM business_day WHERE store_id = ? AND closed_at IS NULL
                 ORDER BY business_date DESC LIMIT 1""",
                storeId,
                row -> row.getObject(1, LocalDate.class))
            .stream()
            .findFirst()
            .orElse(null);
    return new TillReports.Day(
        date,
        openShifts(connection, storeId),
        suspended(connection, storeId),
        HandoverDao.waiting(connection, storeId),
        unsent(connection, storeId));
  }

  private static List<TillReports.Unsent> unsent(Connection connection, int storeId)
      throws SQLException {
    return ofStore(
        connection,
        """
        SELECT t.code, a.last_number - h.last_number AS sales, a.waiting_minor, a.announced_at
          FROM emergency_announced a JOIN terminal t ON t.terminal_id = a.terminal_id
          JOIN receipt_head h ON h.terminal_id = a.terminal_id AND h.series = 'E'
         WHERE t.store_id = ? AND a.last_number > h.last_number ORDER BY t.code""",
        storeId,
        row ->
            new TillReports.Unsent(
                row.getString("code"),
                row.getLong("sales"),
                row.getLong("waiting_minor"),
                Statements.time(row, "announced_at")));
  }

  private static List<TillReports.WaitingShift> openShifts(Connection connection, int storeId)
      throws SQLException {
    return ofStore(
        connection,
        """
        SELECT h.shift_id, t.code, o.number AS operator_number, o.name, h.number, h.business_date,
               h.opened_at,
               (SELECT COUNT(*) FROM basket b
                 WHERE b.shift_id = h.shift_id AND b.state = 'OPEN') AS baskets
          FROM shift h JOIN terminal t ON t.terminal_id = h.terminal_id
          JOIN operator o ON o.operator_id = h.operator_id
         WHERE h.store_id = ? AND h.closed_at IS NULL ORDER BY t.code""",
        storeId,
        row ->
            new TillReports.WaitingShift(
                Statements.id(row, "shift_id"),
                row.getString("code"),
                row.getString("operator_number"),
                row.getString("name"),
                row.getInt("number"),
                row.getObject("business_date", LocalDate.class),
                Statements.time(row, "opened_at"),
                row.getInt("baskets")));
  }

  private static List<TillReports.Suspended> suspended(Connection connection, int storeId)
      throws SQLException {
    return ofStore(
        connection,
        """
        SELECT b.basket_id, b.suspend_number, t.code, o.name, b.changed_at
          FROM basket b JOIN terminal t ON t.terminal_id = b.terminal_id
          JOIN operator o ON o.operator_id = b.operator_id
         WHERE b.store_id = ? AND b.state = 'SUSPENDED' ORDER BY b.suspend_number LIMIT 1000""",
        storeId,
        row ->
            new TillReports.Suspended(
                Statements.id(row, "basket_id"),
                row.getInt("suspend_number"),
                row.getString("code"),
                row.getString("name"),
                Statements.time(row, "changed_at")));
  }

  private record LockedShift(ShiftRows.Shift shift, String terminal) {}

  private static List<LockedShift> lockOpenShifts(Connection connection, int storeId)
      throws SQLException {
    return ofStore(
        connection,
        """
        SELECT h.shift_id, h.terminal_id, h.operator_id, h.business_date,
               (SELECT t.code FROM terminal t WHERE t.terminal_id = h.terminal_id) AS code
          FROM shift h WHERE h.store_id = ? AND h.closed_at IS NULL
         ORDER BY h.shift_id FOR UPDATE""",
        storeId,
        row ->
            new LockedShift(
                new ShiftRows.Shift(
                    Statements.id(row, "shift_id"),
                    row.getInt("terminal_id"),
                    row.getInt("operator_id"),
                    row.getObject("business_date", LocalDate.class),
                    null),
                row.getString("code")));
  }

  /** Locks the heads of the terminals' journals too. */
  private static List<OpenShift> withFigures(Connection connection, List<LockedShift> shifts)
      throws SQLException {
    List<OpenShift> open = new ArrayList<>();
    for (LockedShift one : shifts) {
      open.add(
          new OpenShift(
              one.shift(),
              one.terminal(),
              FiguresDao.read(connection, one.shift().shiftId(), " FOR UPDATE")));
    }
    return open;
  }

  private static List<Head> heads(Connection connection, int storeId) throws SQLException {
    List<Head> heads =
        new ArrayList<>(
            ofStore(
                connection,
                """
                SELECT r.terminal_id, r.series, r.last_number, r.last_hash FROM receipt_head r
                 WHERE r.terminal_id IN (SELECT terminal_id FROM terminal WHERE store_id = ?)
                 ORDER BY r.terminal_id, r.series""",
                storeId,
                row -> new Head(row.getInt(1), row.getString(2), row.getLong(3), row.getBytes(4))));
    heads.addAll(
        ofStore(
            connection,
            """
            SELECT a.terminal_id, a.last_number, a.last_hash FROM audit_head a
             WHERE a.terminal_id IN (SELECT terminal_id FROM terminal WHERE store_id = ?)
             ORDER BY a.terminal_id""",
            storeId,
            row -> new Head(row.getInt(1), "AUDIT", row.getLong(2), row.getBytes(3))));
    return heads;
  }

  private static void close(Connection connection, Day day) throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE business_day SET closed_at = ?, forced = forced OR ?
         WHERE store_id = ? AND business_date = ?""",
        day,
        (row, d) ->
            row.time(d.closedAt()).flag(!d.open().isEmpty()).number(d.storeId()).date(d.date()));
    Statements.batch(
        connection,
        "UPDATE shift SET closed_at = ? WHERE shift_id = ?",
        day.open(),
        (row, open) -> row.time(day.closedAt()).id(open.shift().shiftId()));
    Statements.batch(
        connection,
        "UPDATE basket SET state = 'VOIDED', changed_at = ? WHERE basket_id = ?",
        day.baskets(),
        (row, basket) -> row.time(day.closedAt()).id(basket.basketId()));
  }

  private static <T> List<T> ofStore(
      Connection connection, String sql, int storeId, Statements.Reader<T> reader)
      throws SQLException {
    return Statements.query(connection, sql, storeId, (row, id) -> row.number(id), reader);
  }
}

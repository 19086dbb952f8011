package id.lajur.server.till;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cash between two counts. */
final class HandoverDao {
  private HandoverDao() {}

  /** A new one. */
  record Row(
      UUID zId,
      int storeId,
      int fromTerminalId,
      int toTerminalId,
      @Nullable Integer operatorId,
      long amountMinor,
      Instant handedAt) {}

  /**
   * How one ended.
   *
   * @param shiftId that took it over, null = it went to the safe
   */
  record End(UUID zId, @Nullable UUID shiftId, UUID postingId, Instant at) {}

  /**
   * What waits in a store, oldest first.
   *
   * @param ended of them, by this document
   */
  record Waiting(List<CashHandover> all, List<End> ended) {
    Waiting {
      all = List.copyOf(all);
      ended = List.copyOf(ended);
    }

    Waiting with(List<End> ends) {
      List<End> both = new ArrayList<>(ended);
      both.addAll(ends);
      return new Waiting(all, both);
    }
  }

  static final InsertTable<Row> HANDOVER =
      new InsertTable<>(
          """
          INSERT INTO cash_handover (z_id, store_id, from_terminal_id, to_terminal_id, operator_id,
                                     amount_minor, handed_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)""",
          (row, handover) ->
              row.id(handover.zId())
                  .number(handover.storeId())
                  .number(handover.fromTerminalId())
                  .number(handover.toTerminalId())
                  .number(handover.operatorId())
                  .number(handover.amountMinor())
                  .time(handover.handedAt()));

  /** Locks the store's row too, as all do that open shifts or close the day. */
  private static final LockedRows<Integer, Waiting> WAITING =
      new LockedRows<>() {
        @Override
        public int order() {
          return 6;
        }

        @Override
        public Map<Integer, Waiting> lock(Connection connection, List<Integer> keys)
            throws SQLException {
          Map<Integer, Waiting> found = new TreeMap<>();
          for (int storeId : keys) {
            lock(connection, storeId, "SELECT store_id FROM store WHERE store_id = ? FOR UPDATE");
            lock(
                connection,
                storeId,
                """
                SELECT z_id FROM cash_handover WHERE store_id = ? AND ended_at IS NULL
                 ORDER BY z_id FOR UPDATE""");
            found.put(storeId, new Waiting(waiting(connection, storeId), List.of()));
          }
          return found;
        }

        private void lock(Connection connection, int storeId, String sql) throws SQLException {
          Statements.query(connection, sql, storeId, (row, id) -> row.number(id), row -> 0);
        }

        @Override
        public void save(Connection connection, Map<Integer, Waiting> changed) throws SQLException {
          for (Waiting waiting : changed.values()) {
            Statements.batch(
                connection,
                """
                UPDATE cash_handover SET shift_id = ?, ended_posting_id = ?, ended_at = ?
                 WHERE z_id = ?""",
                waiting.ended(),
                (row, end) ->
                    row.id(end.shiftId()).id(end.postingId()).time(end.at()).id(end.zId()));
          }
        }
      };

  /** What a document claims that ends handovers. */
  static Document.Claim<?> claim(int storeId) {
    return new Document.Claim<>(WAITING, List.of(storeId));
  }

  static Waiting waiting(Draft draft, int storeId) {
    return draft.get(WAITING, storeId);
  }

  /** Ends handovers that are among those that wait. */
  static void end(Draft draft, int storeId, List<End> ends) {
    draft.put(WAITING, storeId, waiting(draft, storeId).with(ends));
  }

  /** What waits in a store, oldest first; nothing is locked. */
  static List<CashHandover> waiting(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        HANDOVERS + " WHERE h.store_id = ? AND h.ended_at IS NULL ORDER BY h.handed_at, h.z_id",
        storeId,
        (row, id) -> row.number(id),
        HandoverDao::handover);
  }

  /** What a shift took over as its float, oldest first. */
  static List<CashHandover> taken(Connection connection, UUID shiftId) throws SQLException {
    return Statements.query(
        connection,
        HANDOVERS + " WHERE h.shift_id = ? ORDER BY h.handed_at, h.z_id",
        shiftId,
        (row, id) -> row.id(id),
        HandoverDao::handover);
  }

  /** What was handed over with a Z. */
  static Optional<CashHandover> of(Connection connection, UUID zId) throws SQLException {
    return Statements.query(
            connection,
            HANDOVERS + " WHERE h.z_id = ?",
            zId,
            (row, id) -> row.id(id),
            HandoverDao::handover)
        .stream()
        .findFirst();
  }

  private static final String HANDOVERS =
      """
      SELECT h.z_id, z.z_number, h.from_terminal_id, f.code AS from_code,
             s.operator_id AS from_operator_id, c.name AS from_name, h.to_terminal_id,
             t.code AS to_code, h.operator_id, COALESCE(o.number, '') AS operator_number,
             COALESCE(o.name, '') AS operator_name, h.amount_minor, h.handed_at
        FROM cash_handover h
        JOIN z_report z ON z.z_id = h.z_id
        JOIN shift s ON s.shift_id = z.shift_id
        JOIN operator c ON c.operator_id = s.operator_id
        JOIN terminal f ON f.terminal_id = h.from_terminal_id
        JOIN terminal t ON t.terminal_id = h.to_terminal_id
        LEFT JOIN operator o ON o.operator_id = h.operator_id""";

  private static CashHandover handover(ResultSet row) throws SQLException {
    Long operatorId = Statements.numberOrNull(row, "operator_id");
    return new CashHandover(
        Statements.id(row, "z_id"),
        row.getLong("z_number"),
        row.getInt("from_terminal_id"),
        row.getString("from_code"),
        row.getInt("from_operator_id"),
        row.getString("from_name"),
        row.getInt("to_terminal_id"),
        row.getString("to_code"),
        operatorId == null ? null : operatorId.intValue(),
        row.getString("operator_number"),
        row.getString("operator_name"),
        row.getLong("amount_minor"),
        Statements.time(row, "handed_at"));
  }

  /** A terminal or an operator as a message names it. */
  record Named(int id, String name) {}

  /** A selling terminal of the store. */
  static Optional<Named> lane(Connection connection, int storeId, String code) throws SQLException {
    return named(
        connection,
        """
        SELECT terminal_id, name FROM terminal
         WHERE store_id = ? AND code = ? AND kind = 'LANE'""",
        storeId,
        code);
  }

  /** Somebody who works in the store. */
  static Optional<Named> operator(Connection connection, int storeId, String number)
      throws SQLException {
    return named(
        connection,
        "SELECT operator_id, name FROM operator WHERE store_id = ? AND number = ? AND active",
        storeId,
        number);
  }

  private static Optional<Named> named(Connection connection, String sql, int storeId, String code)
      throws SQLException {
    return Statements.query(
            connection,
            sql,
            code,
            (row, text) -> row.number(storeId).text(text),
            row -> new Named(row.getInt(1), row.getString(2)))
        .stream()
        .findFirst();
  }
}

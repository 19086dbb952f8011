package id.lajur.server.live;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lanes, their shifts, and the business date, as they stand. */
final class LanesDao {
  private LanesDao() {}

  /**
   * A lane.
   *
   * @param fingerprint of its certificate in hexadecimal, lower case; empty without one
   * @param unsent receipts that it has given alone and not sent
   */
  record LaneRow(
      int terminalId,
      String code,
      String name,
      String fingerprint,
      long unsent,
      long unsentMinor) {}

  static List<LaneRow> lanes(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT t.terminal_id, t.code, t.name,
               COALESCE(LOWER(HEX(t.certificate_fingerprint)), '') AS fingerprint,
               COALESCE(GREATEST(0, a.last_number - COALESCE(r.last_number, 0)), 0) AS unsent,
               COALESCE(a.waiting_minor, 0) AS unsent_minor
          FROM terminal t
          LEFT JOIN emergency_announced a ON a.terminal_id = t.terminal_id
          LEFT JOIN receipt_head r ON r.terminal_id = t.terminal_id AND r.series = 'E'
         WHERE t.store_id = ? AND t.kind = 'LANE' ORDER BY t.code""",
        storeId,
        (row, id) -> row.number(id),
        row ->
            new LaneRow(
                row.getInt("terminal_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("fingerprint"),
                row.getLong("unsent"),
                row.getLong("unsent_minor")));
  }

  /**
   * An open shift.
   *
   * @param manned whether somebody is signed on at its lane
   * @param leftAt when somebody last signed off there
   */
  record ShiftRow(
      UUID shiftId,
      int terminalId,
      Instant openedAt,
      String operatorNumber,
      String operatorName,
      boolean manned,
      @Nullable Instant leftAt) {}

  /** By terminal. */
  static Map<Integer, ShiftRow> openShifts(Connection connection, int storeId) throws SQLException {
    Map<Integer, ShiftRow> found = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT h.shift_id, h.terminal_id, h.opened_at, o.number, o.name,
               EXISTS (SELECT 1 FROM session n
                        WHERE n.terminal_id = h.terminal_id AND n.closed_at IS NULL) AS manned,
               (SELECT n.closed_at FROM session n WHERE n.terminal_id = h.terminal_id
                 ORDER BY n.closed_at DESC LIMIT 1) AS left_at
          FROM shift h JOIN operator o ON o.operator_id = h.operator_id
         WHERE h.store_id = ? AND h.closed_at IS NULL""",
        storeId,
        (row, id) -> row.number(id),
        row ->
            found.put(
                row.getInt("terminal_id"),
                new ShiftRow(
                    Statements.id(row, "shift_id"),
                    row.getInt("terminal_id"),
                    Statements.time(row, "opened_at"),
                    row.getString("number"),
                    row.getString("name"),
                    row.getBoolean("manned"),
                    Statements.timeOrNull(row, "left_at"))));
    return found;
  }

  /** The business date that counts: the one that is open, else the last. */
  record DateRow(LocalDate date, boolean open) {}

  static @Nullable DateRow date(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT business_date, closed_at IS NULL AS is_open FROM business_day
             WHERE store_id = ? ORDER BY business_date DESC LIMIT 1""",
            storeId,
            (row, id) -> row.number(id),
            row ->
                new DateRow(
                    row.getObject("business_date", LocalDate.class), row.getBoolean("is_open")))
        .stream()
        .findFirst()
        .orElse(null);
  }
}

package id.lajur.server.live;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the audit journal that a manager wants to see as they happen. */
final class IncidentDao {
  private IncidentDao() {}

  /**
   * One of them, with the names of those it tells of.
   *
   * @param number in the journal of its terminal
   * @param reason of a price level that was chosen, its name
   * @param subject basket, sale or shift; empty when it is about none
   */
  record IncidentRow(
      int terminalId,
      long number,
      Instant occurredAt,
      String terminal,
      String kind,
      String operatorName,
      String approverName,
      String itemName,
      @Nullable Long amountMinor,
      String reason,
      String subject) {}

  private static final String SELECT =
      """
      SELECT e.terminal_id, e.number, e.occurred_at, t.code, e.kind,
             COALESCE(o.name, '') AS operator, COALESCE(m.name, '') AS approver,
             COALESCE(b.item_name, '') AS item, e.amount_minor,
             COALESCE(e.reason, l.name, '') AS reason, e.subject_id
        FROM audit_entry e JOIN terminal t ON t.terminal_id = e.terminal_id
        LEFT JOIN operator o ON o.operator_id = e.operator_id
        LEFT JOIN operator m ON m.operator_id = e.approved_by
        LEFT JOIN basket_entry b ON b.basket_id = e.subject_id AND b.seq = e.line_id
                                AND e.kind NOT LIKE 'EMERGENCY%'
        LEFT JOIN price_level l ON l.store_id = t.store_id AND l.level_no = e.after_value
                               AND e.kind = 'PRICE_LEVEL_CHOSEN'
       WHERE e.kind IN
             ('LINE_VOIDED', 'BASKET_VOIDED', 'QUANTITY_LOWERED', 'PRICE_OVERRIDDEN',
              'PRICE_LEVEL_CHOSEN', 'LINE_DISCOUNTED', 'BASKET_DISCOUNTED', 'RETURNED', 'CREDITED',
              'BASKET_TAKEN_OVER', 'RECEIPT_COPIED', 'DRAWER_OPENED', 'CASH_PAY_IN', 'CASH_PAY_OUT', 'CASH_DROP',
              'APPROVED', 'APPROVAL_DECLINED', 'SIGN_ON_FAILED', 'EMERGENCY_RECEIPT',
              'EMERGENCY_LINE_VOIDED', 'EMERGENCY_BASKET_VOIDED', 'SHIFT_CLOSED_FOR_OTHER')
         AND\s""";

  private record Page(int id, Instant since, long after, int most) {}

  /** The newest since a moment, the newest first. */
  static List<IncidentRow> latest(Connection connection, int storeId, Instant since, int most)
      throws SQLException {
    return Statements.query(
        connection,
        SELECT
            + """
            t.store_id = ? AND e.occurred_at >= ?
             ORDER BY e.occurred_at DESC, e.terminal_id, e.number DESC LIMIT ?""",
        new Page(storeId, since, 0, most),
        (row, page) -> row.number(page.id()).time(page.since()).number(page.most()),
        IncidentDao::row);
  }

  /** The newest of a terminal behind a number, the newest first. */
  static List<IncidentRow> after(Connection connection, int terminalId, long number, int most)
      throws SQLException {
    return Statements.query(
        connection,
        SELECT + "e.terminal_id = ? AND e.number > ? ORDER BY e.number DESC LIMIT ?",
        new Page(terminalId, Instant.EPOCH, number, most),
        (row, page) -> row.number(page.id()).number(page.after()).number(page.most()),
        IncidentDao::row);
  }

  private static IncidentRow row(ResultSet row) throws SQLException {
    var subject = Statements.idOrNull(row, "subject_id");
    return new IncidentRow(
        row.getInt("terminal_id"),
        row.getLong("number"),
        Statements.time(row, "occurred_at"),
        row.getString("code"),
        row.getString("kind"),
        row.getString("operator"),
        row.getString("approver"),
        row.getString("item"),
        Statements.numberOrNull(row, "amount_minor"),
        row.getString("reason"),
        subject == null ? "" : subject.toString());
  }

  /** The last number of each terminal's journal. */
  static Map<Integer, Long> heads(Connection connection, int storeId) throws SQLException {
    Map<Integer, Long> heads = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT h.terminal_id, h.last_number FROM audit_head h
          JOIN terminal t ON t.terminal_id = h.terminal_id WHERE t.store_id = ?""",
        storeId,
        (row, id) -> row.number(id),
        row -> heads.put(row.getInt(1), row.getLong(2)));
    return heads;
  }
}

package id.lajur.server.live;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reading the event log. */
final class EventDao {
  private EventDao() {}

  static List<Events.Logged> after(Connection connection, int storeId, long sequence, int most)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT e.seq, e.kind, e.document_id, t.code, e.business_date, e.occurred_at,
               e.amount_minor, e.line_count
          FROM event e JOIN terminal t ON t.terminal_id = e.terminal_id
         WHERE e.store_id = ? AND e.seq > ? ORDER BY e.seq LIMIT ?""",
        sequence,
        (row, after) -> row.number(storeId).number(after).number(most),
        row ->
            new Events.Logged(
                row.getLong("seq"),
                row.getString("kind"),
                Statements.id(row, "document_id"),
                row.getString("code"),
                row.getString("business_date"),
                Statements.time(row, "occurred_at"),
                row.getLong("amount_minor"),
                row.getInt("line_count")));
  }

  static long head(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT seq FROM event_head WHERE store_id = ?",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getLong(1))
        .get(0);
  }
}

package id.lajur.server.live;

import id.lajur.live.v1.Event;
import id.lajur.live.v1.EventKind;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Reading the event log. */
final class EventDao {
  private EventDao() {}

  static List<Event> after(Connection connection, int storeId, long sequence, int most)
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
            Event.newBuilder()
                .setSequence(row.getLong("seq"))
                .setKind(EventKind.valueOf("EVENT_KIND_" + row.getString("kind")))
                .setDocumentId(Statements.id(row, "document_id").toString())
                .setTerminal(row.getString("code"))
                .setBusinessDate(Objects.requireNonNullElse(row.getString("business_date"), ""))
                .setOccurredAtMs(Statements.time(row, "occurred_at").toEpochMilli())
                .setAmountMinor(row.getLong("amount_minor"))
                .setLineCount(row.getInt("line_count"))
                .build());
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

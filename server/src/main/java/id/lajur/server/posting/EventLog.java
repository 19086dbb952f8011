package id.lajur.server.posting;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of the store's events: dense, in commit order, whatever number of writers there are,
 * because the head row is the last one a transaction takes.
 */
public final class EventLog {
  private EventLog() {}

  private record Numbered(int storeId, long seq, Event event) {}

  /**
   * Appends events as the last act of a transaction.
   *
   * @param fence of the right to post under which the transaction was made
   * @return the number of the last event
   * @throws RightLost another server has taken the right; the caller must roll back and stop
   */
  public static long append(Connection connection, int storeId, long fence, List<Event> events)
      throws SQLException {
    long last = advance(connection, storeId, fence, events.size());
    List<Numbered> numbered = new ArrayList<>(events.size());
    long seq = last - events.size();
    for (Event event : events) {
      numbered.add(new Numbered(storeId, ++seq, event));
    }
    Statements.batch(
        connection,
        """
        INSERT INTO event (store_id, seq, kind, document_id, terminal_id, business_date, occurred_at,
                           amount_minor, line_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        numbered,
        (row, one) ->
            row.number(one.storeId())
                .number(one.seq())
                .name(one.event().kind())
                .id(one.event().documentId())
                .number(one.event().terminalId())
                .date(one.event().businessDate())
                .time(one.event().occurredAt())
                .number(one.event().amountMinor())
                .number(one.event().lineCount()));
    return last;
  }

  /** The head's new number comes back with the answer to its change, without a question for it. */
  private static long advance(Connection connection, int storeId, long fence, int by)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE event_head SET seq = LAST_INSERT_ID(seq + ?) WHERE store_id = ? AND fence = ?""",
            Statement.RETURN_GENERATED_KEYS)) {
      new Statements.Row(statement).number(by).number(storeId).number(fence);
      if (statement.executeUpdate() == 0) {
        throw new RightLost();
      }
      try (ResultSet keys = statement.getGeneratedKeys()) {
        if (!keys.next()) {
          throw new IllegalStateException("the event head told no number");
        }
        return keys.getLong(1);
      }
    }
  }

  /** The fence did not hold: this server may not post any more. */
  public static final class RightLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RightLost() {
      super("another server has taken the right to post");
    }
  }
}

package id.lajur.server.catalog;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/** How often items were sold, and up to which event that is counted. */
final class BestSellersDao {
  private static final String NAME = "item_sold";

  private BestSellersDao() {}

  private record Span(long from, long to) {}

  /** The last event that is counted; whoever else counts waits. */
  static long lockCursor(Connection connection, int storeId) throws SQLException {
    Statements.update(
        connection,
        "INSERT IGNORE INTO projection (store_id, name, seq) VALUES (?, ?, 0)",
        NAME,
        (row, name) -> row.number(storeId).text(name));
    return Statements.query(
            connection,
            "SELECT seq FROM projection WHERE store_id = ? AND name = ? FOR UPDATE",
            NAME,
            (row, name) -> row.number(storeId).text(name),
            row -> row.getLong(1))
        .get(0);
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

  /** Adds the lines of the sales among the events after {@code from} up to {@code to}. */
  static void count(Connection connection, int storeId, long from, long to) throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO item_sold (item_id, line_count)
        SELECT l.item_id, COUNT(*)
          FROM event e JOIN sale_line l ON l.sale_id = e.document_id
         WHERE e.store_id = ? AND e.seq > ? AND e.seq <= ? AND e.kind = 'SALE' AND l.kind = 'SALE'
         GROUP BY l.item_id
        ON DUPLICATE KEY UPDATE line_count = line_count + VALUES(line_count)""",
        new Span(from, to),
        (row, span) -> row.number(storeId).number(span.from()).number(span.to()));
    Statements.update(
        connection,
        "UPDATE projection SET seq = ? WHERE store_id = ? AND name = ?",
        to,
        (row, seq) -> row.number(seq.longValue()).number(storeId).text(NAME));
  }
}

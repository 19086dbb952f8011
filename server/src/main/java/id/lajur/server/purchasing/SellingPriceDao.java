package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an item sells at, and what its shop wants it to leave. */
final class SellingPriceDao {
  private SellingPriceDao() {}

  /** The price of an item's base unit at a moment. */
  static Optional<Long> price(Connection connection, int itemId, Instant now) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT price_minor FROM price
             WHERE item_id = ? AND unit_no = 0 AND effective_at <= ?
             ORDER BY effective_at DESC LIMIT 1""",
            itemId,
            (row, id) -> row.number(id).time(now),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** Code of an item's department. */
  static String department(Connection connection, int itemId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT d.code FROM item i JOIN department d ON d.department_id = i.department_id
             WHERE i.item_id = ?""",
            itemId,
            (row, id) -> row.number(id),
            row -> row.getString(1))
        .get(0);
  }

  /** The store's settings about prices that are in force, by their names. */
  static Map<String, String> settings(Connection connection, int storeId, Instant now)
      throws SQLException {
    Map<String, String> found = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT s.name, s.value FROM store_setting s
         WHERE s.store_id = ? AND (s.name LIKE 'price.%' OR s.name = 'cash.coin_minor')
           AND s.effective_at = (SELECT MAX(t.effective_at) FROM store_setting t
                                  WHERE t.store_id = s.store_id AND t.name = s.name
                                    AND t.effective_at <= ?)""",
        storeId,
        (row, id) -> row.number(id).time(now),
        row -> found.put(row.getString(1), row.getString(2)));
    return found;
  }
}

package id.lajur.server.stock;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stock on hand. */
public final class StockDao {
  private StockDao() {}

  /** Balances are shared by all lanes: locked last, in key order, and only by the posting. */
  public static final LockedRows<StockKey, Balance> BALANCES =
      new LockedRows<>() {
        @Override
        public int order() {
          return 90;
        }

        @Override
        public Map<StockKey, Balance> lock(Connection connection, List<StockKey> keys)
            throws SQLException {
          Map<StockKey, Balance> found = lockRows(connection, keys);
          List<StockKey> missing = keys.stream().filter(key -> !found.containsKey(key)).toList();
          if (!missing.isEmpty()) {
            Statements.batch(
                connection,
                "INSERT IGNORE INTO stock_balance VALUES (?, ?, 0, 0, 0)",
                missing,
                (row, key) -> row.number(key.locationId()).number(key.itemId()));
            found.putAll(lockRows(connection, missing));
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<StockKey, Balance> changed)
            throws SQLException {
          Statements.batch(
              connection,
              """
              UPDATE stock_balance
                 SET quantity_milli = ?, value_minor = ?, last_unit_cost_minor = ?
               WHERE location_id = ? AND item_id = ?""",
              changed.entrySet(),
              (row, entry) ->
                  row.number(entry.getValue().quantityMilli())
                      .number(entry.getValue().valueMinor())
                      .number(entry.getValue().lastUnitCostMinor())
                      .number(entry.getKey().locationId())
                      .number(entry.getKey().itemId()));
        }
      };

  /**
   * Thousandths of the base unit on hand; 0 where nothing ever moved. Decides nothing by itself.
   */
  public static long onHand(Connection connection, StockKey key) throws SQLException {
    List<Long> found =
        Statements.query(
            connection,
            "SELECT quantity_milli FROM stock_balance WHERE location_id = ? AND item_id = ?",
            key,
            (row, k) -> row.number(k.locationId()).number(k.itemId()),
            row -> row.getLong(1));
    return found.isEmpty() ? 0 : found.get(0);
  }

  private static Map<StockKey, Balance> lockRows(Connection connection, List<StockKey> keys)
      throws SQLException {
    Map<StockKey, Balance> found = new TreeMap<>();
    Statements.queryKeys(
        connection,
        """
        SELECT location_id, item_id, quantity_milli, value_minor, last_unit_cost_minor
          FROM stock_balance WHERE (location_id, item_id) IN (%s)
         ORDER BY location_id, item_id FOR UPDATE""",
        "(?,?)",
        keys,
        (row, key) -> row.number(key.locationId()).number(key.itemId()),
        row ->
            found.put(
                new StockKey(row.getInt(1), row.getInt(2)),
                new Balance(row.getLong(3), row.getLong(4), row.getLong(5))));
    return found;
  }
}

package id.lajur.server.catalog;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One item at a time, whole. */
final class ItemRecordDao {
  private ItemRecordDao() {}

  /** Whose a barcode is. */
  record Taken(String key, int itemId, String itemCode, String itemName) {}

  /** What lies at a location; locations where it never lay are among them. */
  record Held(
      String location,
      String locationName,
      long quantityMilli,
      long valueMinor,
      long lastUnitCostMinor) {}

  /** The code of the item that a code or barcode names; an item's own code goes before. */
  static Optional<String> codeOf(Connection connection, int storeId, String code, String key)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT code FROM item WHERE store_id = ? AND code = ?
             UNION ALL
            SELECT i.code FROM barcode b JOIN item i ON i.item_id = b.item_id
             WHERE b.store_id = ? AND b.code = ?""",
            code,
            (row, text) -> row.number(storeId).text(text).number(storeId).text(key),
            row -> row.getString(1))
        .stream()
        .findFirst();
  }

  /** The item that has this code of its own, with its prices of a moment. */
  static Optional<ItemRecord> find(Connection connection, int storeId, String code, Instant now)
      throws SQLException {
    StoredCatalog.Item item = CatalogDao.item(connection, storeId, code).orElse(null);
    if (item == null) {
      return Optional.empty();
    }
    Map<Integer, List<String>> keys = keys(connection, item.itemId());
    Map<Integer, List<ItemRecord.Coming>> coming = coming(connection, item.itemId(), now);
    List<ItemRecord.Unit> units =
        Statements.query(
            connection,
            """
            SELECT u.unit_no, u.unit, u.factor_milli,
                   (SELECT p.price_minor FROM price p
                     WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= ?
                     ORDER BY p.effective_at DESC LIMIT 1) AS price_minor
              FROM item_unit u WHERE u.item_id = ? ORDER BY u.unit_no""",
            item.itemId(),
            (row, id) -> row.time(now).number(id),
            row ->
                new ItemRecord.Unit(
                    row.getInt("unit_no"),
                    row.getString("unit"),
                    row.getLong("factor_milli"),
                    keys.getOrDefault(row.getInt("unit_no"), List.of()),
                    Statements.numberOrNull(row, "price_minor"),
                    coming.getOrDefault(row.getInt("unit_no"), List.of())));
    return Statements.query(
            connection,
            """
            SELECT asks_expiry,
                   EXISTS (SELECT 1 FROM stock_move m WHERE m.item_id = i.item_id) AS moved
              FROM item i WHERE i.item_id = ?""",
            item.itemId(),
            (row, id) -> row.number(id),
            row ->
                new ItemRecord(
                    item.itemId(),
                    item.item(),
                    row.getBoolean("asks_expiry"),
                    units,
                    row.getBoolean("moved")))
        .stream()
        .findFirst();
  }

  private static Map<Integer, List<String>> keys(Connection connection, int itemId)
      throws SQLException {
    Map<Integer, List<String>> keys = new HashMap<>();
    Statements.query(
        connection,
        "SELECT unit_no, code FROM barcode WHERE item_id = ? ORDER BY code",
        itemId,
        (row, id) -> row.number(id),
        row ->
            keys.computeIfAbsent(row.getInt(1), unit -> new ArrayList<>()).add(row.getString(2)));
    return keys;
  }

  private static Map<Integer, List<ItemRecord.Coming>> coming(
      Connection connection, int itemId, Instant now) throws SQLException {
    Map<Integer, List<ItemRecord.Coming>> coming = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT unit_no, effective_at, price_minor FROM price
         WHERE item_id = ? AND effective_at > ? ORDER BY effective_at LIMIT 200""",
        itemId,
        (row, id) -> row.number(id).time(now),
        row ->
            coming
                .computeIfAbsent(row.getInt(1), unit -> new ArrayList<>())
                .add(
                    new ItemRecord.Coming(
                        Statements.time(row, "effective_at"), row.getLong("price_minor"))));
    return coming;
  }

  /** Stock at every location of the store, the asker's first. */
  static List<Held> held(Connection connection, int storeId, int itemId, int locationId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT l.code, l.name, COALESCE(s.quantity_milli, 0), COALESCE(s.value_minor, 0),
               COALESCE(s.last_unit_cost_minor, 0)
          FROM location l
          LEFT JOIN stock_balance s ON s.location_id = l.location_id AND s.item_id = ?
         WHERE l.store_id = ? ORDER BY l.location_id <> ?, l.location_id""",
        itemId,
        (row, id) -> row.number(id).number(storeId).number(locationId),
        row ->
            new Held(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5)));
  }

  /** Those of the keys that name something. */
  static List<Taken> taken(Connection connection, int storeId, List<String> keys)
      throws SQLException {
    return Statements.queryKeys(
        connection,
        """
        SELECT b.code, b.item_id, i.code AS item_code, i.name
          FROM barcode b JOIN item i ON i.item_id = b.item_id
         WHERE (b.store_id, b.code) IN (%s)""",
        "(?,?)",
        keys,
        (row, key) -> row.number(storeId).text(key),
        row -> new Taken(row.getString(1), row.getInt(2), row.getString(3), row.getString("name")));
  }

  static void removeBarcodes(Connection connection, int storeId, Collection<String> keys)
      throws SQLException {
    Statements.batch(
        connection,
        "DELETE FROM barcode WHERE store_id = ? AND code = ?",
        keys,
        (row, key) -> row.number(storeId).text(key));
  }

  /** The number after the highest that an item has for its code. */
  static String nextCode(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT COALESCE(MAX(CAST(code AS UNSIGNED)), 0) + 1 FROM item
             WHERE store_id = ? AND code REGEXP '^[0-9]{1,9}$'""",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getString(1))
        .get(0);
  }
}

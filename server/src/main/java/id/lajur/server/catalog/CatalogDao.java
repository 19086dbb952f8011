package id.lajur.server.catalog;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writing the catalogue, many rows at a time. */
final class CatalogDao {
  private CatalogDao() {}

  /** An item with the numbers it has in this store. */
  record ItemRow(int itemId, int departmentId, int taxClassId, NewItem item) {}

  /** A unit of an item. */
  record UnitRow(int itemId, int unitNo, String unit, long factorMilli) {}

  /** A code of a unit. */
  record BarcodeRow(String key, int itemId, int unitNo) {}

  /** A price of a unit from a moment on. */
  record PriceRow(int itemId, int unitNo, Instant effectiveAt, long priceMinor) {}

  /** One department. */
  record DepartmentRow(int departmentId, String code, String name) {}

  /**
   * Makes what servers know of items outdated, after what was changed. The store's row is locked by
   * it until the change ends: before any journal's head.
   */
  static void raiseVersion(Connection connection, int storeId) throws SQLException {
    Statements.update(
        connection,
        "UPDATE store SET catalog_version = catalog_version + 1 WHERE store_id = ?",
        storeId,
        (row, id) -> row.number(id));
  }

  /** Makes changes of the catalogue wait for each other; postings do not wait. */
  static void lockStore(Connection connection, int storeId) throws SQLException {
    Statements.query(
        connection,
        "SELECT store_id FROM location WHERE store_id = ? ORDER BY location_id FOR UPDATE",
        storeId,
        (row, id) -> row.number(id),
        row -> row.getInt(1));
  }

  static Map<String, Integer> ids(Connection connection, String sql, int storeId)
      throws SQLException {
    Map<String, Integer> ids = new HashMap<>();
    Statements.query(
        connection,
        sql,
        storeId,
        (row, id) -> row.number(id),
        row -> ids.put(row.getString(1), row.getInt(2)));
    return ids;
  }

  static final String DEPARTMENT_IDS =
      "SELECT code, department_id FROM department WHERE store_id = ?";
  static final String TAX_CLASS_IDS = "SELECT code, tax_class_id FROM tax_class WHERE store_id = ?";
  static final String LAST_IDS =
      """
      SELECT 'item', COALESCE(MAX(item_id), 0) FROM item WHERE ? IS NOT NULL
       UNION ALL SELECT 'department', COALESCE(MAX(department_id), 0) FROM department""";

  private static final String ITEMS =
      """
      SELECT i.item_id, i.code, i.name, d.code AS department, i.category, i.kind, i.account,
             t.code AS tax_class, i.weighed, i.no_discount, i.no_return, i.blocked,
             i.stock_policy, i.cost_minor, u.unit
        FROM item i
        JOIN department d ON d.department_id = i.department_id
        JOIN tax_class t ON t.tax_class_id = i.tax_class_id
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
       WHERE i.store_id = ?""";

  /** Every item of a store, with its base unit alone. */
  static List<StoredCatalog.Item> items(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection, ITEMS, storeId, (row, id) -> row.number(id), CatalogDao::item);
  }

  /** The item that has this code of its own, with its base unit alone. */
  static Optional<StoredCatalog.Item> item(Connection connection, int storeId, String code)
      throws SQLException {
    return Statements.query(
            connection,
            ITEMS + " AND i.code = ?",
            code,
            (row, text) -> row.number(storeId).text(text),
            CatalogDao::item)
        .stream()
        .findFirst();
  }

  private static StoredCatalog.Item item(ResultSet row) throws SQLException {
    return new StoredCatalog.Item(
        row.getInt("item_id"),
        new NewItem(
            row.getString("code"),
            row.getString("name"),
            row.getString("department"),
            row.getString("category"),
            SaleItem.Kind.valueOf(row.getString("kind")),
            row.getString("account"),
            row.getString("tax_class"),
            row.getBoolean("weighed"),
            row.getBoolean("no_discount"),
            row.getBoolean("no_return"),
            row.getString("blocked"),
            SaleItem.StockPolicy.valueOf(row.getString("stock_policy")),
            Statements.numberOrNull(row, "cost_minor"),
            List.of(new NewItem.Unit(row.getString("unit"), 1000, null, List.of()))));
  }

  /** Every unit of every item of a store, by item and number. */
  static List<UnitRow> units(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT u.item_id, u.unit_no, u.unit, u.factor_milli
          FROM item_unit u JOIN item i ON i.item_id = u.item_id
         WHERE i.store_id = ? ORDER BY u.item_id, u.unit_no""",
        storeId,
        (row, id) -> row.number(id),
        row -> new UnitRow(row.getInt(1), row.getInt(2), row.getString(3), row.getLong(4)));
  }

  /** Every code of a store. */
  static List<BarcodeRow> barcodes(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        "SELECT code, item_id, unit_no FROM barcode WHERE store_id = ?",
        storeId,
        (row, id) -> row.number(id),
        row -> new BarcodeRow(row.getString(1), row.getInt(2), row.getInt(3)));
  }

  /** Codes of the accounts that the store's books have. */
  static Set<String> accounts(Connection connection) throws SQLException {
    return Set.copyOf(
        Statements.query(
            connection,
            "SELECT code FROM account WHERE code >= ?",
            "",
            (row, least) -> row.text(least),
            row -> row.getString(1)));
  }

  /** The price of each unit at a moment, by {@code item_id/unit_no}. */
  static Map<String, Long> prices(Connection connection, Instant now) throws SQLException {
    Map<String, Long> prices = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT p.item_id, p.unit_no, p.price_minor FROM price p
          JOIN (SELECT item_id, unit_no, MAX(effective_at) AS effective_at FROM price
                 WHERE effective_at <= ? GROUP BY item_id, unit_no) newest
         USING (item_id, unit_no, effective_at)""",
        now,
        (row, time) -> row.time(time),
        row -> prices.put(row.getInt(1) + "/" + row.getInt(2), row.getLong(3)));
    return prices;
  }

  /**
   * A unit with its price.
   *
   * @param priceMinor null when it has none
   */
  record PricedUnit(int itemId, int unitNo, String unit, @Nullable Long priceMinor) {}

  /** The units of an item, each with its price at a moment; none when there is no such item. */
  static List<PricedUnit> pricedUnits(
      Connection connection, int storeId, String itemCode, Instant at) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT u.item_id, u.unit_no, u.unit,
               (SELECT p.price_minor FROM price p
                 WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= ?
                 ORDER BY p.effective_at DESC LIMIT 1) AS price_minor
          FROM item i JOIN item_unit u ON u.item_id = i.item_id
         WHERE i.store_id = ? AND i.code = ? ORDER BY u.unit_no""",
        itemCode,
        (row, code) -> row.time(at).number(storeId).text(code),
        row ->
            new PricedUnit(
                row.getInt("item_id"),
                row.getInt("unit_no"),
                row.getString("unit"),
                Statements.numberOrNull(row, "price_minor")));
  }

  /** Departments by name. */
  static List<QuickItem.Named> departments(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        "SELECT code, name FROM department WHERE store_id = ? ORDER BY name, code",
        storeId,
        (row, id) -> row.number(id),
        row -> new QuickItem.Named(row.getString(1), row.getString(2)));
  }

  /** Tax classes in the order they were made. */
  static List<QuickItem.Named> taxClasses(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        "SELECT code, name FROM tax_class WHERE store_id = ? ORDER BY tax_class_id",
        storeId,
        (row, id) -> row.number(id),
        row -> new QuickItem.Named(row.getString(1), row.getString(2)));
  }

  /** Categories that items are in, at most 1,000. */
  static List<String> categories(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT DISTINCT category FROM item WHERE store_id = ? AND category <> ''
         ORDER BY category LIMIT 1000""",
        storeId,
        (row, id) -> row.number(id),
        row -> row.getString(1));
  }

  /** Whether, from now on, no delivery of an item goes without its date of expiry. */
  static void askExpiry(Connection connection, int itemId, boolean asks) throws SQLException {
    Statements.update(
        connection,
        "UPDATE item SET asks_expiry = ? WHERE item_id = ?",
        itemId,
        (row, id) -> row.flag(asks).number(id));
  }

  static void departments(Connection connection, int storeId, List<DepartmentRow> rows)
      throws SQLException {
    Statements.batch(
        connection,
        "INSERT INTO department (department_id, store_id, code, name) VALUES (?, ?, ?, ?)",
        rows,
        (row, department) ->
            row.number(department.departmentId())
                .number(storeId)
                .text(department.code())
                .text(department.name()));
  }

  /** Names a department, and the item that stands for it. */
  static void nameDepartment(Connection connection, int storeId, String code, String name)
      throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE department d LEFT JOIN item i ON i.item_id = d.item_id
           SET d.name = ?, i.name = ?
         WHERE d.store_id = ? AND d.code = ?""",
        code,
        (row, of) -> row.text(name).text(name).number(storeId).text(of));
  }

  /** Gives departments the item that stands for an amount entered in them. */
  static void departmentItems(Connection connection, List<ItemRow> rows) throws SQLException {
    Statements.batch(
        connection,
        "UPDATE department SET item_id = ? WHERE department_id = ?",
        rows,
        (row, item) -> row.number(item.itemId()).number(item.departmentId()));
  }

  static void newItems(Connection connection, int storeId, List<ItemRow> rows) throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO item (name, department_id, category, kind, account, tax_class_id, weighed,
                          no_discount, no_return, blocked, stock_policy, cost_minor, item_id,
                          store_id, code)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows,
        (row, item) -> bind(row, item).number(storeId).text(item.item().code()));
  }

  static void changedItems(Connection connection, List<ItemRow> rows) throws SQLException {
    Statements.batch(
        connection,
        """
        UPDATE item SET name = ?, department_id = ?, category = ?, kind = ?, account = ?,
                        tax_class_id = ?, weighed = ?, no_discount = ?, no_return = ?, blocked = ?,
                        stock_policy = ?, cost_minor = ?
         WHERE item_id = ?""",
        rows,
        CatalogDao::bind);
  }

  private static Statements.Row bind(Statements.Row row, ItemRow item) throws SQLException {
    return row.text(item.item().name())
        .number(item.departmentId())
        .text(item.item().category())
        .name(item.item().kind())
        .text(item.item().account())
        .number(item.taxClassId())
        .flag(item.item().weighed())
        .flag(item.item().noDiscount())
        .flag(item.item().noReturn())
        .text(item.item().blocked())
        .name(item.item().stockPolicy())
        .number((@Nullable Number) item.item().costMinor())
        .number(item.itemId());
  }

  static void units(Connection connection, Collection<UnitRow> rows) throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO item_unit (item_id, unit_no, unit, factor_milli) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE unit = VALUES(unit), factor_milli = VALUES(factor_milli)""",
        rows,
        (row, unit) ->
            row.number(unit.itemId())
                .number(unit.unitNo())
                .text(unit.unit())
                .number(unit.factorMilli()));
  }

  static void barcodes(Connection connection, int storeId, Collection<BarcodeRow> rows)
      throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO barcode (store_id, code, item_id, unit_no) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE unit_no = VALUES(unit_no)""",
        rows,
        (row, barcode) ->
            row.number(storeId)
                .text(barcode.key())
                .number(barcode.itemId())
                .number(barcode.unitNo()));
  }

  static void prices(Connection connection, Collection<PriceRow> rows) throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO price (item_id, unit_no, effective_at, price_minor) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE price_minor = VALUES(price_minor)""",
        rows,
        (row, price) ->
            row.number(price.itemId())
                .number(price.unitNo())
                .time(price.effectiveAt())
                .number(price.priceMinor()));
  }
}

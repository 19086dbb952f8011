package id.lajur.server.catalog;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.RequestDao;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  record DepartmentRow(int departmentId, String code) {}

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

  static final String ITEM_IDS = "SELECT code, item_id FROM item WHERE store_id = ?";
  static final String DEPARTMENT_IDS =
      "SELECT code, department_id FROM department WHERE store_id = ?";
  static final String TAX_CLASS_IDS = "SELECT code, tax_class_id FROM tax_class WHERE store_id = ?";
  static final String BARCODE_OWNERS = "SELECT code, item_id FROM barcode WHERE store_id = ?";
  static final String LAST_IDS =
      """
      SELECT 'item', COALESCE(MAX(item_id), 0) FROM item WHERE ? IS NOT NULL
       UNION ALL SELECT 'department', COALESCE(MAX(department_id), 0) FROM department""";

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

  /** Records the answer of a command. */
  static void answered(Connection connection, RequestDao.Recorded answer) throws SQLException {
    Statements.batch(
        connection, RequestDao.REQUEST.sql(), List.of(answer), RequestDao.REQUEST.binder());
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
                .text(department.code()));
  }

  /** Gives departments the item that stands for an amount entered in them. */
  static void departmentItems(Connection connection, List<ItemRow> rows) throws SQLException {
    Statements.batch(
        connection,
        "UPDATE department SET item_id = ? WHERE department_id = ?",
        rows,
        (row, item) -> row.number(item.itemId()).number(item.departmentId()));
  }

  static void items(Connection connection, int storeId, List<ItemRow> rows) throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO item (item_id, store_id, code, name, department_id, category, kind, account,
                          tax_class_id, weighed, no_discount, no_return, stock_policy, cost_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, ?, ?)
        ON DUPLICATE KEY UPDATE name = VALUES(name), department_id = VALUES(department_id),
               category = VALUES(category), kind = VALUES(kind), account = VALUES(account),
               tax_class_id = VALUES(tax_class_id), weighed = VALUES(weighed),
               stock_policy = VALUES(stock_policy), cost_minor = VALUES(cost_minor)""",
        rows,
        (row, item) ->
            row.number(item.itemId())
                .number(storeId)
                .text(item.item().code())
                .text(item.item().name())
                .number(item.departmentId())
                .text(item.item().category())
                .name(item.item().kind())
                .text(item.item().account())
                .number(item.taxClassId())
                .flag(item.item().weighed())
                .name(item.item().stockPolicy())
                .number((@Nullable Number) item.item().costMinor()));
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

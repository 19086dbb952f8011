package id.lajur.server.purchasing;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was bought before, at what cost; what was taken back wholly was not. */
final class PurchasesDao {
  private PurchasesDao() {}

  /**
   * Goods and what they cost.
   *
   * @param baseMilli > 0, thousandths of the base unit
   */
  record Bought(long costMinor, long baseMilli) {
    /** Per 1000 milli of the base unit, in minor units. */
    long unitCostMinor() {
      return Numbers.mulDiv(costMinor, 1000, baseMilli);
    }
  }

  /** The newest purchase of each of these items, by item. */
  static Map<Integer, Bought> newest(Connection connection, List<Integer> itemIds)
      throws SQLException {
    Map<Integer, Bought> found = new HashMap<>();
    Statements.queryKeys(
        connection,
        """
        SELECT l.item_id, l.cost_minor, l.quantity_milli, l.factor_milli FROM goods_receipt_line l
          JOIN (SELECT item_id, MAX(posting_id) AS posting_id FROM goods_receipt_line
                 WHERE item_id IN (%s) AND reverses_posting_id IS NULL
                   AND reversed_milli < quantity_milli
                 GROUP BY item_id) newest USING (item_id, posting_id)
         WHERE l.reversed_milli < l.quantity_milli
         ORDER BY l.item_id, l.line_no DESC""",
        "?",
        itemIds,
        (row, id) -> row.number(id),
        row -> found.put(row.getInt("item_id"), bought(row)));
    return found;
  }

  /** One earlier purchase. */
  record Purchase(LocalDate deliveredOn, String supplierName, Bought bought, UUID documentId) {}

  /** The last purchases of an item, the newest first. */
  static List<Purchase> last(Connection connection, int itemId, int most) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT COALESCE(g.delivered_on, p.business_date) AS delivered_on, s.name, l.cost_minor,
               l.quantity_milli, l.factor_milli, g.document_id
          FROM goods_receipt_line l
          JOIN goods_receipt g ON g.posting_id = l.posting_id
          JOIN posting p ON p.posting_id = l.posting_id
          JOIN supplier s ON s.supplier_id = g.supplier_id
         WHERE l.item_id = ? AND l.reverses_posting_id IS NULL
           AND l.reversed_milli < l.quantity_milli
         ORDER BY l.posting_id DESC, l.line_no LIMIT ?""",
        itemId,
        (row, id) -> row.number(id).number(most),
        row ->
            new Purchase(
                row.getObject("delivered_on", LocalDate.class),
                row.getString("name"),
                bought(row),
                Statements.id(row, "document_id")));
  }

  /** Price and discount that a unit was bought at. */
  record UnitPrice(long priceMinor, String discount) {}

  /** Of this supplier's last delivery of the unit, else of anybody's. */
  static Optional<UnitPrice> lastPrice(
      Connection connection, int itemId, String unit, long factorMilli, int supplierId)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT l.price_minor, l.discount FROM goods_receipt_line l
              JOIN goods_receipt g ON g.posting_id = l.posting_id
             WHERE l.item_id = ? AND l.unit = ? AND l.factor_milli = ?
               AND l.price_minor IS NOT NULL AND l.reverses_posting_id IS NULL
               AND l.reversed_milli < l.quantity_milli
             ORDER BY (g.supplier_id = ?) DESC, l.posting_id DESC, l.line_no LIMIT 1""",
            itemId,
            (row, id) -> row.number(id).text(unit).number(factorMilli).number(supplierId),
            row -> new UnitPrice(row.getLong(1), row.getString(2)))
        .stream()
        .findFirst();
  }

  /** What the item's file says that a base unit costs; null when it says nothing. */
  static @Nullable Long fileCost(Connection connection, int itemId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT cost_minor FROM item WHERE item_id = ?",
            itemId,
            (row, id) -> row.number(id),
            row -> Optional.ofNullable(Statements.numberOrNull(row, "cost_minor")))
        .get(0)
        .orElse(null);
  }

  static Bought bought(ResultSet row) throws SQLException {
    return new Bought(
        row.getLong("cost_minor"),
        Numbers.mulDiv(row.getLong("quantity_milli"), row.getLong("factor_milli"), 1000));
  }
}

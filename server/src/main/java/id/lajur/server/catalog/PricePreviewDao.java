package id.lajur.server.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Prices, costs and taxes of a selection. */
@RegisterConstructorMapper(PricePreview.Row.class)
interface PricePreviewDao {
  @SqlQuery("SELECT amount_unit_minor FROM store WHERE store_id = :storeId")
  long amountUnit(int storeId);

  /**
   * Level 0 has no prices of its own. Cost is what stock is worth, else of the last delivery, else
   * of the item's file.
   */
  @SqlQuery(
      """
      SELECT i.code, i.name, u.unit_no, u.unit, u.factor_milli,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :at
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,
             (SELECT l.price_minor FROM level_price l
               WHERE l.item_id = u.item_id AND l.unit_no = u.unit_no AND l.level_no = :levelNo
                 AND l.effective_at <= :at
               ORDER BY l.effective_at DESC LIMIT 1) AS level_price_minor,
             CASE WHEN s.quantity_milli > 0
                  THEN ROUND(CAST(s.value_minor AS DECIMAL(38, 0)) * 1000 / s.quantity_milli)
                  ELSE COALESCE(NULLIF(s.last_unit_cost_minor, 0), i.cost_minor) END AS cost_minor,
             COALESCE((SELECT IF(r.mode = 'INCLUSIVE',
                                 ROUND(r.rate_micro * r.base_numerator / r.base_denominator), 0)
                         FROM tax_rate r
                        WHERE r.tax_class_id = i.tax_class_id AND r.effective_at <= :at
                        ORDER BY r.effective_at DESC LIMIT 1), 0) AS tax_micro
        FROM item i
        JOIN item_unit u ON u.item_id = i.item_id
        LEFT JOIN stock_balance s ON s.location_id = :locationId AND s.item_id = i.item_id
       WHERE i.store_id = :storeId AND i.code IN (<codes>)
       ORDER BY i.item_id, u.unit_no""")
  List<PricePreview.Row> units(
      int storeId, int locationId, int levelNo, @BindList Collection<String> codes, Instant at);
}

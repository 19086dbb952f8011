package id.lajur.server.catalog;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is offered, with its price of a moment and its stock at a location. */
@RegisterConstructorMapper(Offer.class)
interface OfferDao {
  /** As {@link Offer#atLevels}, of unit {@code u}. */
  String AT_LEVELS =
      """
             (SELECT GROUP_CONCAT(v.code, ' ', l.price_minor ORDER BY l.level_no SEPARATOR ' ')
                FROM level_price l
                JOIN price_level v ON v.store_id = i.store_id AND v.level_no = l.level_no
               WHERE l.item_id = u.item_id AND l.unit_no = u.unit_no
                 AND l.effective_at =
                     (SELECT MAX(n.effective_at) FROM level_price n
                       WHERE n.item_id = l.item_id AND n.unit_no = l.unit_no
                         AND n.level_no = l.level_no AND n.effective_at <= :now)) AS at_levels
      """;

  /**
   * A unit of an item.
   *
   * @param key of the code that was asked for; the unit's first barcode where it is none of them
   */
  @SqlQuery(
      """
      SELECT i.code AS item_code, i.name,
             COALESCE((SELECT b.code FROM barcode b
                        WHERE b.store_id = i.store_id AND b.code = :key
                          AND b.item_id = i.item_id AND b.unit_no = u.unit_no),
                      (SELECT MIN(b.code) FROM barcode b
                        WHERE b.item_id = i.item_id AND b.unit_no = u.unit_no)) AS barcode,
             u.unit, u.factor_milli, i.weighed,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,
             d.code AS department, t.code AS tax_class,
             COALESCE(s.quantity_milli, 0) AS stock_milli,
             base.unit AS base_unit, i.blocked IS NOT NULL AS blocked,"""
          + AT_LEVELS
          + """
        FROM item i
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = :unitNo
        JOIN item_unit base ON base.item_id = i.item_id AND base.unit_no = 0
        JOIN department d ON d.department_id = i.department_id
        JOIN tax_class t ON t.tax_class_id = i.tax_class_id
        LEFT JOIN stock_balance s ON s.location_id = :locationId AND s.item_id = i.item_id
       WHERE i.item_id = :itemId""")
  Offer offer(int itemId, int unitNo, String key, int locationId, Instant now);

  /**
   * Items whose name holds every word, or whose code begins so, best sellers first, then by name.
   * What stands for an open department is no item that anybody looks for. Of the codes that begin
   * so, 500 are looked at.
   *
   * @param wanted patterns of LIKE with ! as its escape
   */
  @SqlQuery(
      """
      SELECT i.code AS item_code, i.name,
             (SELECT MIN(b.code) FROM barcode b
               WHERE b.item_id = i.item_id AND b.unit_no = u.unit_no) AS barcode,
             u.unit, u.factor_milli, i.weighed,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,
             d.code AS department, t.code AS tax_class,
             COALESCE(s.quantity_milli, 0) AS stock_milli,
             base.unit AS base_unit, i.blocked IS NOT NULL AS blocked,"""
          + AT_LEVELS
          + """
        FROM (SELECT found.item_id, found.unit_no, COALESCE(sold.line_count, 0) AS line_count
                FROM (SELECT item_id, MIN(unit_no) AS unit_no
                        FROM (SELECT item_id, 0 AS unit_no FROM item
                               WHERE store_id = :storeId
                                 AND name LIKE :word1 ESCAPE '!' AND name LIKE :word2 ESCAPE '!'
                                 AND name LIKE :word3 ESCAPE '!' AND name LIKE :word4 ESCAPE '!'
                                 AND name LIKE :word5 ESCAPE '!' AND name LIKE :word6 ESCAPE '!'
                              UNION ALL
                              (SELECT item_id, 0 FROM item
                                WHERE store_id = :storeId AND code LIKE :code ESCAPE '!' LIMIT 500)
                              UNION ALL
                              (SELECT item_id, unit_no FROM barcode
                                WHERE store_id = :storeId
                                  AND (code LIKE :code ESCAPE '!' OR code LIKE :ean13 ESCAPE '!'
                                       OR code LIKE :upc ESCAPE '!' OR code LIKE :ean8 ESCAPE '!')
                                LIMIT 500)
                             ) matched
                       GROUP BY item_id) found
                JOIN item i ON i.item_id = found.item_id
                LEFT JOIN item_sold sold ON sold.item_id = found.item_id
               WHERE found.item_id NOT IN (SELECT item_id FROM department
                                            WHERE store_id = :storeId AND item_id IS NOT NULL)
               ORDER BY line_count DESC, i.name, i.item_id
               LIMIT :most OFFSET :offset) page
        JOIN item i ON i.item_id = page.item_id
        JOIN item_unit u ON u.item_id = page.item_id AND u.unit_no = page.unit_no
        JOIN item_unit base ON base.item_id = page.item_id AND base.unit_no = 0
        JOIN department d ON d.department_id = i.department_id
        JOIN tax_class t ON t.tax_class_id = i.tax_class_id
        LEFT JOIN stock_balance s ON s.location_id = :locationId AND s.item_id = i.item_id
       ORDER BY page.line_count DESC, i.name, i.item_id""")
  List<Offer> search(
      int storeId,
      @BindMethods SearchPatterns wanted,
      int locationId,
      Instant now,
      int most,
      int offset);
}

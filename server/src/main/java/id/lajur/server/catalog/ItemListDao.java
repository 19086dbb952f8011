package id.lajur.server.catalog;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reading the items of the store as a list. */
@RegisterConstructorMapper(ItemList.Row.class)
interface ItemListDao {
  String ROWS =
      """
      SELECT i.item_id, i.code, i.name, d.code AS department, i.category, t.code AS tax_class,
             (SELECT MIN(b.code) FROM barcode b
               WHERE b.item_id = i.item_id AND b.unit_no = 0) AS barcode,
             u.unit AS base_unit,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = i.item_id AND p.unit_no = 0 AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,
             (SELECT MAX(p.effective_at) FROM price p
               WHERE p.item_id = i.item_id AND p.unit_no = 0
                 AND p.effective_at <= :now) AS priced_at,
             COALESCE(s.quantity_milli, 0) AS stock_milli,
             COALESCE(s.value_minor, 0) AS stock_value_minor,
             CASE WHEN s.quantity_milli > 0
                  THEN ROUND(CAST(s.value_minor AS DECIMAL(38, 0)) * 1000 / s.quantity_milli)
                  ELSE COALESCE(NULLIF(s.last_unit_cost_minor, 0), i.cost_minor) END AS cost_minor,
             i.blocked, i.weighed, i.no_discount, i.no_return, i.stock_policy, i.kind,
             (SELECT COUNT(*) FROM item_unit a WHERE a.item_id = i.item_id) AS unit_count""";

  String FROM =
      """

        FROM item i
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
        JOIN department d ON d.department_id = i.department_id
        JOIN tax_class t ON t.tax_class_id = i.tax_class_id
        LEFT JOIN stock_balance s ON s.location_id = :locationId AND s.item_id = i.item_id
       WHERE i.store_id = :storeId
         AND i.item_id NOT IN (SELECT o.item_id FROM department o
                                WHERE o.store_id = :storeId AND o.item_id IS NOT NULL)
         AND (:department = '' OR d.code = :department)
         AND (:category = '' OR i.category = :category)
         AND CASE :state
               WHEN 'SELLING' THEN i.blocked IS NULL
               WHEN 'BLOCKED' THEN i.blocked IS NOT NULL
               WHEN 'BELOW_ZERO' THEN s.quantity_milli < 0
               WHEN 'WITHOUT_PRICE' THEN NOT EXISTS
                    (SELECT 1 FROM price p WHERE p.item_id = i.item_id AND p.unit_no = 0
                        AND p.effective_at <= :now)
               ELSE TRUE END
         AND (:query = ''
              OR i.name LIKE :word1 ESCAPE '!' AND i.name LIKE :word2 ESCAPE '!'
                 AND i.name LIKE :word3 ESCAPE '!' AND i.name LIKE :word4 ESCAPE '!'
                 AND i.name LIKE :word5 ESCAPE '!' AND i.name LIKE :word6 ESCAPE '!'
              OR i.code LIKE :code ESCAPE '!'
              OR i.item_id IN (SELECT b.item_id FROM barcode b
                                WHERE b.store_id = :storeId
                                  AND (b.code LIKE :code ESCAPE '!' OR b.code LIKE :ean13 ESCAPE '!'
                                       OR b.code LIKE :upc ESCAPE '!'
                                       OR b.code LIKE :ean8 ESCAPE '!')))""";

  /**
   * @param last null for the first page
   */
  @SqlQuery(
      ROWS
          + FROM
          + """

             AND (:last IS NULL OR i.name > :last OR i.name = :last AND i.item_id > :lastId)
           ORDER BY i.name, i.item_id LIMIT :most""")
  List<ItemList.Row> byName(
      @BindMethods ItemList.Asked asked,
      @BindMethods SearchPatterns wanted,
      Instant now,
      @Nullable String last,
      int lastId,
      int most);

  /** As {@link #byName}; codes are unique. */
  @SqlQuery(
      ROWS
          + FROM
          + """

             AND (:last IS NULL OR i.code > :last)
           ORDER BY i.code LIMIT :most""")
  List<ItemList.Row> byCode(
      @BindMethods ItemList.Asked asked,
      @BindMethods SearchPatterns wanted,
      Instant now,
      @Nullable String last,
      int most);

  @SqlQuery("SELECT COUNT(*)" + FROM + " AND :now IS NOT NULL")
  long count(@BindMethods ItemList.Asked asked, @BindMethods SearchPatterns wanted, Instant now);
}

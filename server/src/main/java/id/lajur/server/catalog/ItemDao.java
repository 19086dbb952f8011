package id.lajur.server.catalog;

import id.lajur.rules.code.InStoreLayout;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reading the catalogue. */
public interface ItemDao {
  /**
   * As {@link SaleItem#levelPrices}, of unit {@code u}; a price that has ended is NULL and so left
   * out.
   */
  String LEVEL_PRICES =
      """
             (SELECT GROUP_CONCAT(l.level_no, '=', l.price_minor ORDER BY l.level_no)
                FROM level_price l
               WHERE l.item_id = u.item_id AND l.unit_no = u.unit_no
                 AND l.effective_at =
                     (SELECT MAX(n.effective_at) FROM level_price n
                       WHERE n.item_id = l.item_id AND n.unit_no = l.unit_no
                         AND n.level_no = l.level_no AND n.effective_at <= :now)) AS level_prices
      """;

  /**
   * The unit that a code names, at its price of a moment.
   *
   * @param key as {@link Gtin#key} gives it
   */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, i.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,"""
          + LEVEL_PRICES
          + """
        FROM barcode b
        JOIN item i ON i.item_id = b.item_id
        JOIN item_unit u ON u.item_id = b.item_id AND u.unit_no = b.unit_no
       WHERE b.store_id = :storeId AND b.code = :key""")
  @RegisterConstructorMapper(SaleItem.class)
  Optional<SaleItem> find(int storeId, String key, Instant now);

  /** The base unit of the item that has this code of its own. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, i.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,"""
          + LEVEL_PRICES
          + """
        FROM item i
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
       WHERE i.store_id = :storeId AND i.code = :code""")
  @RegisterConstructorMapper(SaleItem.class)
  Optional<SaleItem> findByCode(int storeId, String code, Instant now);

  /** One unit of the item that has this code of its own. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, i.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,"""
          + LEVEL_PRICES
          + """
        FROM item i
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = :unitNo
       WHERE i.store_id = :storeId AND i.code = :code""")
  @RegisterConstructorMapper(SaleItem.class)
  Optional<SaleItem> findUnit(int storeId, String code, int unitNo, Instant now);

  /** As {@link #find} for many keys, by key. */
  @SqlQuery(
      """
      SELECT b.code AS barcode,
             i.item_id, i.code, i.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,"""
          + LEVEL_PRICES
          + """
        FROM barcode b
        JOIN item i ON i.item_id = b.item_id
        JOIN item_unit u ON u.item_id = b.item_id AND u.unit_no = b.unit_no
       WHERE b.store_id = :storeId AND b.code IN (<keys>)""")
  @RegisterConstructorMapper(SaleItem.class)
  @KeyColumn("barcode")
  Map<String, SaleItem> findAll(int storeId, @BindList Collection<String> keys, Instant now);

  /** As {@link #findByCode} for many codes, by code. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, i.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli,
             (SELECT p.price_minor FROM price p
               WHERE p.item_id = u.item_id AND p.unit_no = u.unit_no AND p.effective_at <= :now
               ORDER BY p.effective_at DESC LIMIT 1) AS price_minor,"""
          + LEVEL_PRICES
          + """
        FROM item i
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
       WHERE i.store_id = :storeId AND i.code IN (<codes>)""")
  @RegisterConstructorMapper(SaleItem.class)
  @KeyColumn("code")
  Map<String, SaleItem> findAllByCode(int storeId, @BindList Collection<String> codes, Instant now);

  /** The moments between which the prices of a moment are in force, those of the levels too. */
  @SqlQuery(
      """
      SELECT MAX(CASE WHEN effective_at <= :now THEN effective_at END) AS since,
             MIN(CASE WHEN effective_at > :now THEN effective_at END) AS until
        FROM (SELECT effective_at FROM price WHERE item_id = :itemId AND unit_no = :unitNo
               UNION ALL
              SELECT effective_at FROM level_price
               WHERE item_id = :itemId AND unit_no = :unitNo) begun""")
  @RegisterConstructorMapper(InForce.class)
  InForce priceInForce(int itemId, int unitNo, Instant now);

  /** ISO 4217 letters of the store's currency. */
  @SqlQuery("SELECT currency FROM store WHERE store_id = :storeId")
  String currency(int storeId);

  /** The layout whose prefix a label begins with, the longest first. */
  @SqlQuery(
      """
      SELECT prefix, item_digits, field, field_digits, decimals, inner_check FROM in_store_layout
       WHERE store_id = :storeId AND prefix IN (LEFT(:digits, 2), LEFT(:digits, 3))
       ORDER BY LENGTH(prefix) DESC LIMIT 1""")
  @RegisterConstructorMapper(InStoreLayout.class)
  Optional<InStoreLayout> findLayout(int storeId, String digits);

  /** The item that stands for a department, sold at an amount that is entered. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, d.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli, NULL AS price_minor,
             NULL AS level_prices
        FROM department d
        JOIN item i ON i.item_id = d.item_id
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
       WHERE d.store_id = :storeId AND d.code = :code""")
  @RegisterConstructorMapper(SaleItem.class)
  Optional<SaleItem> findDepartment(int storeId, String code);

  /** As {@link #findDepartment}, of the store's oldest department. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, d.name, i.department_id, i.kind, i.account, i.tax_class_id,
             i.weighed, i.no_discount, i.no_return, i.blocked, i.stock_policy,
             u.unit_no, u.unit, u.factor_milli, NULL AS price_minor,
             NULL AS level_prices
        FROM department d
        JOIN item i ON i.item_id = d.item_id
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
       WHERE d.store_id = :storeId ORDER BY d.department_id LIMIT 1""")
  @RegisterConstructorMapper(SaleItem.class)
  Optional<SaleItem> findOldestDepartment(int storeId);
}

package id.lajur.server.catalog;

import id.lajur.rules.code.InStoreLayout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reading all that can be sold, for lanes that may have to sell by themselves. */
interface ShelfDao {
  /** What moves the shelf. */
  record Versions(long catalogVersion, long rulesVersion, String currency) {}

  record UnitRow(
      String itemCode,
      int unitNo,
      String name,
      String unit,
      long factorMilli,
      boolean weighed,
      boolean noDiscount,
      int taxClassId) {}

  record CodeRow(String itemCode, int unitNo, String code) {}

  record PriceRow(String itemCode, int unitNo, Instant effectiveAt, long priceMinor) {}

  @SqlQuery("SELECT catalog_version, rules_version, currency FROM store WHERE store_id = :storeId")
  @RegisterConstructorMapper(Versions.class)
  Versions versions(int storeId);

  /** What is not blocked, and stands for no open department. */
  @SqlQuery(
      """
      SELECT i.code AS item_code, u.unit_no, i.name, u.unit, u.factor_milli, i.weighed,
             i.no_discount, i.tax_class_id
        FROM item i JOIN item_unit u ON u.item_id = i.item_id
       WHERE i.store_id = :storeId AND i.blocked IS NULL
         AND i.kind IN ('GOODS', 'SERVICE', 'DEPOSIT')
         AND i.item_id NOT IN (SELECT d.item_id FROM department d
                                WHERE d.store_id = :storeId AND d.item_id IS NOT NULL)
       ORDER BY i.code, u.unit_no""")
  @RegisterConstructorMapper(UnitRow.class)
  List<UnitRow> units(int storeId);

  @SqlQuery(
      """
      SELECT i.code AS item_code, b.unit_no, b.code FROM barcode b
        JOIN item i ON i.item_id = b.item_id
       WHERE b.store_id = :storeId ORDER BY i.code, b.unit_no, b.code""")
  @RegisterConstructorMapper(CodeRow.class)
  List<CodeRow> codes(int storeId);

  /** Of each unit the price in force and those that are to come. */
  @SqlQuery(
      """
      SELECT i.code AS item_code, p.unit_no, p.effective_at, p.price_minor FROM price p
        JOIN item i ON i.item_id = p.item_id
       WHERE i.store_id = :storeId
         AND p.effective_at >= COALESCE((SELECT MAX(q.effective_at) FROM price q
                                          WHERE q.item_id = p.item_id AND q.unit_no = p.unit_no
                                            AND q.effective_at <= :now), p.effective_at)
       ORDER BY i.code, p.unit_no, p.effective_at""")
  @RegisterConstructorMapper(PriceRow.class)
  List<PriceRow> prices(int storeId, Instant now);

  @SqlQuery(
      """
      SELECT prefix, item_digits, field, field_digits, decimals, inner_check FROM in_store_layout
       WHERE store_id = :storeId ORDER BY prefix""")
  @RegisterConstructorMapper(InStoreLayout.class)
  List<InStoreLayout> layouts(int storeId);

  /** Names of tax classes as they are printed, by id. */
  @SqlQuery("SELECT tax_class_id, name FROM tax_class WHERE store_id = :storeId")
  @KeyColumn("tax_class_id")
  @ValueColumn("name")
  Map<Integer, String> taxNames(int storeId);
}

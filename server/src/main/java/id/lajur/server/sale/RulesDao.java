package id.lajur.server.sale;

import id.lajur.rules.tax.TaxRate;
import id.lajur.server.catalog.InForce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reading the rules of a store at a moment. */
interface RulesDao {
  /** The moments between which no setting and no rate of a store changes. */
  @SqlQuery(
      """
      SELECT MAX(CASE WHEN effective_at <= :now THEN effective_at END) AS since,
             MIN(CASE WHEN effective_at > :now THEN effective_at END) AS until
        FROM (SELECT effective_at FROM store_setting WHERE store_id = :storeId
               UNION ALL
              SELECT r.effective_at FROM tax_rate r
                JOIN tax_class c ON c.tax_class_id = r.tax_class_id
               WHERE c.store_id = :storeId) dated""")
  @RegisterConstructorMapper(InForce.class)
  InForce inForce(int storeId, Instant now);

  @SqlQuery("SELECT amount_unit_minor FROM store WHERE store_id = :storeId")
  long unitMinor(int storeId);

  @SqlQuery(
      """
      SELECT s.name, s.value FROM store_setting s
       WHERE s.store_id = :storeId
         AND s.effective_at = (SELECT MAX(t.effective_at) FROM store_setting t
                                WHERE t.store_id = s.store_id AND t.name = s.name
                                  AND t.effective_at <= :now)""")
  @KeyColumn("name")
  @ValueColumn("value")
  Map<String, String> settings(int storeId, Instant now);

  @SqlQuery(
      """
      SELECT c.tax_class_id, c.code, r.mode, r.rate_micro, r.base_numerator, r.base_denominator
        FROM tax_class c JOIN tax_rate r ON r.tax_class_id = c.tax_class_id
       WHERE c.store_id = :storeId
         AND r.effective_at = (SELECT MAX(t.effective_at) FROM tax_rate t
                                WHERE t.tax_class_id = c.tax_class_id AND t.effective_at <= :now)""")
  @RegisterConstructorMapper(TaxRate.class)
  List<TaxRate> taxRates(int storeId, Instant now);

  @SqlQuery(
      """
      SELECT code, name, account, cash, gives_change, rounded, opens_drawer, needs_reference
        FROM tender_kind WHERE store_id = :storeId ORDER BY sort_order, code""")
  @RegisterConstructorMapper(TenderKind.class)
  List<TenderKind> tenderKinds(int storeId);
}

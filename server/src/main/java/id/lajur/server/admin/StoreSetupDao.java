package id.lajur.server.admin;

import id.lajur.server.config.NewStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Making a store, its machines and its people. */
interface StoreSetupDao {
  /** What a start needs to know of the store. */
  record StoreRow(int storeId, String timeZone, long rulesVersion) {}

  @SqlQuery("SELECT store_id, time_zone, rules_version FROM store ORDER BY store_id LIMIT 1")
  @RegisterConstructorMapper(StoreRow.class)
  Optional<StoreRow> store();

  @SqlQuery("SELECT name FROM store ORDER BY store_id LIMIT 1")
  String storeName();

  @SqlQuery("SELECT time_zone AS zone, currency FROM store ORDER BY store_id LIMIT 1")
  @RegisterConstructorMapper(NewStore.class)
  NewStore moneyAndZone();

  /** Terminals and operators are numbered one after another, whoever adds them. */
  @SqlQuery("SELECT store_id FROM store WHERE store_id = 1 FOR UPDATE")
  int lockStore();

  @SqlUpdate(
      """
      INSERT INTO store (store_id, code, name, address, tax_number, currency, amount_unit_minor,
                         time_zone, receipt_footer, training, rules_version)
      VALUES (1, :code, :name, :address, :taxNumber, :currency, :amountUnitMinor, :timeZone,
              :receiptFooter, :training, 1)""")
  void insertStore(@BindMethods StoreProfile profile);

  @SqlUpdate(
      "INSERT INTO location (location_id, store_id, code, name) VALUES (1, 1, 'TOKO', 'Toko')")
  void insertShopFloor();

  @SqlUpdate(
      "INSERT INTO store_setting (store_id, name, effective_at, value) VALUES (1, :name, :at, :value)")
  void insertSetting(String name, Instant at, String value);

  @SqlQuery("SELECT fence FROM event_head WHERE store_id = :storeId")
  long fence(int storeId);

  @SqlUpdate("INSERT INTO event_head (store_id, seq, fence, holder) VALUES (1, 0, 0, '')")
  void insertEventHead();

  @SqlUpdate("INSERT INTO account (code, name, kind) VALUES (:code, :name, :kind)")
  void insertAccount(String code, String name, String kind);

  @SqlUpdate(
      "INSERT INTO tax_class (tax_class_id, store_id, code, name) VALUES (:id, 1, :code, :name)")
  void insertTaxClass(int id, String code, String name);

  @SqlUpdate(
      """
      INSERT INTO tax_rate (tax_class_id, effective_at, mode, rate_micro, base_numerator,
                            base_denominator, report_code)
      VALUES (:id, :at, :mode, :rateMicro, :numerator, :denominator, :reportCode)""")
  void insertTaxRate(
      int id,
      Instant at,
      String mode,
      int rateMicro,
      int numerator,
      int denominator,
      String reportCode);

  @SqlUpdate(
      """
      INSERT INTO in_store_layout (store_id, prefix, item_digits, field, field_digits, decimals,
                                   inner_check)
      VALUES (1, :prefix, :itemDigits, :field, :fieldDigits, :decimals, :innerCheck)""")
  void insertLayout(
      String prefix,
      int itemDigits,
      String field,
      int fieldDigits,
      int decimals,
      boolean innerCheck);

  @SqlUpdate(
      """
      INSERT INTO tender_kind (store_id, code, name, account, cash, gives_change, rounded,
                               opens_drawer, needs_reference, sort_order)
      VALUES (1, :code, :name, :account, :cash, :cash, :cash, :cash, FALSE, :sortOrder)""")
  void insertTenderKind(String code, String name, String account, boolean cash, int sortOrder);

  @SqlUpdate(
      """
      INSERT INTO terminal (terminal_id, store_id, location_id, code, name, kind)
      SELECT next.id, 1, 1, :code, :name, :kind
        FROM (SELECT COALESCE(MAX(terminal_id), 0) + 1 AS id FROM terminal) next""")
  void insertTerminal(String code, String name, String kind);

  @SqlQuery("SELECT terminal_id FROM terminal WHERE store_id = 1 AND code = :code")
  int terminalId(String code);

  @SqlUpdate(
      "INSERT INTO audit_head (terminal_id, last_number, last_hash) VALUES (:terminalId, 0, :zeros)")
  void insertAuditHead(int terminalId, byte[] zeros);

  @SqlUpdate(
      """
      INSERT INTO receipt_head (terminal_id, series, last_number, last_hash)
      VALUES (:terminalId, 'S', 0, :zeros), (:terminalId, 'E', 0, :zeros)""")
  void insertReceiptHeads(int terminalId, byte[] zeros);

  @SqlUpdate(
      """
      INSERT INTO operator (operator_id, store_id, number, name, role_id, pin_hash, language, active)
      SELECT next.id, 1, :number, :name,
             (SELECT role_id FROM role WHERE store_id = 1 AND code = :role), :pinHash, :language, TRUE
        FROM (SELECT COALESCE(MAX(operator_id), 0) + 1 AS id FROM operator) next""")
  void insertOperator(String number, String name, String role, String pinHash, String language);

  @SqlUpdate(
      """
      INSERT INTO supplier (supplier_id, store_id, code, name)
      SELECT next.id, 1, :code, :name
        FROM (SELECT COALESCE(MAX(supplier_id), 0) + 1 AS id FROM supplier) next""")
  void insertSupplier(String code, String name);

  @SqlUpdate("UPDATE store SET rules_version = rules_version + 1 WHERE store_id = 1")
  void rulesChanged();

  @SqlUpdate(
      """
      INSERT INTO store_setting (store_id, name, effective_at, value) VALUES (1, :name, :at, :value)
      ON DUPLICATE KEY UPDATE value = VALUES(value)""")
  void putSetting(String name, Instant at, String value);

  @SqlQuery("SELECT tax_class_id FROM tax_class WHERE store_id = 1 AND code = :code")
  Optional<Integer> taxClassId(String code);

  @SqlQuery("SELECT COALESCE(MAX(tax_class_id), 0) + 1 FROM tax_class")
  int nextTaxClassId();

  @SqlUpdate("DELETE FROM tax_rate WHERE tax_class_id = :id")
  void deleteTaxRates(int id);

  @SqlUpdate(
      """
      INSERT INTO tender_kind (store_id, code, name, account, cash, gives_change, rounded,
                               opens_drawer, needs_reference, sort_order)
      VALUES (1, :code, :name, :account, FALSE, TRUE, FALSE, FALSE, FALSE, 9)
      ON DUPLICATE KEY UPDATE gives_change = TRUE""")
  void putTenderThatGivesChange(String code, String name, String account);
}

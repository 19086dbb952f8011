package id.lajur.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Dated settings of a store. */
interface SettingDao {
  /** A value from a moment on. */
  record SettingRow(String name, Instant effectiveAt, String value) {}

  @SqlQuery(
      """
      SELECT name, effective_at, value FROM store_setting WHERE store_id = :storeId
       ORDER BY name, effective_at""")
  @RegisterConstructorMapper(SettingRow.class)
  List<SettingRow> settings(int storeId);

  /** What a store was made with, under the names of the settings that may replace it. */
  record MadeRow(
      String code,
      String name,
      String address,
      String taxNumber,
      String receiptFooter,
      String currency,
      long amountUnitMinor,
      String timeZone,
      boolean training) {}

  @SqlQuery(
      """
      SELECT code, name, address, tax_number, receipt_footer, currency, amount_unit_minor,
             time_zone, training
        FROM store WHERE store_id = :storeId""")
  @RegisterConstructorMapper(MadeRow.class)
  MadeRow made(int storeId);

  @SqlQuery(
      """
      SELECT value FROM store_setting
       WHERE store_id = :storeId AND name = :name AND effective_at <= :at
       ORDER BY effective_at DESC LIMIT 1""")
  Optional<String> valueAt(int storeId, String name, Instant at);

  /** What is to hold later, by moment. */
  @SqlQuery(
      """
      SELECT name, effective_at, value FROM store_setting
       WHERE store_id = :storeId AND name = :name AND effective_at > :at
       ORDER BY effective_at""")
  @RegisterConstructorMapper(SettingRow.class)
  List<SettingRow> later(int storeId, String name, Instant at);

  @SqlUpdate(
      """
      INSERT INTO store_setting (store_id, name, effective_at, value)
      VALUES (:storeId, :name, :at, :value)
          ON DUPLICATE KEY UPDATE value = VALUES(value)""")
  void put(int storeId, String name, Instant at, String value);

  /**
   * The zone of a store.
   *
   * @param posted whether anything has been, so that it stays
   */
  record ZoneRow(String timeZone, boolean posted) {}

  @SqlQuery(
      """
      SELECT time_zone, EXISTS (SELECT 1 FROM posting WHERE store_id = :storeId) AS posted
        FROM store WHERE store_id = :storeId""")
  @RegisterConstructorMapper(ZoneRow.class)
  ZoneRow zone(int storeId);

  /**
   * Whoever posts writes its head last: none commits while it is held, and whoever had it, has. One
   * that has yet to take it is not seen. The opening of a shift, before which nothing is sold,
   * cannot be such a one, as it takes the store's row that each change holds; a delivery or an
   * adjustment can, and is posted after the change with what it has reckoned before it.
   */
  @SqlQuery("SELECT seq FROM event_head WHERE store_id = :storeId FOR UPDATE")
  long lockPosting(int storeId);

  @SqlUpdate("UPDATE store SET time_zone = :timeZone WHERE store_id = :storeId")
  void setZone(int storeId, String timeZone);

  @SqlUpdate(
      """
      UPDATE store SET currency = :code, amount_unit_minor = :unitMinor WHERE store_id = :storeId""")
  void setCurrency(int storeId, @BindMethods StoreCurrency currency);
}

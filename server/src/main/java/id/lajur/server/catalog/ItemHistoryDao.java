package id.lajur.server.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reading what the audit journal has of one item. */
@RegisterConstructorMapper(ItemHistoryDao.Row.class)
@RegisterConstructorMapper(ItemHistory.Price.class)
interface ItemHistoryDao {
  /** The place of an entry, from the newest back. */
  record Place(Instant at, int terminalId, long number) {
    static final Place END =
        new Place(Instant.parse("9999-12-31T00:00:00Z"), Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /** One entry. */
  record Row(
      int terminalId,
      long number,
      String terminal,
      Instant occurredAt,
      String kind,
      @Nullable String operatorNumber,
      @Nullable String operatorName,
      @Nullable String beforeValue,
      @Nullable String afterValue) {}

  @SqlQuery("SELECT item_id FROM item WHERE store_id = :storeId AND code = :code")
  Optional<Integer> itemId(int storeId, String code);

  @SqlQuery(
      """
      SELECT e.terminal_id, e.number, t.code AS terminal, e.occurred_at, e.kind,
             o.number AS operator_number, o.name AS operator_name, e.before_value, e.after_value
        FROM audit_entry e
        JOIN terminal t ON t.terminal_id = e.terminal_id
        LEFT JOIN operator o ON o.operator_id = e.operator_id
       WHERE e.line_id = :itemId AND (e.kind LIKE 'ITEM!_%' ESCAPE '!' OR e.kind IN ('PRICE_CHANGED', 'LEVEL_PRICE_CHANGED'))
         AND (:seesCost OR e.kind <> 'ITEM_COST_CHANGED')
         AND (e.occurred_at, e.terminal_id, e.number) < (:at, :terminalId, :number)
       ORDER BY e.occurred_at DESC, e.terminal_id DESC, e.number DESC LIMIT :most""")
  List<Row> page(int itemId, boolean seesCost, @BindMethods Place before, int most);

  @SqlQuery(
      """
      SELECT u.unit, p.effective_at, p.price_minor
        FROM price p JOIN item_unit u ON u.item_id = p.item_id AND u.unit_no = p.unit_no
       WHERE p.item_id = :itemId ORDER BY p.effective_at DESC, p.unit_no LIMIT 500""")
  List<ItemHistory.Price> prices(int itemId);
}

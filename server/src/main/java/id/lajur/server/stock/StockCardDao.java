package id.lajur.server.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reading the moves of one item. */
@RegisterConstructorMapper(StockCard.Move.class)
@RegisterConstructorMapper(StockCard.Head.class)
@RegisterConstructorMapper(StockCard.Held.class)
interface StockCardDao {
  /** An item by its own code, or by a barcode. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, i.name, u.unit AS base_unit
        FROM item i JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
       WHERE i.store_id = :storeId
         AND (i.code = :code
              OR i.item_id = (SELECT b.item_id FROM barcode b
                               WHERE b.store_id = :storeId AND b.code = :key))
       ORDER BY i.code <> :code LIMIT 1""")
  Optional<StockCard.Head> head(int storeId, String code, String key);

  @SqlQuery(
      """
      SELECT quantity_milli, value_minor FROM stock_balance
       WHERE location_id = :locationId AND item_id = :itemId""")
  Optional<StockCard.Held> held(int locationId, int itemId);

  /**
   * @param before null = from the newest
   */
  @SqlQuery(
      """
      SELECT m.posting_id, m.line_no, p.kind, m.quantity_milli, m.value_minor, p.occurred_at,
             o.name AS operator_name, t.code AS terminal,
             COALESCE(g.document_id, a.document_id, s.sale_id) AS document_id,
             COALESCE(g.number, g.delivery_note, CONCAT(t.code, ' ', s.series, ' ', s.number)) AS number,
             COALESCE(v.name, a.note) AS note, a.reason
        FROM stock_move m
        JOIN posting p ON p.posting_id = m.posting_id
        JOIN operator o ON o.operator_id = p.operator_id
        JOIN terminal t ON t.terminal_id = p.terminal_id
        LEFT JOIN sale s ON s.sale_id = m.posting_id
        LEFT JOIN goods_receipt g ON g.posting_id = m.posting_id
        LEFT JOIN supplier v ON v.supplier_id = g.supplier_id
        LEFT JOIN stock_adjustment a ON a.posting_id = m.posting_id
       WHERE m.item_id = :itemId AND m.location_id = :locationId
         AND (:before IS NULL OR m.posting_id < :before
              OR m.posting_id = :before AND m.line_no < :lineNo)
       ORDER BY m.posting_id DESC, m.line_no DESC LIMIT :most""")
  List<StockCard.Move> moves(
      int locationId, int itemId, @Nullable UUID before, int lineNo, int most);
}

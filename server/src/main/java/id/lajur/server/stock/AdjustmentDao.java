package id.lajur.server.stock;

import id.lajur.server.posting.InsertTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Adjustments as they stand in the books. */
@RegisterConstructorMapper(AdjustmentDao.HeadRow.class)
@RegisterConstructorMapper(AdjustmentDao.PostedLine.class)
interface AdjustmentDao {
  /** A part as it is written. */
  record AdjustmentRow(
      UUID postingId,
      UUID documentId,
      StockAdjustment.Part part,
      StockAdjustment.Head head,
      long valueMinor) {}

  /** A line as it is written. */
  record LineRow(UUID postingId, int lineNo, StockAdjustment.Line line) {}

  InsertTable<AdjustmentRow> ADJUSTMENT =
      new InsertTable<>(
          """
          INSERT INTO stock_adjustment (posting_id, document_id, part, parts, location_id, reason,
                                        note, value_minor)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, written) ->
              row.id(written.postingId())
                  .id(written.documentId())
                  .number(written.part().number())
                  .number(written.part().of())
                  .number(written.head().locationId())
                  .name(written.head().reason())
                  .text(written.head().note())
                  .number(written.valueMinor()));

  InsertTable<LineRow> LINE =
      new InsertTable<>(
          """
          INSERT INTO stock_adjustment_line (posting_id, line_no, item_id, code, unit, factor_milli,
                                             quantity_milli)
          VALUES (?, ?, ?, ?, ?, ?, ?)""",
          (row, written) ->
              row.id(written.postingId())
                  .number(written.lineNo())
                  .number(written.line().itemId())
                  .text(written.line().code())
                  .text(written.line().unit())
                  .number(written.line().factorMilli())
                  .number(written.line().quantityMilli()));

  /** An adjustment, all its parts together. */
  record HeadRow(
      UUID documentId,
      UUID postingId,
      AdjustmentReason reason,
      String note,
      Instant occurredAt,
      String operatorName,
      String terminal,
      String location,
      int lineCount,
      long valueMinor) {}

  /** A line with its move. */
  record PostedLine(
      String itemCode, String name, String unit, long quantityMilli, long valueMinor) {}

  String HEADS =
      """
      SELECT a.document_id, a.posting_id, a.reason, a.note, p.occurred_at,
             o.name AS operator_name, t.code AS terminal, l.code AS location,
             (SELECT COUNT(*) FROM stock_adjustment b
                JOIN stock_adjustment_line n ON n.posting_id = b.posting_id
               WHERE b.document_id = a.document_id) AS line_count,
             (SELECT SUM(b.value_minor) FROM stock_adjustment b
               WHERE b.document_id = a.document_id) AS value_minor
        FROM stock_adjustment a
        JOIN posting p ON p.posting_id = a.posting_id
        JOIN operator o ON o.operator_id = p.operator_id
        JOIN terminal t ON t.terminal_id = p.terminal_id
        JOIN location l ON l.location_id = a.location_id
       WHERE a.part = 1 AND p.store_id = :storeId\s""";

  /**
   * @param before null for the first page
   */
  @SqlQuery(
      HEADS
          + "AND (:before IS NULL OR a.posting_id < :before) ORDER BY a.posting_id DESC LIMIT :most")
  List<HeadRow> page(int storeId, @Nullable UUID before, int most);

  @SqlQuery(HEADS + "AND a.document_id = :documentId")
  Optional<HeadRow> find(int storeId, UUID documentId);

  @SqlQuery(
      """
      SELECT i.code AS item_code, i.name, u.unit, m.quantity_milli, m.value_minor
        FROM stock_adjustment a
        JOIN stock_move m ON m.posting_id = a.posting_id
        JOIN item i ON i.item_id = m.item_id
        JOIN item_unit u ON u.item_id = m.item_id AND u.unit_no = 0
       WHERE a.document_id = :documentId ORDER BY a.part, m.line_no""")
  List<PostedLine> lines(UUID documentId);

  @SqlQuery("SELECT location_id FROM location WHERE store_id = :storeId AND code = :code")
  Optional<Integer> location(int storeId, String code);

  /** The store's open business date. */
  @SqlQuery(
      """
      SELECT business_date FROM business_day WHERE store_id = :storeId AND closed_at IS NULL
       ORDER BY business_date DESC LIMIT 1""")
  Optional<LocalDate> openDate(int storeId);
}

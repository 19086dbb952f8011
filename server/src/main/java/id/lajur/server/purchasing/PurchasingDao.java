package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.InsertTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Suppliers and what they deliver. */
final class PurchasingDao {
  private PurchasingDao() {}

  /**
   * Head of a delivery, of a part of it, or of what takes it back.
   *
   * @param correction null of a delivery
   */
  record ReceiptRow(
      UUID postingId,
      UUID documentId,
      GoodsReceipt.Head head,
      GoodsReceipt.Part part,
      long costMinor,
      long taxMinor,
      @Nullable Correction correction) {}

  /**
   * What a delivery that takes another one back says of it.
   *
   * @param number null where that one has none
   */
  record Correction(UUID documentId, @Nullable String number, String reason) {}

  /** Which line another one takes back. */
  record LineKey(UUID postingId, int lineNo) {}

  /**
   * One line of a delivery.
   *
   * @param reverses null of a delivery
   */
  record LineRow(
      UUID postingId,
      int lineNo,
      GoodsReceipt.Line line,
      long varianceMinor,
      @Nullable LineKey reverses) {}

  /** What is owed to a supplier; owed is positive. */
  record SupplierMoveRow(
      UUID postingId, int lineNo, int supplierId, String account, long amountMinor) {}

  static final InsertTable<ReceiptRow> RECEIPT =
      new InsertTable<>(
          """
          INSERT INTO goods_receipt (posting_id, supplier_id, delivery_note, location_id, cost_minor,
                                     document_id, part, parts, tax_minor, number, draft_id,
                                     delivered_on, due_on, reverses_id, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, receipt) -> {
            Correction correction = receipt.correction();
            paper(
                    row.id(receipt.postingId())
                        .number(receipt.head().supplierId())
                        .text(receipt.head().deliveryNote())
                        .number(receipt.head().locationId())
                        .number(receipt.costMinor())
                        .id(receipt.documentId())
                        .number(receipt.part().number())
                        .number(receipt.part().of())
                        .number(receipt.taxMinor()),
                    receipt.head().paper(),
                    correction == null ? null : correction.number())
                .id(correction == null ? null : correction.documentId())
                .text(correction == null ? null : correction.reason());
          });

  static final InsertTable<LineRow> LINE =
      new InsertTable<>(
          """
          INSERT INTO goods_receipt_line (posting_id, line_no, item_id, barcode, unit, factor_milli,
                                          quantity_milli, cost_minor, bonus_milli, price_minor,
                                          discount, tax_class_id, tax_minor, expires_on,
                                          variance_minor, reverses_posting_id, reverses_line_no)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, added) -> {
            LineKey reverses = added.reverses();
            bind(row.id(added.postingId()).number(added.lineNo()), added.line())
                .number(added.varianceMinor())
                .id(reverses == null ? null : reverses.postingId())
                .number(reverses == null ? null : (Integer) reverses.lineNo());
          });

  static final InsertTable<SupplierMoveRow> SUPPLIER_MOVE =
      new InsertTable<>(
          """
          INSERT INTO supplier_move (posting_id, line_no, supplier_id, account, amount_minor)
          VALUES (?, ?, ?, ?, ?)""",
          (row, move) ->
              row.id(move.postingId())
                  .number(move.lineNo())
                  .number(move.supplierId())
                  .text(move.account())
                  .number(move.amountMinor()));

  private static Statements.Row bind(Statements.Row row, GoodsReceipt.Line line)
      throws SQLException {
    return row.number(line.itemId())
        .text(line.barcode())
        .text(line.unit())
        .number(line.factorMilli())
        .number(line.quantityMilli())
        .number(line.costMinor())
        .number(line.terms().bonusMilli())
        .number((@Nullable Number) line.terms().priceMinor())
        .text(line.terms().discount())
        .number((@Nullable Number) line.terms().taxClassId())
        .number(line.terms().taxMinor())
        .date(line.terms().expiresOn());
  }

  /** Number, draft and dates; a correction has a number of its own and nothing else of them. */
  private static Statements.Row paper(
      Statements.Row row, @Nullable DraftPaper paper, @Nullable String otherwise)
      throws SQLException {
    return row.text(paper == null ? otherwise : paper.number())
        .id(paper == null ? null : paper.draftId())
        .date(paper == null ? null : paper.deliveredOn())
        .date(paper == null ? null : paper.dueOn());
  }

  /** A delivery that is posted in parts, as it was asked for. */
  record Pending(Command command, GoodsReceipt.Head head) {}

  private record PendingLine(UUID requestId, int lineNo, GoodsReceipt.Line line) {}

  /** Keeps a delivery until its last part is posted. */
  static void keep(Connection connection, Pending pending, List<GoodsReceipt.Line> lines)
      throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO goods_receipt_pending (request_id, digest, store_id, terminal_id, operator_id,
                                           document_id, supplier_id, delivery_note, location_id,
                                           received_at, number, draft_id, delivered_on, due_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        pending,
        (row, kept) ->
            paper(
                row.id(kept.command().requestId())
                    .bytes(kept.command().digest())
                    .number(kept.command().storeId())
                    .number(kept.command().terminalId())
                    .number(kept.command().operatorId())
                    .id(kept.head().documentId())
                    .number(kept.head().supplierId())
                    .text(kept.head().deliveryNote())
                    .number(kept.head().locationId())
                    .time(kept.head().receivedAt()),
                kept.head().paper(),
                null));
    List<PendingLine> rows = new ArrayList<>();
    for (GoodsReceipt.Line line : lines) {
      rows.add(new PendingLine(pending.command().requestId(), rows.size() + 1, line));
    }
    Statements.batch(
        connection,
        """
        INSERT INTO goods_receipt_pending_line (request_id, line_no, item_id, barcode, unit,
                                                factor_milli, quantity_milli, cost_minor,
                                                bonus_milli, price_minor, discount, tax_class_id,
                                                tax_minor, expires_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows,
        (row, kept) -> bind(row.id(kept.requestId()).number(kept.lineNo()), kept.line()));
  }

  static Optional<Pending> pending(Connection connection, UUID requestId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT request_id, digest, store_id, terminal_id, operator_id, document_id, supplier_id,
                   delivery_note, location_id, received_at, number, draft_id, delivered_on, due_on
              FROM goods_receipt_pending WHERE request_id = ?""",
            requestId,
            (row, id) -> row.id(id),
            row ->
                new Pending(
                    new Command(
                        Statements.id(row, "request_id"),
                        row.getBytes("digest"),
                        row.getInt("store_id"),
                        row.getInt("terminal_id"),
                        row.getInt("operator_id")),
                    new GoodsReceipt.Head(
                        Statements.id(row, "document_id"),
                        row.getInt("location_id"),
                        row.getInt("supplier_id"),
                        row.getString("delivery_note"),
                        Statements.time(row, "received_at"),
                        paper(row))))
        .stream()
        .findFirst();
  }

  private static @Nullable DraftPaper paper(ResultSet row) throws SQLException {
    UUID draftId = Statements.idOrNull(row, "draft_id");
    return draftId == null
        ? null
        : new DraftPaper(
            draftId,
            row.getString("number"),
            row.getObject("delivered_on", LocalDate.class),
            row.getObject("due_on", LocalDate.class));
  }

  /** Its lines, in their order. */
  static List<GoodsReceipt.Line> pendingLines(Connection connection, UUID requestId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT item_id, unit, factor_milli, barcode, quantity_milli, cost_minor, bonus_milli,
               price_minor, discount, tax_class_id, tax_minor, expires_on
          FROM goods_receipt_pending_line WHERE request_id = ? ORDER BY line_no""",
        requestId,
        (row, id) -> row.id(id),
        row ->
            new GoodsReceipt.Line(
                row.getInt(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                terms(row)));
  }

  static LineTerms terms(ResultSet row) throws SQLException {
    Long taxClass = Statements.numberOrNull(row, "tax_class_id");
    return new LineTerms(
        row.getLong("bonus_milli"),
        Statements.numberOrNull(row, "price_minor"),
        row.getString("discount"),
        taxClass == null ? null : taxClass.intValue(),
        row.getLong("tax_minor"),
        row.getObject("expires_on", LocalDate.class));
  }

  /** Request ids of the deliveries that are not posted whole yet. */
  static List<UUID> allPending(Connection connection, int storeId) throws SQLException {
    return Statements.query(
        connection,
        "SELECT request_id FROM goods_receipt_pending WHERE store_id = ? ORDER BY received_at",
        storeId,
        (row, id) -> row.number(id),
        row -> Statements.id(row, "request_id"));
  }

  /** Whether parts of a delivery are not in the books yet. */
  static boolean isPending(Connection connection, UUID documentId) throws SQLException {
    return Statements.query(
                connection,
                "SELECT COUNT(*) FROM goods_receipt_pending WHERE document_id = ?",
                documentId,
                (row, id) -> row.id(id),
                row -> row.getInt(1))
            .get(0)
        > 0;
  }

  static void forget(Connection connection, UUID requestId) throws SQLException {
    Statements.update(
        connection,
        "DELETE FROM goods_receipt_pending WHERE request_id = ?",
        requestId,
        (row, id) -> row.id(id));
  }

  static Optional<Integer> supplier(Connection connection, int storeId, String code)
      throws SQLException {
    return Statements.query(
            connection,
            "SELECT supplier_id FROM supplier WHERE store_id = ? AND code = ?",
            code,
            (row, text) -> row.number(storeId).text(text),
            row -> row.getInt(1))
        .stream()
        .findFirst();
  }

  /** The store's open business date. */
  static Optional<LocalDate> openDate(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT business_date FROM business_day WHERE store_id = ? AND closed_at IS NULL
             ORDER BY business_date DESC LIMIT 1""",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getObject(1, LocalDate.class))
        .stream()
        .findFirst();
  }
}

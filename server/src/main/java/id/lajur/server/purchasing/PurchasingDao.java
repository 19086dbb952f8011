package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.InsertTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Suppliers and what they deliver. */
final class PurchasingDao {
  private PurchasingDao() {}

  /** Head of a delivery, or of a part of it. */
  record ReceiptRow(
      UUID postingId,
      UUID documentId,
      GoodsReceipt.Head head,
      GoodsReceipt.Part part,
      long costMinor) {}

  /** One line of a delivery. */
  record LineRow(UUID postingId, int lineNo, GoodsReceipt.Line line, long varianceMinor) {}

  /** What is owed to a supplier; owed is positive. */
  record SupplierMoveRow(
      UUID postingId, int lineNo, int supplierId, String account, long amountMinor) {}

  static final InsertTable<ReceiptRow> RECEIPT =
      new InsertTable<>(
          """
          INSERT INTO goods_receipt (posting_id, supplier_id, delivery_note, location_id, cost_minor,
                                     document_id, part, parts)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, receipt) ->
              row.id(receipt.postingId())
                  .number(receipt.head().supplierId())
                  .text(receipt.head().deliveryNote())
                  .number(receipt.head().locationId())
                  .number(receipt.costMinor())
                  .id(receipt.documentId())
                  .number(receipt.part().number())
                  .number(receipt.part().of()));

  static final InsertTable<LineRow> LINE =
      new InsertTable<>(
          """
          INSERT INTO goods_receipt_line (posting_id, line_no, item_id, barcode, unit, factor_milli,
                                          quantity_milli, cost_minor, variance_minor)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, added) ->
              bind(row.id(added.postingId()).number(added.lineNo()), added.line())
                  .number(added.varianceMinor()));

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
        .number(line.costMinor());
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
                                           received_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        pending,
        (row, kept) ->
            row.id(kept.command().requestId())
                .bytes(kept.command().digest())
                .number(kept.command().storeId())
                .number(kept.command().terminalId())
                .number(kept.command().operatorId())
                .id(kept.head().documentId())
                .number(kept.head().supplierId())
                .text(kept.head().deliveryNote())
                .number(kept.head().locationId())
                .time(kept.head().receivedAt()));
    List<PendingLine> rows = new ArrayList<>();
    for (GoodsReceipt.Line line : lines) {
      rows.add(new PendingLine(pending.command().requestId(), rows.size() + 1, line));
    }
    Statements.batch(
        connection,
        """
        INSERT INTO goods_receipt_pending_line (request_id, line_no, item_id, barcode, unit,
                                                factor_milli, quantity_milli, cost_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        rows,
        (row, kept) -> bind(row.id(kept.requestId()).number(kept.lineNo()), kept.line()));
  }

  static Optional<Pending> pending(Connection connection, UUID requestId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT request_id, digest, store_id, terminal_id, operator_id, document_id, supplier_id,
                   delivery_note, location_id, received_at
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
                        Statements.time(row, "received_at"))))
        .stream()
        .findFirst();
  }

  /** Its lines, in their order. */
  static List<GoodsReceipt.Line> pendingLines(Connection connection, UUID requestId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT item_id, unit, factor_milli, barcode, quantity_milli, cost_minor
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
                row.getLong(6)));
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

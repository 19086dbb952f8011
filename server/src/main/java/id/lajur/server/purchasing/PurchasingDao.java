package id.lajur.server.purchasing;

import id.lajur.server.catalog.SaleItem;
import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Suppliers and what they deliver. */
final class PurchasingDao {
  private PurchasingDao() {}

  /** Head of a delivery. */
  record ReceiptRow(
      UUID postingId, int supplierId, String deliveryNote, int locationId, long costMinor) {}

  /** One line of a delivery. */
  record LineRow(
      UUID postingId,
      int lineNo,
      SaleItem item,
      String barcode,
      long quantityMilli,
      long costMinor,
      long varianceMinor) {}

  /** What is owed to a supplier; owed is positive. */
  record SupplierMoveRow(
      UUID postingId, int lineNo, int supplierId, String account, long amountMinor) {}

  static final InsertTable<ReceiptRow> RECEIPT =
      new InsertTable<>(
          """
          INSERT INTO goods_receipt (posting_id, supplier_id, delivery_note, location_id, cost_minor)
          VALUES (?, ?, ?, ?, ?)""",
          (row, receipt) ->
              row.id(receipt.postingId())
                  .number(receipt.supplierId())
                  .text(receipt.deliveryNote())
                  .number(receipt.locationId())
                  .number(receipt.costMinor()));

  static final InsertTable<LineRow> LINE =
      new InsertTable<>(
          """
          INSERT INTO goods_receipt_line (posting_id, line_no, item_id, barcode, unit, factor_milli,
                                          quantity_milli, cost_minor, variance_minor)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, line) ->
              row.id(line.postingId())
                  .number(line.lineNo())
                  .number(line.item().itemId())
                  .text(line.barcode())
                  .text(line.item().unit())
                  .number(line.item().factorMilli())
                  .number(line.quantityMilli())
                  .number(line.costMinor())
                  .number(line.varianceMinor()));

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

package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.ChainCode;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptDiscount;
import id.lajur.sale.v1.ReceiptLine;
import id.lajur.sale.v1.ReceiptTax;
import id.lajur.sale.v1.ReceiptTender;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads a receipt as it was frozen, straight into the message that the paper is made from. */
final class ReceiptDao {
  private ReceiptDao() {}

  /** The newest sale of a terminal. */
  static Optional<UUID> last(Connection connection, int terminalId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT sale_id FROM sale WHERE terminal_id = ? AND series = 'S'
             ORDER BY number DESC LIMIT 1""",
            terminalId,
            (row, id) -> row.number(id),
            row -> Statements.id(row, "sale_id"))
        .stream()
        .findFirst();
  }

  /** The sale of a receipt. */
  static Optional<UUID> numbered(
      Connection connection, int storeId, String terminal, String series, long number)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT s.sale_id FROM sale s
              JOIN terminal t ON t.terminal_id = s.terminal_id
             WHERE t.store_id = ? AND t.code = ? AND s.series = ? AND s.number = ?""",
            storeId,
            (row, id) -> row.number(id).text(terminal).text(series).number(number),
            row -> Statements.id(row, "sale_id"))
        .stream()
        .findFirst();
  }

  /**
   * Locks a sale against another copy of it at the same moment.
   *
   * @return false when the store has no such sale
   */
  static boolean lock(Connection connection, int storeId, UUID saleId) throws SQLException {
    return !Statements.query(
            connection,
            "SELECT 1 FROM sale WHERE sale_id = ? AND store_id = ? FOR UPDATE",
            saleId,
            (row, id) -> row.id(id).number(storeId),
            row -> row.getInt(1))
        .isEmpty();
  }

  /** How many copies of a sale's receipt were given: one record of the journal each. */
  static int copies(Connection connection, UUID saleId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT COUNT(*) FROM audit_entry WHERE subject_id = ? AND kind = 'RECEIPT_COPIED'",
            saleId,
            (row, id) -> row.id(id),
            row -> row.getInt(1))
        .get(0);
  }

  static Optional<Receipt> find(Connection connection, int storeId, UUID saleId)
      throws SQLException {
    Optional<Receipt.Builder> found =
        Statements.query(
                connection,
                """
                SELECT s.*, t.code AS terminal, o.number AS operator_number, o.name AS operator,
                       st.time_zone, st.currency, st.amount_unit_minor, st.name AS store,
                       st.address, st.tax_number, st.receipt_footer, st.training
                  FROM sale s
                  JOIN terminal t ON t.terminal_id = s.terminal_id
                  JOIN operator o ON o.operator_id = s.operator_id
                  JOIN store st ON st.store_id = s.store_id
                 WHERE s.sale_id = ? AND s.store_id = ?""",
                saleId,
                (row, id) -> row.id(id).number(storeId),
                row ->
                    Receipt.newBuilder()
                        .setSaleId(saleId.toString())
                        .setTerminal(row.getString("terminal"))
                        .setSeries(row.getString("series"))
                        .setNumber(row.getLong("number"))
                        .setSoldAtMs(Statements.time(row, "sold_at").toEpochMilli())
                        .setTimeZone(row.getString("time_zone"))
                        .setBusinessDate(row.getString("business_date"))
                        .setOperatorNumber(row.getString("operator_number"))
                        .setOperatorName(row.getString("operator"))
                        .setLinesMinor(row.getLong("lines_minor"))
                        .setDiscountMinor(row.getLong("discount_minor"))
                        .setTaxOnTopMinor(row.getLong("tax_on_top_minor"))
                        .setTotalMinor(row.getLong("total_minor"))
                        .setRoundingMinor(row.getLong("rounding_minor"))
                        .setChangeMinor(row.getLong("change_minor"))
                        .setChainCode(ChainCode.of(row.getBytes("hash")))
                        .setCurrency(row.getString("currency"))
                        .setAmountUnitMinor(row.getLong("amount_unit_minor"))
                        .setStoreName(row.getString("store"))
                        .setStoreAddress(row.getString("address"))
                        .setTaxNumber(row.getString("tax_number"))
                        .setFooter(row.getString("receipt_footer"))
                        .setTraining(row.getBoolean("training")))
            .stream()
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Receipt.Builder receipt = found.get();
    shopTexts(connection, storeId, receipt);
    receipt.addAllLines(
        Statements.query(
            connection,
            """
            SELECT l.*, c.code AS tax_class,
                   IF(l.weighed OR l.price_source = 'LABEL' OR l.barcode = '', i.code, l.barcode)
                       AS code
              FROM sale_line l
              JOIN tax_class c ON c.tax_class_id = l.tax_class_id
              JOIN item i ON i.item_id = l.item_id
             WHERE l.sale_id = ? ORDER BY l.line_no""",
            saleId,
            (row, id) -> row.id(id),
            row ->
                ReceiptLine.newBuilder()
                    .setName(row.getString("name"))
                    .setUnit(row.getString("unit"))
                    .setQuantityMilli(row.getLong("quantity_milli"))
                    .setPriceMinor(row.getLong("price_minor"))
                    .setDiscountMinor(row.getLong("discount_minor"))
                    .setTotalMinor(row.getLong("total_minor"))
                    .setTaxClass(row.getString("tax_class"))
                    .setWeighed(row.getBoolean("weighed"))
                    .setKind(LineKind.valueOf("LINE_KIND_" + row.getString("kind")))
                    .setReason(java.util.Objects.requireNonNullElse(row.getString("reason"), ""))
                    .setCode(row.getString("code"))
                    .setBasketDiscountMinor(row.getLong("basket_discount_minor"))
                    .setReturnedMilli(row.getLong("returned_milli"))
                    .setLineNo(row.getInt("line_no"))
                    .build()));
    receipt.addAllDiscounts(
        Statements.query(
            connection,
            """
            SELECT source, reason, amount_minor FROM sale_discount
             WHERE sale_id = ? AND line_no IS NULL ORDER BY discount_no""",
            saleId,
            (row, id) -> row.id(id),
            row ->
                ReceiptDiscount.newBuilder()
                    .setSource(SaleMessages.source(DiscountSource.valueOf(row.getString("source"))))
                    .setReason(row.getString("reason"))
                    .setAmountMinor(row.getLong("amount_minor"))
                    .build()));
    receipt.addAllTaxes(
        Statements.query(
            connection,
            """
            SELECT t.*, c.code, c.name FROM sale_tax t
              JOIN tax_class c ON c.tax_class_id = t.tax_class_id
             WHERE t.sale_id = ? ORDER BY t.tax_class_id""",
            saleId,
            (row, id) -> row.id(id),
            row ->
                ReceiptTax.newBuilder()
                    .setTaxClass(row.getString("code"))
                    .setName(row.getString("name"))
                    .setRateMicro(row.getInt("rate_micro"))
                    .setTaxableMinor(row.getLong("taxable_minor"))
                    .setTaxMinor(row.getLong("tax_minor"))
                    .setOtherBaseMinor(
                        Numbers.mulDiv(
                            row.getLong("taxable_minor"),
                            row.getInt("base_numerator"),
                            row.getInt("base_denominator")))
                    .setOnTop(row.getString("mode").equals("EXCLUSIVE"))
                    .build()));
    receipt.addAllTenders(
        Statements.query(
            connection,
            """
            SELECT t.kind, k.name, t.amount_minor, t.reference FROM sale_tender t
              JOIN tender_kind k ON k.code = t.kind AND k.store_id = ?
             WHERE t.sale_id = ? ORDER BY t.tender_no""",
            saleId,
            (row, id) -> row.number(storeId).id(id),
            row ->
                ReceiptTender.newBuilder()
                    .setKind(row.getString("kind"))
                    .setName(row.getString("name"))
                    .setAmountMinor(row.getLong("amount_minor"))
                    .setReference(row.getString("reference"))
                    .build()));
    return Optional.of(receipt.build());
  }

  private record Text(String name, String value) {}

  /** The texts of the shop as they were when it sold; a later one of the same name comes later. */
  private static void shopTexts(Connection connection, int storeId, Receipt.Builder receipt)
      throws SQLException {
    for (Text text :
        Statements.query(
            connection,
            """
            SELECT name, value FROM store_setting
             WHERE store_id = ? AND effective_at <= ?
               AND name IN ('store.name', 'store.address', 'store.tax_number', 'receipt.header',
                            'receipt.footer')
             ORDER BY effective_at""",
            storeId,
            (row, id) -> row.number(id).time(Instant.ofEpochMilli(receipt.getSoldAtMs())),
            row -> new Text(row.getString(1), row.getString(2)))) {
      switch (text.name()) {
        case "store.name" -> receipt.setStoreName(text.value());
        case "store.address" -> receipt.setStoreAddress(text.value());
        case "store.tax_number" -> receipt.setTaxNumber(text.value());
        case "receipt.header" -> receipt.setHeader(text.value());
        default -> receipt.setFooter(text.value());
      }
    }
  }
}

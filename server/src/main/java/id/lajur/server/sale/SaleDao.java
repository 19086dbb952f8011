package id.lajur.server.sale;

import id.lajur.rules.tax.TaxRate;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sales as they are frozen. */
final class SaleDao {
  private SaleDao() {}

  /** One terminal's series of receipts. */
  record SeriesKey(int terminalId, String series) implements Comparable<SeriesKey> {
    @Override
    public int compareTo(SeriesKey other) {
      int byTerminal = Integer.compare(terminalId, other.terminalId);
      return byTerminal != 0 ? byTerminal : series.compareTo(other.series);
    }
  }

  /** Last number and link of a series. */
  record SeriesHead(long number, byte[] hash) {}

  /** Head of a sale; amounts in minor units. */
  record SaleRow(
      UUID saleId,
      UUID basketId,
      int storeId,
      int terminalId,
      String series,
      long number,
      UUID shiftId,
      int operatorId,
      LocalDate businessDate,
      Instant soldAt,
      int lineCount,
      long linesMinor,
      long discountMinor,
      long taxOnTopMinor,
      long taxMinor,
      long totalMinor,
      long roundingMinor,
      long changeMinor,
      long costMinor,
      @Nullable Integer memberId,
      @Nullable Integer levelNo,
      byte[] hash) {}

  /** One line of a sale. */
  record LineRow(
      UUID saleId,
      int lineNo,
      int storeId,
      LocalDate businessDate,
      int terminalId,
      String kind,
      SaleItem item,
      String barcode,
      long quantityMilli,
      long listPriceMinor,
      long priceMinor,
      PriceSource priceSource,
      long discountMinor,
      long totalMinor,
      long basketDiscountMinor,
      long taxableMinor,
      long taxMinor,
      long costMinor,
      @Nullable String reason) {}

  /** One discount of a sale. */
  record DiscountRow(
      UUID saleId,
      int discountNo,
      @Nullable Integer lineNo,
      DiscountSource source,
      long amountMinor,
      @Nullable Integer approvedBy,
      String reason) {}

  /** One rate of a sale. */
  record TaxRow(UUID saleId, TaxRate rate, long taxableMinor, long taxMinor) {}

  /** One tender of a sale. */
  record TenderRow(UUID saleId, int tenderNo, String kind, long amountMinor, String reference) {}

  static final InsertTable<SaleRow> SALE =
      new InsertTable<>(
          """
          INSERT INTO sale (sale_id, basket_id, store_id, terminal_id, series, number, shift_id,
                            operator_id, business_date, sold_at, line_count, lines_minor,
                            discount_minor, tax_on_top_minor, tax_minor, total_minor,
                            rounding_minor, change_minor, cost_minor, member_id,
                            level_no, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, sale) ->
              row.id(sale.saleId())
                  .id(sale.basketId())
                  .number(sale.storeId())
                  .number(sale.terminalId())
                  .text(sale.series())
                  .number(sale.number())
                  .id(sale.shiftId())
                  .number(sale.operatorId())
                  .date(sale.businessDate())
                  .time(sale.soldAt())
                  .number(sale.lineCount())
                  .number(sale.linesMinor())
                  .number(sale.discountMinor())
                  .number(sale.taxOnTopMinor())
                  .number(sale.taxMinor())
                  .number(sale.totalMinor())
                  .number(sale.roundingMinor())
                  .number(sale.changeMinor())
                  .number(sale.costMinor())
                  .number(sale.memberId())
                  .number(sale.levelNo())
                  .bytes(sale.hash()));

  static final InsertTable<LineRow> LINE =
      new InsertTable<>(
          """
          INSERT INTO sale_line (sale_id, line_no, store_id, business_date, terminal_id, kind,
                                 item_id, item_kind, name, barcode, department_id, unit,
                                 factor_milli, weighed, quantity_milli, list_price_minor,
                                 price_minor, price_source, discount_minor, total_minor,
                                 basket_discount_minor, tax_class_id, taxable_minor, tax_minor,
                                 cost_minor, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, line) ->
              row.id(line.saleId())
                  .number(line.lineNo())
                  .number(line.storeId())
                  .date(line.businessDate())
                  .number(line.terminalId())
                  .text(line.kind())
                  .number(line.item().itemId())
                  .name(line.item().kind())
                  .text(line.item().name())
                  .text(line.barcode())
                  .number(line.item().departmentId())
                  .text(line.item().unit())
                  .number(line.item().factorMilli())
                  .flag(line.item().weighed())
                  .number(line.quantityMilli())
                  .number(line.listPriceMinor())
                  .number(line.priceMinor())
                  .name(line.priceSource())
                  .number(line.discountMinor())
                  .number(line.totalMinor())
                  .number(line.basketDiscountMinor())
                  .number(line.item().taxClassId())
                  .number(line.taxableMinor())
                  .number(line.taxMinor())
                  .number(line.costMinor())
                  .text(line.reason()));

  static final InsertTable<DiscountRow> DISCOUNT =
      new InsertTable<>(
          """
          INSERT INTO sale_discount (sale_id, discount_no, line_no, source, amount_minor,
                                     lowers_base, approved_by, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, discount) ->
              row.id(discount.saleId())
                  .number(discount.discountNo())
                  .number(discount.lineNo())
                  .name(discount.source())
                  .number(discount.amountMinor())
                  .flag(discount.source().lowersBase())
                  .number(discount.approvedBy())
                  .text(discount.reason()));

  static final InsertTable<TaxRow> TAX =
      new InsertTable<>(
          """
          INSERT INTO sale_tax (sale_id, tax_class_id, mode, rate_micro, base_numerator,
                                base_denominator, taxable_minor, tax_minor)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, tax) ->
              row.id(tax.saleId())
                  .number(tax.rate().taxClassId())
                  .name(tax.rate().mode())
                  .number(tax.rate().rateMicro())
                  .number(tax.rate().baseNumerator())
                  .number(tax.rate().baseDenominator())
                  .number(tax.taxableMinor())
                  .number(tax.taxMinor()));

  static final InsertTable<TenderRow> TENDER =
      new InsertTable<>(
          """
          INSERT INTO sale_tender (sale_id, tender_no, kind, amount_minor, reference)
          VALUES (?, ?, ?, ?, ?)""",
          (row, tender) ->
              row.id(tender.saleId())
                  .number(tender.tenderNo())
                  .text(tender.kind())
                  .number(tender.amountMinor())
                  .text(tender.reference()));

  /** Numbers and chains belong to a terminal; no other lane waits for them. */
  static final LockedRows<SeriesKey, SeriesHead> SERIES =
      new LockedRows<>() {
        @Override
        public int order() {
          return 30;
        }

        @Override
        public Map<SeriesKey, SeriesHead> lock(Connection connection, List<SeriesKey> keys)
            throws SQLException {
          Map<SeriesKey, SeriesHead> found = new TreeMap<>();
          Statements.queryKeys(
              connection,
              """
              SELECT terminal_id, series, last_number, last_hash FROM receipt_head
               WHERE (terminal_id, series) IN (%s) ORDER BY terminal_id, series FOR UPDATE""",
              "(?,?)",
              keys,
              (row, key) -> row.number(key.terminalId()).text(key.series()),
              row ->
                  found.put(
                      new SeriesKey(row.getInt(1), row.getString(2)),
                      new SeriesHead(row.getLong(3), row.getBytes(4))));
          return found;
        }

        @Override
        public void save(Connection connection, Map<SeriesKey, SeriesHead> changed)
            throws SQLException {
          Statements.batch(
              connection,
              """
              UPDATE receipt_head SET last_number = ?, last_hash = ?
               WHERE terminal_id = ? AND series = ?""",
              changed.entrySet(),
              (row, head) ->
                  row.number(head.getValue().number())
                      .bytes(head.getValue().hash())
                      .number(head.getKey().terminalId())
                      .text(head.getKey().series()));
        }
      };
}

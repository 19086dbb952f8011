package id.lajur.server.till;

import id.lajur.server.posting.InsertTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Z reports, written once and never changed. */
final class ZDao {
  private ZDao() {}

  /** A Z. */
  record ZRow(
      UUID zId,
      long zNumber,
      ShiftFigures figures,
      LocalDate businessDate,
      Instant closedAt,
      long countedCashMinor,
      String explanation,
      long laneSaleCount,
      long laneSaleTotalMinor) {}

  /** One tender of a Z. */
  record TenderRow(
      UUID zId, String kind, long count, long amountMinor, @Nullable Long countedMinor) {}

  /** One note or coin of a count. */
  record DenominationRow(UUID zId, long valueMinor, int pieces) {}

  static final InsertTable<ZRow> Z =
      new InsertTable<>(
          """
          INSERT INTO z_report (z_id, terminal_id, z_number, shift_id, business_date, closed_at,
                 sale_count, first_receipt, last_receipt, sales_minor, discount_minor, tax_minor,
                 rounding_minor, return_minor, voided_lines, voided_baskets, drawer_openings,
                 expected_cash_minor, counted_cash_minor, explanation, receipt_number, receipt_hash,
                 audit_number, audit_hash, lane_sale_count, lane_sale_total_minor)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, z) ->
              row.id(z.zId())
                  .number(z.figures().terminalId())
                  .number(z.zNumber())
                  .id(z.figures().shiftId())
                  .date(z.businessDate())
                  .time(z.closedAt())
                  .number(z.figures().saleCount())
                  .number(z.figures().firstReceipt())
                  .number(z.figures().lastReceipt())
                  .number(z.figures().salesMinor())
                  .number(z.figures().discountMinor())
                  .number(z.figures().taxMinor())
                  .number(z.figures().roundingMinor())
                  .number(z.figures().returnMinor())
                  .number(z.figures().voidedLines())
                  .number(z.figures().voidedBaskets())
                  .number(z.figures().drawerOpenings())
                  .number(z.figures().expectedCashMinor())
                  .number(z.countedCashMinor())
                  .text(z.explanation())
                  .number(z.figures().receiptHead().number())
                  .bytes(z.figures().receiptHead().hash())
                  .number(z.figures().auditHead().number())
                  .bytes(z.figures().auditHead().hash())
                  .number(z.laneSaleCount())
                  .number(z.laneSaleTotalMinor()));

  static final InsertTable<TenderRow> TENDER =
      new InsertTable<>(
          """
          INSERT INTO z_tender (z_id, kind, tender_count, amount_minor, counted_minor)
          VALUES (?, ?, ?, ?, ?)""",
          (row, tender) ->
              row.id(tender.zId())
                  .text(tender.kind())
                  .number(tender.count())
                  .number(tender.amountMinor())
                  .number((@Nullable Number) tender.countedMinor()));

  static final InsertTable<DenominationRow> DENOMINATION =
      new InsertTable<>(
          "INSERT INTO z_denomination (z_id, value_minor, pieces) VALUES (?, ?, ?)",
          (row, denomination) ->
              row.id(denomination.zId())
                  .number(denomination.valueMinor())
                  .number(denomination.pieces()));
}

package id.lajur.server.sale;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Links of the receipt chain, form 1 of docs/chains.md. The audit computes them again, by code of
 * its own, from the rows.
 */
final class ReceiptChain {
  private ReceiptChain() {}

  static byte[] link(
      byte[] before,
      SaleDao.SaleRow sale,
      List<SaleDao.LineRow> lines,
      List<SaleDao.DiscountRow> discounts,
      List<SaleDao.TaxRow> taxes,
      List<SaleDao.TenderRow> tenders) {
    StringBuilder text = new StringBuilder(512);
    text.append("lajur-receipt|1\n").append(HexFormat.of().formatHex(before)).append('\n');
    record(
        text,
        "sale",
        sale.terminalId(),
        sale.series(),
        sale.number(),
        sale.saleId(),
        sale.basketId(),
        sale.businessDate(),
        micros(sale.soldAt()),
        sale.operatorId(),
        sale.lineCount(),
        sale.linesMinor(),
        sale.discountMinor(),
        sale.taxOnTopMinor(),
        sale.taxMinor(),
        sale.totalMinor(),
        sale.roundingMinor(),
        sale.changeMinor());
    for (SaleDao.LineRow line : lines) {
      record(
          text,
          "line",
          line.lineNo(),
          line.kind(),
          line.item().itemId(),
          text(line.barcode()),
          line.item().factorMilli(),
          line.quantityMilli(),
          line.listPriceMinor(),
          line.priceMinor(),
          line.priceSource(),
          line.discountMinor(),
          line.totalMinor(),
          line.basketDiscountMinor(),
          line.item().taxClassId(),
          line.taxableMinor(),
          line.taxMinor());
    }
    for (SaleDao.DiscountRow discount : discounts) {
      record(
          text,
          "discount",
          discount.discountNo(),
          orDash(discount.lineNo()),
          discount.source(),
          discount.amountMinor(),
          discount.source().lowersBase() ? 1 : 0,
          orDash(discount.approvedBy()));
    }
    for (SaleDao.TaxRow tax : taxes) {
      record(
          text,
          "tax",
          tax.rate().taxClassId(),
          tax.rate().mode(),
          tax.rate().rateMicro(),
          tax.rate().baseNumerator(),
          tax.rate().baseDenominator(),
          tax.taxableMinor(),
          tax.taxMinor());
    }
    for (SaleDao.TenderRow tender : tenders) {
      record(
          text,
          "tender",
          tender.tenderNo(),
          tender.kind(),
          tender.amountMinor(),
          text(tender.reference()));
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void record(StringBuilder text, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "|").append(fields[i]);
    }
    text.append('\n');
  }

  private static String text(String value) {
    return value.length() + ":" + value;
  }

  private static Object orDash(@Nullable Object value) {
    return value == null ? "-" : value;
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }
}

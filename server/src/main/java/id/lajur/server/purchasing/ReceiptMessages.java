package id.lajur.server.purchasing;

import id.lajur.purchasing.v1.GetGoodsReceiptResponse;
import id.lajur.purchasing.v1.GoodsReceiptSummary;
import id.lajur.purchasing.v1.ReceivedLine;
import id.lajur.rules.amount.Numbers;
import id.lajur.rules.code.Gtin;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posted deliveries on the wire. */
final class ReceiptMessages {
  private ReceiptMessages() {}

  static GoodsReceiptSummary summary(ReceiptReadingDao.Document document) {
    return GoodsReceiptSummary.newBuilder()
        .setDocumentId(document.documentId().toString())
        .setNumber(text(document.number()))
        .setSupplier(document.supplier())
        .setSupplierName(document.supplierName())
        .setDeliveryNote(document.deliveryNote())
        .setDeliveredOn(document.deliveredOn().toString())
        .setDueOn(Objects.toString(document.dueOn(), ""))
        .setPostedAtMs(document.postedAt().toEpochMilli())
        .setOperatorName(document.operatorName())
        .setTerminal(document.terminal())
        .setLocation(document.location())
        .setLineCount(document.lineCount())
        .setNetCostMinor(document.netMinor())
        .setTaxMinor(document.taxMinor())
        .setTotalCostMinor(Math.addExact(document.netMinor(), document.taxMinor()))
        .setReversesDocumentId(id(document.reversesId()))
        .setReversesNumber(text(document.reversesNumber()))
        .setReason(text(document.reason()))
        .setCorrectionCount(document.corrections())
        .build();
  }

  static GetGoodsReceiptResponse whole(ReceiptReading.Whole whole) {
    return GetGoodsReceiptResponse.newBuilder()
        .setReceipt(summary(whole.document()))
        .addAllLines(whole.lines().stream().map(ReceiptMessages::line).toList())
        .addAllCorrections(whole.corrections().stream().map(ReceiptMessages::summary).toList())
        .build();
  }

  private static ReceivedLine line(ReceiptReadingDao.Line read) {
    GoodsReceipt.Line line = read.line();
    LineTerms terms = line.terms();
    ReceivedLine.Builder message =
        ReceivedLine.newBuilder()
            .setPart(read.part())
            .setLineNo(read.lineNo())
            .setItemCode(read.itemCode())
            .setName(read.name())
            .setBarcode(Gtin.shown(line.barcode()))
            .setUnit(line.unit())
            .setFactorMilli(line.factorMilli())
            .setBaseUnit(read.baseUnit())
            .setQuantityMilli(line.quantityMilli())
            .setBonusMilli(terms.bonusMilli())
            .setReversedMilli(read.reversedMilli())
            .setDiscount(terms.discount())
            .setUnitCostMinor(
                Numbers.mulDiv(
                    Math.abs(line.costMinor()), 1000, Math.max(1, Math.abs(line.baseMilli()))))
            .setCostMinor(line.costMinor())
            .setTaxMinor(terms.taxMinor())
            .setExpiresOn(Objects.toString(terms.expiresOn(), ""))
            .setPriceChanged(read.priceChanged());
    if (terms.priceMinor() != null) {
      message.setPriceMinor(terms.priceMinor());
    }
    if (read.sellingPriceMinor() != null) {
      message.setSellingPriceMinor(read.sellingPriceMinor());
    }
    return message.build();
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static String id(@Nullable UUID id) {
    return Objects.toString(id, "");
  }
}

package id.lajur.backoffice.receiving;

import id.lajur.catalog.v1.ItemOffer;
import id.lajur.purchasing.v1.Draft;
import id.lajur.purchasing.v1.DraftLine;
import id.lajur.purchasing.v1.DraftState;
import id.lajur.purchasing.v1.DraftUnit;
import id.lajur.purchasing.v1.DraftView;
import id.lajur.purchasing.v1.GetDraftLineResponse;
import id.lajur.purchasing.v1.GetGoodsReceiptResponse;
import id.lajur.purchasing.v1.GoodsReceiptSummary;
import id.lajur.purchasing.v1.ReceivedLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server answers, as the screen has it. */
final class Answers {
  /** A line of a posted delivery is named by its part and number. */
  static final int LINES_OF_A_PART = 1_000;

  private Answers() {}

  static Paper paper(Draft draft) {
    return new Paper(
        draft.getState() == DraftState.DRAFT_STATE_POSTING
            ? Paper.State.POSTING
            : Paper.State.DRAFT,
        draft.getDraftId(),
        draft.getNumber(),
        draft.getSupplierName(),
        draft.getDeliveryNote(),
        LocalDate.parse(draft.getDeliveredOn()),
        draft.getLineCount(),
        draft.getTotalCostMinor(),
        draft.getChangedBy(),
        Instant.ofEpochMilli(draft.getChangedAtMs()));
  }

  static Paper paper(GoodsReceiptSummary receipt) {
    return new Paper(
        receipt.getReversesDocumentId().isEmpty() ? Paper.State.POSTED : Paper.State.CORRECTION,
        receipt.getDocumentId(),
        receipt.getNumber(),
        receipt.getSupplierName(),
        receipt.getDeliveryNote(),
        LocalDate.parse(receipt.getDeliveredOn()),
        receipt.getLineCount(),
        receipt.getTotalCostMinor(),
        receipt.getOperatorName(),
        Instant.ofEpochMilli(receipt.getPostedAtMs()));
  }

  static Sheet sheet(DraftView view) {
    Draft draft = view.getDraft();
    return new Sheet(
        draft.getDraftId(),
        "",
        draft.getNumber(),
        draft.getState() == DraftState.DRAFT_STATE_OPEN,
        draft.getVersion(),
        draft.getSupplier(),
        draft.getSupplierName(),
        draft.getDeliveryNote(),
        LocalDate.parse(draft.getDeliveredOn()),
        date(draft.getDueOn()),
        draft.getLocation(),
        draft.getQuantityMilli(),
        draft.getNetCostMinor(),
        draft.getTaxMinor(),
        draft.getTotalCostMinor(),
        Instant.ofEpochMilli(draft.getChangedAtMs()),
        draft.getChangedBy(),
        view.getLinesList().stream().map(Answers::line).toList());
  }

  private static GoodsLine line(DraftLine line) {
    return new GoodsLine(
        line.getLineId(),
        line.getVersion(),
        line.getRemoved(),
        line.getItemCode(),
        line.getName(),
        line.getBarcode(),
        line.getUnit(),
        line.getFactorMilli(),
        line.getBaseUnit(),
        line.getQuantityMilli(),
        line.getBonusMilli(),
        line.hasPriceMinor() ? (Long) line.getPriceMinor() : null,
        line.getDiscount(),
        line.hasUnitCostMinor() ? (Long) line.getUnitCostMinor() : null,
        line.hasCostMinor() ? (Long) line.getCostMinor() : null,
        line.hasCostChangeMicro() ? (Long) line.getCostChangeMicro() : null,
        date(line.getExpiresOn()),
        line.getAsksExpiry(),
        line.getNeverReceived(),
        line.getPriceDecided(),
        line.getPriced());
  }

  static Sheet sheet(GetGoodsReceiptResponse answer) {
    GoodsReceiptSummary receipt = answer.getReceipt();
    List<GoodsLine> lines = answer.getLinesList().stream().map(Answers::line).toList();
    long base =
        answer.getLinesList().stream()
            .mapToLong(line -> line.getQuantityMilli() * line.getFactorMilli() / 1000)
            .sum();
    return new Sheet(
        "",
        receipt.getDocumentId(),
        receipt.getNumber(),
        false,
        0,
        receipt.getSupplier(),
        receipt.getSupplierName(),
        receipt.getDeliveryNote(),
        LocalDate.parse(receipt.getDeliveredOn()),
        date(receipt.getDueOn()),
        receipt.getLocation(),
        base,
        receipt.getNetCostMinor(),
        receipt.getTaxMinor(),
        receipt.getTotalCostMinor(),
        Instant.ofEpochMilli(receipt.getPostedAtMs()),
        receipt.getOperatorName(),
        lines);
  }

  private static GoodsLine line(ReceivedLine line) {
    return new GoodsLine(
        line.getPart() * LINES_OF_A_PART + line.getLineNo(),
        0,
        false,
        line.getItemCode(),
        line.getName(),
        line.getBarcode(),
        line.getUnit(),
        line.getFactorMilli(),
        line.getBaseUnit(),
        line.getQuantityMilli() - line.getBonusMilli(),
        line.getBonusMilli(),
        line.hasPriceMinor() ? (Long) line.getPriceMinor() : null,
        line.getDiscount(),
        line.getUnitCostMinor(),
        line.getCostMinor(),
        null,
        date(line.getExpiresOn()),
        false,
        false,
        true,
        true,
        line.getQuantityMilli() - line.getReversedMilli(),
        line.getPriceChanged() && line.hasSellingPriceMinor()
            ? (Long) line.getSellingPriceMinor()
            : null);
  }

  static Facts facts(GetDraftLineResponse answer) {
    return new Facts(
        answer.getLine().getLineId(),
        answer.getStockMilli(),
        answer.getStockAfterMilli(),
        answer.getPurchasesList().stream()
            .map(
                one ->
                    new Facts.Purchase(
                        LocalDate.parse(one.getDeliveredOn()),
                        one.getSupplierName(),
                        one.getUnitCostMinor()))
            .toList(),
        answer.hasSellingPriceMinor() ? (Long) answer.getSellingPriceMinor() : null,
        answer.hasProposedPriceMinor() ? (Long) answer.getProposedPriceMinor() : null,
        answer.hasMarginMicro() ? (Long) answer.getMarginMicro() : null,
        answer.hasProposedMarginMicro() ? (Long) answer.getProposedMarginMicro() : null,
        answer.hasWantedMarginMicro() ? (Long) answer.getWantedMarginMicro() : null,
        answer.getUnitsList().stream().map(DraftUnit::getUnit).toList());
  }

  static Found found(ItemOffer offer) {
    return new Found(
        offer.getBarcode().isEmpty() ? offer.getItemCode() : offer.getBarcode(),
        offer.getName(),
        offer.getUnit(),
        offer.getDepartment(),
        offer.hasPriceMinor() ? (Long) offer.getPriceMinor() : null);
  }

  private static @Nullable LocalDate date(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }
}

package id.lajur.server.purchasing;

import id.lajur.purchasing.v1.ChangeLineRequest;
import id.lajur.purchasing.v1.Draft;
import id.lajur.purchasing.v1.DraftLine;
import id.lajur.purchasing.v1.DraftState;
import id.lajur.purchasing.v1.DraftUnit;
import id.lajur.purchasing.v1.DraftView;
import id.lajur.purchasing.v1.GetDraftLineResponse;
import id.lajur.purchasing.v1.Purchase;
import id.lajur.rules.amount.Numbers;
import id.lajur.rules.amount.StackedDiscount;
import id.lajur.rules.code.Gtin;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drafts on the wire. */
final class DraftMessages {
  private static final int MOST_DISCOUNT = 40;

  private DraftMessages() {}

  static DraftView view(DraftReading.View view) {
    return DraftView.newBuilder()
        .setDraft(draft(view.draft()))
        .addAllLines(view.changed().stream().map(line -> line(line, view.unitMinor())).toList())
        .build();
  }

  static Draft draft(PricedDraft priced) {
    DraftReadingDao.Head head = priced.head();
    return Draft.newBuilder()
        .setDraftId(head.draftId().toString())
        .setNumber(head.number())
        .setState(
            switch (head.state()) {
              case OPEN -> DraftState.DRAFT_STATE_OPEN;
              case POSTING -> DraftState.DRAFT_STATE_POSTING;
              case POSTED -> DraftState.DRAFT_STATE_POSTED;
              case DISCARDED -> DraftState.DRAFT_STATE_DISCARDED;
            })
        .setVersion(head.version())
        .setSupplier(head.supplier())
        .setSupplierName(head.supplierName())
        .setDeliveryNote(head.deliveryNote())
        .setDeliveredOn(head.deliveredOn().toString())
        .setDueOn(head.dueOn().toString())
        .setLocation(head.location())
        .setLineCount(priced.lines().size())
        .setQuantityMilli(priced.baseMilli())
        .setNetCostMinor(priced.netMinor())
        .setTaxMinor(priced.taxMinor())
        .setTotalCostMinor(Math.addExact(priced.netMinor(), priced.taxMinor()))
        .setChangedAtMs(head.changedAt().toEpochMilli())
        .setChangedBy(head.changedBy())
        .setTerminal(head.terminal())
        .build();
  }

  static DraftLine line(PricedDraft.Line priced, long unitMinor) {
    DraftReadingDao.Line line = priced.line();
    DraftDao.LineRow row = line.row();
    DraftLine.Builder message =
        DraftLine.newBuilder()
            .setLineId(row.lineId())
            .setVersion(row.version())
            .setRemoved(row.removed())
            .setItemCode(line.itemCode())
            .setName(line.name())
            .setBarcode(Gtin.shown(row.barcode()))
            .setUnit(row.unit())
            .setFactorMilli(row.factorMilli())
            .setBaseUnit(line.baseUnit())
            .setQuantityMilli(row.quantityMilli())
            .setBonusMilli(row.bonusMilli())
            .setDiscount(row.discount())
            .setExpiresOn(iso(row.expiresOn()))
            .setAsksExpiry(line.asksExpiry())
            .setNeverReceived(priced.last() == null)
            .setPriceDecided(row.priceDecided())
            .setPriced(row.priceMinor() != null);
    if (row.priceMinor() != null) {
      message.setPriceMinor(row.priceMinor());
    }
    if (priced.costMinor() != null) {
      message.setCostMinor(priced.costMinor());
    }
    Long unitCost = priced.unitCostMinor();
    if (unitCost != null) {
      message.setUnitCostMinor(Numbers.roundTo(unitCost, unitMinor));
    }
    PurchasesDao.Bought last = priced.last();
    if (last != null) {
      message.setLastUnitCostMinor(Numbers.roundTo(last.unitCostMinor(), unitMinor));
    }
    Long change = priced.changeMicro(unitMinor);
    if (change != null) {
      message.setCostChangeMicro(change);
    }
    return message.build();
  }

  static GetDraftLineResponse facts(LineFacts.Facts facts) {
    GetDraftLineResponse.Builder message =
        GetDraftLineResponse.newBuilder()
            .setLine(line(facts.line(), facts.unitMinor()))
            .setStockMilli(facts.stockMilli())
            .setStockAfterMilli(facts.afterMilli())
            .addAllPurchases(
                facts.purchases().stream()
                    .map(
                        one ->
                            Purchase.newBuilder()
                                .setDeliveredOn(one.deliveredOn().toString())
                                .setSupplierName(one.supplierName())
                                .setUnitCostMinor(
                                    Numbers.roundTo(
                                        one.bought().unitCostMinor(), facts.unitMinor()))
                                .setDocumentId(one.documentId().toString())
                                .build())
                    .toList())
            .addAllUnits(
                facts.units().stream()
                    .map(
                        unit ->
                            DraftUnit.newBuilder()
                                .setUnit(unit.unit())
                                .setFactorMilli(unit.factorMilli())
                                .build())
                    .toList());
    LineFacts.Price price = facts.price();
    if (price.nowMinor() != null) {
      message.setSellingPriceMinor(price.nowMinor());
    }
    if (price.proposedMinor() != null) {
      message.setProposedPriceMinor(price.proposedMinor());
    }
    if (price.marginMicro() != null) {
      message.setMarginMicro(price.marginMicro());
    }
    if (price.proposedMarginMicro() != null) {
      message.setProposedMarginMicro(price.proposedMarginMicro());
    }
    if (price.wantedMicro() != null) {
      message.setWantedMarginMicro(price.wantedMicro());
    }
    return message.build();
  }

  static Drafts.LineChange change(ChangeLineRequest request) {
    return new Drafts.LineChange(
        request.hasQuantityMilli() ? (Long) request.getQuantityMilli() : null,
        request.hasBonusMilli() ? (Long) request.getBonusMilli() : null,
        request.hasUnit() ? Texts.plain(request.getUnit()) : null,
        request.hasPriceMinor() ? (Long) request.getPriceMinor() : null,
        request.hasDiscount() ? discount(request.getDiscount()) : null,
        request.hasExpiresOn() ? new Drafts.ExpiryChange(date(request.getExpiresOn())) : null,
        request.hasPriceDecided() ? (Boolean) request.getPriceDecided() : null);
  }

  static Drafts.AskedHead head(String supplier, String deliveryNote, String deliveredOn) {
    return new Drafts.AskedHead(Texts.code(supplier), Texts.plain(deliveryNote), date(deliveredOn));
  }

  private static StackedDiscount discount(String typed) {
    String text = Texts.plain(typed, MOST_DISCOUNT);
    return StackedDiscount.read(text)
        .orElseThrow(() -> new Refusal(Reason.DISCOUNT_INVALID).with("discount", text));
  }

  /**
   * @return null for an empty text
   * @throws Refusal DATE_INVALID
   */
  static @Nullable LocalDate date(String iso) {
    if (iso.isEmpty()) {
      return null;
    }
    try {
      LocalDate date = iso.length() == 10 ? LocalDate.parse(iso) : null;
      if (date != null && date.getYear() >= 2000 && date.getYear() < 2100) {
        return date;
      }
    } catch (DateTimeException e) {
      // said below, with what was typed
    }
    throw new Refusal(Reason.DATE_INVALID).with("date", iso);
  }

  static String iso(@Nullable LocalDate date) {
    return Objects.toString(date, "");
  }
}

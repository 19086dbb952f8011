package id.lajur.server.sale;

import id.lajur.rules.tax.TaxRate;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.GetReceiptResponse;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.Totals;
import id.lajur.sale.v1.WaitingBasket;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Texts;
import org.jspecify.annotations.Nullable;

/** Baskets and sales as messages. */
final class SaleMessages {
  private SaleMessages() {}

  static Selling.Ref ref(id.lajur.sale.v1.BasketRef ref) {
    return new Selling.Ref(
        Admissions.idOf(ref.getBasketId(), Reason.ID_INVALID), ref.getGeneration());
  }

  /**
   * @param buyer null while anybody buys at retail
   * @param sinceVersion lines that changed after it are told; 0 = all
   */
  static id.lajur.sale.v1.Basket basket(
      PricedBasket priced,
      StoreRules rules,
      id.lajur.sale.v1.@Nullable Buyer buyer,
      int sinceVersion) {
    Basket basket = priced.basket();
    id.lajur.sale.v1.Basket.Builder message =
        id.lajur.sale.v1.Basket.newBuilder()
            .setBasketId(basket.head().basketId().toString())
            .setGeneration(basket.head().generation())
            .setVersion(basket.version())
            .setState(BasketState.valueOf("BASKET_STATE_" + basket.head().state()))
            .setTotals(totals(priced, rules));
    if (basket.head().suspendNumber() != null) {
      message.setSuspendNumber(basket.head().suspendNumber());
    }
    if (buyer != null) {
      message.setBuyer(buyer);
    }
    int since = sinceVersion > basket.version() ? 0 : sinceVersion;
    for (BasketLine line : basket.lines()) {
      if (line.changedAt() > since) {
        message.addLines(line(line, rules));
      }
    }
    for (int i = 0; i < basket.discounts().size(); i++) {
      Basket.BasketDiscount discount = basket.discounts().get(i);
      message.addDiscounts(
          id.lajur.sale.v1.BasketDiscount.newBuilder()
              .setEntry(discount.entry())
              .setSource(source(discount.source()))
              .setAmountMinor(priced.discountMinors().get(i))
              .setPercentMicro(discount.percentMicro() == null ? 0 : discount.percentMicro())
              .setReason(discount.reason()));
    }
    return message.build();
  }

  static id.lajur.sale.v1.DiscountSource source(DiscountSource source) {
    return id.lajur.sale.v1.DiscountSource.valueOf("DISCOUNT_SOURCE_" + source);
  }

  static DiscountSource source(DiscountBasketRequest request) {
    return switch (request.getSource()) {
      case DISCOUNT_SOURCE_MANUAL -> DiscountSource.MANUAL;
      case DISCOUNT_SOURCE_MEMBER -> DiscountSource.MEMBER;
      case DISCOUNT_SOURCE_STAFF -> DiscountSource.STAFF;
      case DISCOUNT_SOURCE_COUPON -> DiscountSource.COUPON;
      default -> throw new Refusal(Reason.DISCOUNT_INVALID).with("source", request.getSource());
    };
  }

  static Reductions.Discount discount(DiscountBasketRequest request) {
    return new Reductions.Discount(
        request.hasAmountMinor() ? (@Nullable Long) request.getAmountMinor() : null,
        request.hasPercentMicro() ? (@Nullable Integer) request.getPercentMicro() : null,
        Texts.reason(request.getReason()));
  }

  static Reductions.Discount discount(DiscountLineRequest request) {
    return new Reductions.Discount(
        request.hasAmountMinor() ? (@Nullable Long) request.getAmountMinor() : null,
        request.hasPercentMicro() ? (@Nullable Integer) request.getPercentMicro() : null,
        Texts.reason(request.getReason()));
  }

  static Selling.Return back(AddReturnLineRequest request) {
    EntryKind kind =
        switch (request.getKind()) {
          case LINE_KIND_RETURN -> EntryKind.RETURN;
          case LINE_KIND_CREDIT -> EntryKind.CREDIT;
          default -> throw new Refusal(Reason.RETURN_NOT_ALLOWED).with("kind", request.getKind());
        };
    return new Selling.Return(
        Texts.code(request.getCode()),
        request.getQuantityMilli(),
        kind,
        request.hasPriceMinor() ? (@Nullable Long) request.getPriceMinor() : null,
        Texts.reason(request.getReason()),
        request.getSaleId().isEmpty()
            ? null
            : new SoldLine(
                Admissions.idOf(request.getSaleId(), Reason.ID_INVALID), request.getSaleLine()));
  }

  static WaitingBasket waiting(BasketDao.WaitingRow row, PricedBasket priced) {
    Basket.Head head = priced.basket().head();
    return WaitingBasket.newBuilder()
        .setBasketId(head.basketId().toString())
        .setState(BasketState.valueOf("BASKET_STATE_" + head.state()))
        .setSuspendNumber(head.suspendNumber() == null ? 0 : head.suspendNumber())
        .setTerminal(row.terminal())
        .setOperator(row.operator())
        .setSinceMs(row.since().toEpochMilli())
        .setLineCount(priced.lines().size())
        .setTotalMinor(priced.totalMinor())
        .build();
  }

  static id.lajur.sale.v1.BasketLine line(BasketLine line, StoreRules rules) {
    id.lajur.sale.v1.BasketLine.Builder message =
        id.lajur.sale.v1.BasketLine.newBuilder()
            .setLineId(line.lineId())
            .setItemCode(line.item().code())
            .setBarcode(line.barcode())
            .setName(line.item().name())
            .setUnit(line.item().unit())
            .setQuantityMilli(line.quantityMilli())
            .setListPriceMinor(line.listPriceMinor())
            .setPriceMinor(line.priceMinor())
            .setDiscountMinor(line.discountMinor())
            .setTotalMinor(line.totalMinor())
            .setKind(
                line.kind() == EntryKind.LINE
                    ? LineKind.LINE_KIND_SALE
                    : LineKind.valueOf("LINE_KIND_" + line.kind()))
            .setWeighed(line.item().weighed())
            .setUnitNo(line.item().unitNo())
            .setTaxClassId(line.item().taxClassId())
            .setTaxClass(taxClass(line, rules))
            .setFactorMilli(line.item().factorMilli())
            .setNoDiscount(line.item().noDiscount())
            .setLabelAmountMinor(line.labelAmountMinor() == null ? 0 : line.labelAmountMinor())
            .setPriceSource(
                id.lajur.sale.v1.PriceSource.valueOf("PRICE_SOURCE_" + line.priceSource()))
            .setReason(line.reason() == null ? "" : line.reason());
    if (line.voidedAt() != null) {
      message.setVoided(true).setVoidedAtMs(line.voidedAt().toEpochMilli());
    }
    return message.build();
  }

  private static String taxClass(BasketLine line, StoreRules rules) {
    TaxRate rate = rules.taxRates().get(line.item().taxClassId());
    return rate == null ? "" : rate.code();
  }

  private static Totals totals(PricedBasket priced, StoreRules rules) {
    long pieces = 0;
    for (PricedBasket.PricedLine line : priced.lines()) {
      pieces += line.line().item().weighed() ? 1 : Math.max(0, line.line().quantityMilli() / 1000);
    }
    return Totals.newBuilder()
        .setLinesMinor(priced.linesMinor())
        .setDiscountMinor(priced.discountMinor())
        .setTaxOnTopMinor(priced.taxes().onTopMinor())
        .setTaxMinor(priced.taxes().totalMinor())
        .setTotalMinor(priced.totalMinor())
        .setCashDueMinor(rules.cashRounding().round(priced.totalMinor()))
        .setSavedMinor(priced.savedMinor(rules.unitMinor()))
        .setLineCount(priced.lines().size())
        .setPieceCount(pieces)
        .build();
  }

  /** What is recorded of a copy; the rest of the paper is frozen with its sale. */
  static byte[] copied(ReceiptCopies.Copy copy) {
    return GetReceiptResponse.newBuilder()
        .setReceipt(
            Receipt.newBuilder()
                .setSaleId(copy.saleId().toString())
                .setCopyNumber(copy.copyNumber()))
        .build()
        .toByteArray();
  }

  static byte[] sold(SaleDocument.Sold sold) {
    return PayResponse.newBuilder()
        .setSaleId(sold.saleId().toString())
        .setTerminal(sold.terminalCode())
        .setSeries(sold.series())
        .setNumber(sold.number())
        .setTotalMinor(sold.totalMinor())
        .setRoundingMinor(sold.roundingMinor())
        .setChangeMinor(sold.changeMinor())
        .setOpensDrawer(sold.opensDrawer())
        .setChainCode(sold.chainCode())
        .setSoldAtMs(sold.soldAt().toEpochMilli())
        .setBusinessDate(sold.businessDate().toString())
        .build()
        .toByteArray();
  }
}

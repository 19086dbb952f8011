package id.lajur.pos.emergency;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.Store;
import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.ChainCode;
import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.rules.receipt.Reckoning;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.Taxes;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketDiscount;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.EmergencyLine;
import id.lajur.sale.v1.EmergencyReceipt;
import id.lajur.sale.v1.EmergencyTax;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptDiscount;
import id.lajur.sale.v1.ReceiptLine;
import id.lajur.sale.v1.ReceiptTax;
import id.lajur.sale.v1.ReceiptTender;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A basket that was paid without its server: what goes into the journal and to the server, and what
 * is printed.
 *
 * @param request that posts it, with its place in the chain
 * @param receipt for the paper
 */
public record EmergencySale(PostEmergencySaleRequest request, Receipt receipt) {
  static final String SERIES = "E";

  /** Who sells, where, in which shift. */
  public record Seller(
      Store store, String terminal, String operatorNumber, String operatorName, String shiftId) {}

  /** What was paid. */
  record Cash(long tenderedMinor, long changeMinor, long roundingMinor) {
    /**
     * Settles what is due.
     *
     * @throws EmergencyRefusal TENDER_SHORT, TENDER_ABSURD
     */
    static Cash of(EmergencyBasket basket, long receivedMinor) {
      long total = basket.basket().getTotals().getTotalMinor();
      long due = basket.basket().getTotals().getCashDueMinor();
      if (receivedMinor > basket.shelf().rules().getMostCashMinor()) {
        throw new EmergencyRefusal("TENDER_ABSURD");
      }
      if (receivedMinor < due) {
        throw new EmergencyRefusal(
            "TENDER_SHORT", java.util.Map.of("missingMinor", String.valueOf(due - receivedMinor)));
      }
      return new Cash(receivedMinor, receivedMinor - due, due - total);
    }
  }

  /**
   * @param inDoubt whether the server was asked to sell this basket, and did not answer
   */
  static EmergencySale of(
      EmergencyBasket basket,
      Cash cash,
      Seller seller,
      EmergencyJournal.Last before,
      long soldAtMs,
      boolean inDoubt) {
    EmergencyReceipt.Builder receipt = receipt(basket, cash, seller, before, soldAtMs, inDoubt);
    byte[] link = paper(seller, receipt).link(HexFormat.of().parseHex(before.link()));
    PostEmergencySaleRequest request =
        PostEmergencySaleRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setReceipt(receipt.setLink(HexFormat.of().formatHex(link)))
            .build();
    return new EmergencySale(request, printed(basket, seller, request.getReceipt(), link));
  }

  private static EmergencyReceipt.Builder receipt(
      EmergencyBasket selling,
      Cash cash,
      Seller seller,
      EmergencyJournal.Last before,
      long soldAtMs,
      boolean inDoubt) {
    Basket basket = selling.basket();
    EmergencyReceipt.Builder receipt =
        EmergencyReceipt.newBuilder()
            .setNumber(before.number() + 1)
            .setBasketId(basket.getBasketId())
            .setGeneration(Math.max(1, basket.getGeneration()))
            .setShiftId(seller.shiftId())
            .setOperatorNumber(seller.operatorNumber())
            .setSoldAtMs(soldAtMs)
            .addAllDiscounts(basket.getDiscountsList())
            .setTaxOnTopMinor(basket.getTotals().getTaxOnTopMinor())
            .setTotalMinor(basket.getTotals().getTotalMinor())
            .setRoundingMinor(cash.roundingMinor())
            .setTenderedMinor(cash.tenderedMinor())
            .setChangeMinor(cash.changeMinor())
            .setPaymentInDoubt(inDoubt);
    basket.getLinesList().forEach(line -> receipt.addLines(line(line)));
    for (Taxes.RateTax tax : selling.reckoned().taxes().rates()) {
      receipt.addTaxes(
          EmergencyTax.newBuilder()
              .setTaxClassId(tax.rate().taxClassId())
              .setTaxableMinor(tax.taxableMinor())
              .setTaxMinor(tax.taxMinor()));
    }
    return receipt;
  }

  private static EmergencyLine line(BasketLine line) {
    return EmergencyLine.newBuilder()
        .setItemCode(line.getItemCode())
        .setUnitNo(line.getUnitNo())
        .setBarcode(line.getBarcode())
        .setQuantityMilli(line.getQuantityMilli())
        .setListPriceMinor(line.getListPriceMinor())
        .setPriceMinor(line.getPriceMinor())
        .setLabelAmountMinor(line.getLabelAmountMinor())
        .setDiscountMinor(line.getDiscountMinor())
        .setTotalMinor(line.getTotalMinor())
        .setVoided(line.getVoided())
        .setKind(line.getKind())
        .setPriceSource(line.getPriceSource())
        .setReason(line.getReason())
        .setName(line.getName())
        .setTaxClassId(line.getTaxClassId())
        .build();
  }

  /** What the link is computed over. */
  private static EmergencyPaper paper(Seller seller, EmergencyReceipt.Builder receipt) {
    List<EmergencyPaper.Line> lines =
        receipt.getLinesList().stream()
            .map(
                line ->
                    new EmergencyPaper.Line(
                        line.getKind().name().substring("LINE_KIND_".length()),
                        line.getItemCode(),
                        line.getUnitNo(),
                        line.getBarcode(),
                        line.getQuantityMilli(),
                        line.getPriceMinor(),
                        line.getDiscountMinor(),
                        line.getTotalMinor(),
                        line.getVoided()))
            .toList();
    return new EmergencyPaper(
        seller.terminal(),
        receipt.getNumber(),
        UUID.fromString(receipt.getBasketId()),
        receipt.getGeneration(),
        UUID.fromString(receipt.getShiftId()),
        receipt.getOperatorNumber(),
        receipt.getSoldAtMs(),
        lines,
        receipt.getDiscountsList().stream()
            .map(
                discount ->
                    new EmergencyPaper.Discount(
                        discount.getSource().name().substring("DISCOUNT_SOURCE_".length()),
                        discount.getAmountMinor()))
            .toList(),
        receipt.getTaxesList().stream()
            .map(
                tax ->
                    new EmergencyPaper.Tax(
                        tax.getTaxClassId(), tax.getTaxableMinor(), tax.getTaxMinor()))
            .toList(),
        receipt.getTaxOnTopMinor(),
        receipt.getTotalMinor(),
        receipt.getRoundingMinor(),
        receipt.getTenderedMinor(),
        receipt.getChangeMinor());
  }

  private static Receipt printed(
      EmergencyBasket selling, Seller seller, EmergencyReceipt sold, byte[] link) {
    Store store = seller.store();
    Basket basket = selling.basket();
    Receipt.Builder receipt =
        Receipt.newBuilder()
            .setTerminal(seller.terminal())
            .setSeries(SERIES)
            .setNumber(sold.getNumber())
            .setSoldAtMs(sold.getSoldAtMs())
            .setTimeZone(store.getTimeZone())
            .setOperatorNumber(seller.operatorNumber())
            .setOperatorName(seller.operatorName())
            .setLinesMinor(basket.getTotals().getLinesMinor())
            .setDiscountMinor(basket.getTotals().getDiscountMinor())
            .setTaxOnTopMinor(sold.getTaxOnTopMinor())
            .setTotalMinor(sold.getTotalMinor())
            .setRoundingMinor(sold.getRoundingMinor())
            .setChangeMinor(sold.getChangeMinor())
            .setChainCode(ChainCode.of(link))
            .setCurrency(store.getCurrency())
            .setAmountUnitMinor(store.getAmountUnitMinor())
            .setStoreName(store.getName())
            .setStoreAddress(store.getAddress())
            .setTaxNumber(store.getTaxNumber())
            .setHeader(store.getReceiptHeader())
            .setFooter(store.getReceiptFooter())
            .setTraining(store.getTraining())
            .addTenders(
                ReceiptTender.newBuilder()
                    .setKind("CASH")
                    .setName(selling.shelf().rules().getCashName())
                    .setAmountMinor(sold.getTenderedMinor()));
    basket.getLinesList().stream()
        .filter(line -> !line.getVoided())
        .forEach(line -> receipt.addLines(printed(line)));
    for (BasketDiscount discount : basket.getDiscountsList()) {
      receipt.addDiscounts(
          ReceiptDiscount.newBuilder()
              .setSource(discount.getSource())
              .setReason(discount.getReason())
              .setAmountMinor(discount.getAmountMinor()));
    }
    Reckoning reckoned = selling.reckoned();
    // A shop that collects no tax has no tax number, and nothing of tax on its paper.
    boolean taxed = !store.getTaxNumber().isEmpty() || reckoned.taxes().totalMinor() != 0;
    reckoned.taxes().rates().stream()
        .filter(tax -> taxed)
        .forEach(tax -> receipt.addTaxes(printed(selling.shelf(), tax)));
    return receipt.build();
  }

  private static ReceiptLine printed(BasketLine line) {
    return ReceiptLine.newBuilder()
        .setName(line.getName())
        .setUnit(line.getUnit())
        .setQuantityMilli(line.getQuantityMilli())
        .setPriceMinor(line.getPriceMinor())
        .setDiscountMinor(line.getDiscountMinor())
        .setTotalMinor(line.getTotalMinor())
        .setTaxClass(line.getTaxClass())
        .setWeighed(line.getWeighed())
        .setKind(line.getKind())
        .setReason(line.getReason())
        .build();
  }

  private static ReceiptTax printed(Shelf shelf, Taxes.RateTax tax) {
    TaxRate rate = tax.rate();
    return ReceiptTax.newBuilder()
        .setTaxClass(rate.code())
        .setName(shelf.taxName(rate.taxClassId()))
        .setRateMicro(rate.rateMicro())
        .setTaxableMinor(tax.taxableMinor())
        .setTaxMinor(tax.taxMinor())
        .setOtherBaseMinor(
            Numbers.mulDiv(tax.taxableMinor(), rate.baseNumerator(), rate.baseDenominator()))
        .setOnTop(rate.mode() == TaxRate.Mode.EXCLUSIVE)
        .build();
  }
}

package id.lajur.server.store;

import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.EmergencyLine;
import id.lajur.sale.v1.EmergencyReceipt;
import id.lajur.sale.v1.EmergencyTax;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.PostEmergencyVoidRequest;
import id.lajur.sale.v1.PriceSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Receipts that a lane gives by itself, written by hand so that tests can bend them. */
final class EmergencyTill {
  private final String terminal;
  private final String operator;
  private final String shiftId;
  private byte[] last = new byte[32];
  private long number;

  EmergencyTill(String terminal, String operator, String shiftId) {
    this.terminal = terminal;
    this.operator = operator;
    this.shiftId = shiftId;
  }

  /** Of the shift that a lane's operator has open. */
  static EmergencyTill of(StoreFixture store, TestLane lane) {
    String shift =
        store
            .text(
                "SELECT LOWER(HEX(h.shift_id)) FROM shift h JOIN operator o USING (operator_id)"
                    + " WHERE o.number = '"
                    + lane.operatorNumber()
                    + "' AND h.closed_at IS NULL")
            .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    String terminal = "T" + (Integer.parseInt(lane.operatorNumber()) - 1000);
    return new EmergencyTill(terminal, lane.operatorNumber(), shift);
  }

  /** The same lane's receipts of another of its shifts, which follow these. */
  EmergencyTill inShift(String other) {
    EmergencyTill next = new EmergencyTill(terminal, operator, other);
    next.last = last;
    next.number = number;
    return next;
  }

  String terminal() {
    return terminal;
  }

  String shiftId() {
    return shiftId;
  }

  /** One piece of an item at a price. */
  static EmergencyLine line(String item, long priceMinor) {
    return EmergencyLine.newBuilder()
        .setItemCode(item)
        .setBarcode(item)
        .setQuantityMilli(1_000)
        .setListPriceMinor(priceMinor)
        .setPriceMinor(priceMinor)
        .setTotalMinor(priceMinor)
        .setKind(LineKind.LINE_KIND_SALE)
        .setPriceSource(PriceSource.PRICE_SOURCE_LIST)
        .build();
  }

  static BasketRef newBasket() {
    return BasketRef.newBuilder().setBasketId(TestLane.newId()).setGeneration(1).build();
  }

  /** The next receipt: its lines paid in exact cash, its tax as the store reckons it. */
  EmergencyReceipt.Builder next(
      BasketRef basket, long soldAtMs, int taxClassId, EmergencyLine... lines) {
    long total = 0;
    for (EmergencyLine line : lines) {
      total += line.getVoided() ? 0 : line.getTotalMinor();
    }
    long tax = (total / 100 * 22 + 111) / 222 * 100;
    return EmergencyReceipt.newBuilder()
        .setNumber(number + 1)
        .setBasketId(basket.getBasketId())
        .setGeneration(basket.getGeneration())
        .setShiftId(shiftId)
        .setOperatorNumber(operator)
        .setSoldAtMs(soldAtMs)
        .addAllLines(List.of(lines))
        .addTaxes(
            EmergencyTax.newBuilder()
                .setTaxClassId(taxClassId)
                .setTaxableMinor(total - tax)
                .setTaxMinor(tax))
        .setTotalMinor(total)
        .setTenderedMinor(total);
  }

  /** The next receipt: one piece of an item, just now, in a basket of its own. */
  EmergencyReceipt.Builder sale(StoreFixture store, String item, long priceMinor) {
    return next(newBasket(), Clock.systemUTC().millis(), taxClass(store), line(item, priceMinor));
  }

  /** What the goods of these tests are taxed as. */
  static int taxClass(StoreFixture store) {
    return (int) store.number("SELECT tax_class_id FROM tax_class WHERE code = 'BIASA'");
  }

  /** A basket of two lines that the lane gave up. */
  PostEmergencyVoidRequest.Builder givenUp(String basketId) {
    return PostEmergencyVoidRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setBasketId(basketId)
        .setGeneration(1)
        .setShiftId(shiftId)
        .setOperatorNumber(operator)
        .setVoidedAtMs(Clock.systemUTC().millis())
        .setLineCount(2)
        .setLinesMinor(23_000_00)
        .setReason("customer left");
  }

  /** Links a receipt into the lane's chain; the next one follows it. */
  PostEmergencySaleRequest request(EmergencyReceipt.Builder receipt) {
    byte[] link = paper(receipt).link(last);
    last = link;
    number = receipt.getNumber();
    return PostEmergencySaleRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setReceipt(receipt.setLink(HexFormat.of().formatHex(link)))
        .build();
  }

  private EmergencyPaper paper(EmergencyReceipt.Builder receipt) {
    List<EmergencyPaper.Line> lines = new ArrayList<>();
    for (EmergencyLine line : receipt.getLinesList()) {
      lines.add(
          new EmergencyPaper.Line(
              line.getKind().name().substring("LINE_KIND_".length()),
              line.getItemCode(),
              line.getUnitNo(),
              line.getBarcode(),
              line.getQuantityMilli(),
              line.getPriceMinor(),
              line.getDiscountMinor(),
              line.getTotalMinor(),
              line.getVoided()));
    }
    return new EmergencyPaper(
        terminal,
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
}

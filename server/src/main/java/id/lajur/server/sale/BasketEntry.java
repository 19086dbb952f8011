package id.lajur.server.sale;

import id.lajur.server.catalog.SaleItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act on a basket, as it is kept. What a kind does not use is null.
 *
 * @param seq place in the basket, from 1; the id of the line that it adds
 * @param lineId the line that it changes
 * @param item facts of the unit that a line sells
 * @param quantityMilli thousandths of that unit; negative for goods that come back
 * @param labelAmountMinor what a price label says that the whole line costs
 */
public record BasketEntry(
    int seq,
    EntryKind kind,
    Instant occurredAt,
    @Nullable Integer approvedBy,
    @Nullable Integer lineId,
    @Nullable SaleItem item,
    @Nullable String barcode,
    @Nullable Long quantityMilli,
    @Nullable Long listPriceMinor,
    @Nullable Long priceMinor,
    @Nullable PriceSource priceSource,
    @Nullable Long labelAmountMinor,
    @Nullable Long amountMinor,
    @Nullable Integer percentMicro,
    @Nullable DiscountSource discountSource,
    @Nullable String reason) {

  /** A line that is scanned or typed. */
  public static BasketEntry line(
      int seq,
      EntryKind kind,
      Instant at,
      SaleItem item,
      String barcode,
      long quantityMilli,
      long listPriceMinor,
      PriceSource source,
      @Nullable Long labelAmountMinor,
      @Nullable String reason) {
    return new BasketEntry(
        seq,
        kind,
        at,
        null,
        null,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        listPriceMinor,
        source,
        labelAmountMinor,
        null,
        null,
        null,
        reason);
  }

  /** A change of the quantity of a line. */
  public static BasketEntry quantity(int seq, Instant at, int lineId, long quantityMilli) {
    return new BasketEntry(
        seq,
        EntryKind.QUANTITY,
        at,
        null,
        lineId,
        null,
        null,
        quantityMilli,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The removal of a line. */
  public static BasketEntry voidLine(int seq, Instant at, int lineId, String reason) {
    return new BasketEntry(
        seq,
        EntryKind.VOID_LINE,
        at,
        null,
        lineId,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason);
  }
}

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
 * @param returns what the goods were sold as; null without their receipt
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
    @Nullable String reason,
    @Nullable SoldLine returns,
    @Nullable Choice choice) {

  /**
   * Whom a MEMBER entry puts on the basket with his level, or the level that a PRICE_LEVEL entry
   * chooses.
   *
   * @param memberId null = nobody
   * @param levelNo null = that of the member, or retail without one
   */
  public record Choice(@Nullable Integer memberId, @Nullable Integer levelNo) {}

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
        reason,
        null,
        null);
  }

  /** An act that changes the basket or one of its lines; the withers say how. */
  public static BasketEntry act(int seq, EntryKind kind, Instant at, @Nullable Integer approvedBy) {
    return new BasketEntry(
        seq,
        kind,
        at,
        approvedBy,
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
        null,
        null,
        null,
        null);
  }

  /** The same entry, approved. */
  public BasketEntry approved(@Nullable Integer supervisor) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        supervisor,
        lineId,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        reason,
        returns,
        choice);
  }

  /** The same entry about one line. */
  public BasketEntry ofLine(int line) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        line,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        reason,
        returns,
        choice);
  }

  public BasketEntry because(@Nullable String why) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        lineId,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        why,
        returns,
        choice);
  }

  /** The same entry with a quantity, in thousandths of the line's unit. */
  public BasketEntry quantity(long milli) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        lineId,
        item,
        barcode,
        milli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        reason,
        returns,
        choice);
  }

  /** The same entry with the price that is used, which may differ from the list price. */
  public BasketEntry price(long minor, PriceSource source) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        lineId,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        minor,
        source,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        reason,
        returns,
        choice);
  }

  /**
   * The same entry with a discount: one of amount and percent is set.
   *
   * @param percent millionths
   */
  public BasketEntry discount(
      DiscountSource source, @Nullable Long amount, @Nullable Integer percent) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        lineId,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amount,
        percent,
        source,
        reason,
        returns,
        choice);
  }

  /** The same entry, of goods that were sold on that line. */
  public BasketEntry returning(@Nullable SoldLine sold) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        lineId,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        reason,
        sold,
        choice);
  }

  /** The same entry, of a member or a price level. */
  public BasketEntry choosing(Choice chosen) {
    return new BasketEntry(
        seq,
        kind,
        occurredAt,
        approvedBy,
        lineId,
        item,
        barcode,
        quantityMilli,
        listPriceMinor,
        priceMinor,
        priceSource,
        labelAmountMinor,
        amountMinor,
        percentMicro,
        discountSource,
        reason,
        returns,
        chosen);
  }
}

package id.lajur.backoffice.receiving;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a delivery.
 *
 * @param place what names it on the server: of a draft its line, of a posted delivery part and line
 * @param version of a draft when the line changed last
 * @param quantityMilli that is paid for, of the unit
 * @param bonusMilli that comes with it
 * @param priceMinor of one unit, without tax; null when it is not known or not shown
 * @param discount as typed: 10+5+2
 * @param unitCostMinor of one base unit, net
 * @param costMinor of the whole line
 * @param changeMicro how the cost moved since the last purchase, millionths; null = nothing to
 *     compare
 * @param isNew the item was never received before
 * @param decided its selling price was taken or kept
 * @param leftMilli of a line in the books: what was not taken back of it, of the unit
 * @param shelfPriceMinor of a line in the books whose selling price changed since the delivery was
 *     begun: that price, of the base unit; null = its label on the shelf is right
 * @param priced false while it cannot be posted for want of a price
 */
record GoodsLine(
    int place,
    long version,
    boolean removed,
    String itemCode,
    String name,
    String barcode,
    String unit,
    long factorMilli,
    String baseUnit,
    long quantityMilli,
    long bonusMilli,
    @Nullable Long priceMinor,
    String discount,
    @Nullable Long unitCostMinor,
    @Nullable Long costMinor,
    @Nullable Long changeMicro,
    @Nullable LocalDate expiresOn,
    boolean asksExpiry,
    boolean isNew,
    boolean decided,
    boolean priced,
    long leftMilli,
    @Nullable Long shelfPriceMinor) {
  /** A line of a draft. */
  GoodsLine(
      int place,
      long version,
      boolean removed,
      String itemCode,
      String name,
      String barcode,
      String unit,
      long factorMilli,
      String baseUnit,
      long quantityMilli,
      long bonusMilli,
      @Nullable Long priceMinor,
      String discount,
      @Nullable Long unitCostMinor,
      @Nullable Long costMinor,
      @Nullable Long changeMicro,
      @Nullable LocalDate expiresOn,
      boolean asksExpiry,
      boolean isNew,
      boolean decided,
      boolean priced) {
    this(
        place,
        version,
        removed,
        itemCode,
        name,
        barcode,
        unit,
        factorMilli,
        baseUnit,
        quantityMilli,
        bonusMilli,
        priceMinor,
        discount,
        unitCostMinor,
        costMinor,
        changeMicro,
        expiresOn,
        asksExpiry,
        isNew,
        decided,
        priced,
        0,
        null);
  }
}

package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.catalog.SaleItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket as its entries have made it.
 *
 * @param lineId sequence of the entry that added it
 * @param changedAt sequence of the entry that touched it last
 * @param discountMinor of this line alone, the sign of its amount
 * @param totalMinor quantity × price in the amount unit, less the discount
 * @param voidedAt null while it stands
 * @param returns what the goods were sold as; null without their receipt
 */
public record BasketLine(
    int lineId,
    int changedAt,
    EntryKind kind,
    SaleItem item,
    String barcode,
    long quantityMilli,
    long listPriceMinor,
    long priceMinor,
    PriceSource priceSource,
    @Nullable Long labelAmountMinor,
    long discountMinor,
    DiscountSource discountSource,
    @Nullable String discountReason,
    @Nullable Integer approvedBy,
    long totalMinor,
    @Nullable Instant voidedAt,
    @Nullable String reason,
    @Nullable SoldLine returns) {

  static BasketLine added(BasketEntry entry, long unitMinor) {
    SaleItem item = java.util.Objects.requireNonNull(entry.item());
    return new BasketLine(
            entry.seq(),
            entry.seq(),
            entry.kind(),
            item,
            java.util.Objects.requireNonNullElse(entry.barcode(), ""),
            value(entry.quantityMilli()),
            value(entry.listPriceMinor()),
            value(entry.priceMinor()),
            java.util.Objects.requireNonNullElse(entry.priceSource(), PriceSource.LIST),
            entry.labelAmountMinor(),
            0,
            DiscountSource.MANUAL,
            null,
            entry.approvedBy(),
            0,
            null,
            entry.reason(),
            entry.returns())
        .totalled(unitMinor);
  }

  private static long value(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  public boolean stands() {
    return voidedAt == null;
  }

  /** Whether it gives money back: its quantity is below 0. */
  public boolean comesBack() {
    return kind != EntryKind.LINE;
  }

  /** Quantity × price, before any discount. */
  public long extendedMinor(long unitMinor) {
    return labelAmountMinor != null
        ? labelAmountMinor
        : Numbers.extend(quantityMilli, priceMinor, unitMinor);
  }

  private BasketLine totalled(long unitMinor) {
    return with(
        changedAt,
        quantityMilli,
        priceMinor,
        priceSource,
        discountMinor,
        discountReason,
        approvedBy,
        Math.subtractExact(extendedMinor(unitMinor), discountMinor),
        voidedAt,
        reason);
  }

  BasketLine withQuantity(int seq, long quantity, long unitMinor) {
    return with(
            seq,
            quantity,
            priceMinor,
            priceSource,
            0,
            null,
            approvedBy,
            totalMinor,
            voidedAt,
            reason)
        .totalled(unitMinor);
  }

  BasketLine overridden(
      int seq, long price, @Nullable Integer approver, @Nullable String why, long unitMinor) {
    return with(
            seq,
            quantityMilli,
            price,
            PriceSource.OVERRIDE,
            0,
            null,
            approver,
            totalMinor,
            voidedAt,
            why)
        .totalled(unitMinor);
  }

  BasketLine discounted(
      int seq, long discount, @Nullable Integer approver, @Nullable String why, long unitMinor) {
    return with(
            seq,
            quantityMilli,
            priceMinor,
            priceSource,
            discount,
            why,
            approver,
            totalMinor,
            voidedAt,
            reason)
        .totalled(unitMinor);
  }

  /**
   * The line at the price of a level, or at retail where its unit has none there. What was not sold
   * at the list's price or a level's keeps its price. A discount on it ends where its price
   * changes.
   */
  BasketLine atLevel(int seq, int levelNo, long unitMinor) {
    if (!stands() || priceSource != PriceSource.LIST && priceSource != PriceSource.LEVEL) {
      return this;
    }
    if (comesBack()) {
      return backAtLevel(seq, levelNo, unitMinor);
    }
    LevelPrice at = LevelPrice.of(item, levelNo, quantityMilli, listPriceMinor);
    if (at.priceMinor() == priceMinor) {
      return at.source() == priceSource
          ? this
          : with(
              seq,
              quantityMilli,
              priceMinor,
              at.source(),
              discountMinor,
              discountReason,
              approvedBy,
              totalMinor,
              voidedAt,
              reason);
    }
    return with(
            seq,
            quantityMilli,
            at.priceMinor(),
            at.source(),
            0,
            null,
            approvedBy,
            totalMinor,
            voidedAt,
            reason)
        .totalled(unitMinor);
  }

  /**
   * Goods back without their receipt give no more than they cost at a level that comes later. They
   * never give more than when they were allowed to come back, so a member who goes changes nothing.
   */
  private BasketLine backAtLevel(int seq, int levelNo, long unitMinor) {
    if (kind != EntryKind.RETURN || returns != null) {
      return this;
    }
    LevelPrice at = LevelPrice.back(item, levelNo, Math.negateExact(quantityMilli), listPriceMinor);
    if (at.priceMinor() >= priceMinor) {
      return this;
    }
    return with(
            seq,
            quantityMilli,
            at.priceMinor(),
            at.source(),
            0,
            null,
            approvedBy,
            totalMinor,
            voidedAt,
            reason)
        .totalled(unitMinor);
  }

  BasketLine removed(int seq, Instant at, @Nullable String why) {
    return with(
        seq,
        quantityMilli,
        priceMinor,
        priceSource,
        discountMinor,
        discountReason,
        approvedBy,
        totalMinor,
        at,
        why);
  }

  private BasketLine with(
      int changed,
      long quantity,
      long price,
      PriceSource source,
      long discount,
      @Nullable String whyDiscount,
      @Nullable Integer approver,
      long total,
      @Nullable Instant voided,
      @Nullable String why) {
    return new BasketLine(
        lineId,
        changed,
        kind,
        item,
        barcode,
        quantity,
        listPriceMinor,
        price,
        source,
        source == PriceSource.LABEL && quantity == quantityMilli ? labelAmountMinor : null,
        discount,
        discountSource,
        whyDiscount,
        approver,
        total,
        voided,
        why,
        returns);
  }
}

package id.lajur.server.sale;

import id.lajur.server.catalog.SaleItem;
import java.time.Instant;
import java.util.function.Consumer;
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
    return with(entry -> entry.approvedBy = supervisor);
  }

  /** The same entry about one line. */
  public BasketEntry ofLine(int line) {
    return with(entry -> entry.lineId = line);
  }

  public BasketEntry because(@Nullable String why) {
    return with(entry -> entry.reason = why);
  }

  /** The same entry with a quantity, in thousandths of the line's unit. */
  public BasketEntry quantity(long milli) {
    return with(entry -> entry.quantityMilli = milli);
  }

  /** The same entry with the price that is used, which may differ from the list price. */
  public BasketEntry price(long minor, PriceSource source) {
    return with(
        entry -> {
          entry.priceMinor = minor;
          entry.priceSource = source;
        });
  }

  /**
   * The same entry with a discount: one of amount and percent is set.
   *
   * @param percent millionths
   */
  public BasketEntry discount(
      DiscountSource source, @Nullable Long amount, @Nullable Integer percent) {
    return with(
        entry -> {
          entry.amountMinor = amount;
          entry.percentMicro = percent;
          entry.discountSource = source;
        });
  }

  /** The same entry, of goods that were sold on that line. */
  public BasketEntry returning(@Nullable SoldLine sold) {
    return with(entry -> entry.returns = sold);
  }

  /** The same entry, of a member or a price level. */
  public BasketEntry choosing(Choice chosen) {
    return with(entry -> entry.choice = chosen);
  }

  private BasketEntry with(Consumer<Changed> change) {
    var changed = new Changed(this);
    change.accept(changed);
    return changed.entry();
  }

  /** An entry on its way to another: what most acts leave alone is named here alone. */
  private static final class Changed {
    private final BasketEntry before;
    private @Nullable Integer approvedBy;
    private @Nullable Integer lineId;
    private @Nullable SaleItem item;
    private @Nullable String barcode;
    private @Nullable Long quantityMilli;
    private @Nullable Long listPriceMinor;
    private @Nullable Long priceMinor;
    private @Nullable PriceSource priceSource;
    private @Nullable Long labelAmountMinor;
    private @Nullable Long amountMinor;
    private @Nullable Integer percentMicro;
    private @Nullable DiscountSource discountSource;
    private @Nullable String reason;
    private @Nullable SoldLine returns;
    private @Nullable Choice choice;

    Changed(BasketEntry before) {
      this.before = before;
      this.approvedBy = before.approvedBy;
      this.lineId = before.lineId;
      this.item = before.item;
      this.barcode = before.barcode;
      this.quantityMilli = before.quantityMilli;
      this.listPriceMinor = before.listPriceMinor;
      this.priceMinor = before.priceMinor;
      this.priceSource = before.priceSource;
      this.labelAmountMinor = before.labelAmountMinor;
      this.amountMinor = before.amountMinor;
      this.percentMicro = before.percentMicro;
      this.discountSource = before.discountSource;
      this.reason = before.reason;
      this.returns = before.returns;
      this.choice = before.choice;
    }

    BasketEntry entry() {
      return new BasketEntry(
          before.seq,
          before.kind,
          before.occurredAt,
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
          choice);
    }
  }
}

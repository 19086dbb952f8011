package id.lajur.server.sale;

import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.server.catalog.SaleItem;
import org.jspecify.annotations.Nullable;

/**
 * What was given away in a basket before its server went away: discounts, other prices, goods taken
 * back. A lane that sells by itself gives nothing of it, so whatever stands on its receipt must
 * stand in the server's basket too, in the same place; with it the word of who approved it.
 *
 * @param basket null where the server does not have it
 */
record GivenBefore(@Nullable Basket basket) {
  private static final String SALE = "SALE";

  /**
   * A line, or a discount of the basket, that the server has too.
   *
   * @param discountReason of a line's own discount
   */
  record Known(@Nullable Integer approvedBy, @Nullable String discountReason) {}

  /**
   * The line as the server knows it.
   *
   * @param place from 0 in the order in which lines were added
   * @return null where it is the lane's own, or gives more than the server's
   */
  @Nullable Known line(int place, EmergencyPaper.Line line) {
    if (basket == null || place >= basket.lines().size()) {
      return null;
    }
    BasketLine there = basket.lines().get(place);
    boolean same =
        there.item().code().equals(line.itemCode())
            && there.item().unitNo() == line.unitNo()
            && there.comesBack() == !line.kind().equals(SALE)
            && there.priceMinor() == line.priceMinor()
            && Math.abs(line.discountMinor()) <= Math.abs(there.discountMinor());
    boolean more = line.quantityMilli() < 0 && line.quantityMilli() < there.quantityMilli();
    return same && !more ? new Known(there.approvedBy(), there.discountReason()) : null;
  }

  /** Who bought, as the server knows it: a lane that sells by itself changes nothing of it. */
  Buyer buyer() {
    return basket == null ? Buyer.ANYBODY : basket.buyer();
  }

  /** Whether a line was sold at a level, and the server's basket has one. */
  boolean isOfLevel(EmergencyPaper.Line line, PriceSource priceSource) {
    return priceSource == PriceSource.LEVEL
        && line.kind().equals(SALE)
        && buyer().levelNo() != Buyer.RETAIL;
  }

  /**
   * What the store takes for a unit that the lane sold by itself: its retail price, or what it
   * costs at the basket's level. A label names the retail price at every level.
   *
   * @return null where the item has no price
   */
  @Nullable Long priceMinor(EmergencyPaper.Line line, PriceSource priceSource, SaleItem item) {
    Long list = item.priceMinor();
    if (list == null || priceSource == PriceSource.LABEL || !line.kind().equals(SALE)) {
      return list;
    }
    return LevelPrice.of(item, buyer().levelNo(), line.quantityMilli(), list).priceMinor();
  }

  /** Whether a line sells at less than its price, or gives money back. */
  boolean givesAway(EmergencyPaper.Line line, PriceSource priceSource) {
    return !line.voided()
        && (line.discountMinor() != 0
            || line.quantityMilli() < 0
            || priceSource == PriceSource.OVERRIDE
            || (priceSource == PriceSource.LEVEL && !isOfLevel(line, priceSource)));
  }

  /**
   * A discount of the basket as the server knows it; one that was given there as a part has become
   * an amount.
   *
   * @param place from 0 in their order
   */
  @Nullable Known discount(int place, EmergencyPaper.Discount discount) {
    if (basket == null || place >= basket.discounts().size()) {
      return null;
    }
    Basket.BasketDiscount there = basket.discounts().get(place);
    boolean same =
        there.source().name().equals(discount.source())
            && (there.amountMinor() == null
                || Math.abs(discount.amountMinor()) <= Math.abs(there.amountMinor()));
    return same ? new Known(there.approvedBy(), null) : null;
  }
}

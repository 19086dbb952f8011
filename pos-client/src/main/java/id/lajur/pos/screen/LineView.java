package id.lajur.pos.screen;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the basket, removed ones too.
 *
 * @param quantityMilli thousandths of the unit
 * @param discountMinor of this line, at least 0
 * @param tag a word on the line, e.g. of a promotion; empty for none
 * @param removedAt when it was taken out again
 */
public record LineView(
    int lineId,
    String barcode,
    String name,
    String unit,
    long quantityMilli,
    boolean weighed,
    long priceMinor,
    long discountMinor,
    long totalMinor,
    String tag,
    Optional<Instant> removedAt) {
  public boolean stands() {
    return removedAt.isEmpty();
  }
}

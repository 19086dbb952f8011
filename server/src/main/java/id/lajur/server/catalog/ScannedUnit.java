package id.lajur.server.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a code names: a unit, and for a label also how much of it.
 *
 * @param quantityMilli of the unit, as a label says or as follows from its price; null when the
 *     code says nothing of it
 * @param amountMinor what a label says that all of it costs, else null
 * @param priceChanged a price label that no weight at today's price explains
 */
public record ScannedUnit(
    SaleItem item, @Nullable Long quantityMilli, @Nullable Long amountMinor, boolean priceChanged) {
  static ScannedUnit plain(SaleItem item) {
    return new ScannedUnit(item, null, null, false);
  }
}

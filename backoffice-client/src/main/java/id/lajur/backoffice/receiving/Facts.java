package id.lajur.backoffice.receiving;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a marked line's item.
 *
 * @param stockMilli now, of the base unit
 * @param afterMilli once the delivery is in the books
 * @param purchases the last ones, the newest first
 * @param priceMinor what it sells for; null when it has no price
 * @param proposedMinor what it should sell for; null where nothing has to change
 * @param marginMicro that the price leaves at the new cost; null when it is not known or not shown
 * @param wantedMicro the margin wanted
 * @param units what it may come in
 */
record Facts(
    int place,
    long stockMilli,
    long afterMilli,
    List<Purchase> purchases,
    @Nullable Long priceMinor,
    @Nullable Long proposedMinor,
    @Nullable Long marginMicro,
    @Nullable Long proposedMarginMicro,
    @Nullable Long wantedMicro,
    List<String> units) {
  Facts {
    purchases = List.copyOf(purchases);
    units = List.copyOf(units);
  }

  /** An earlier purchase; what one base unit cost, net. */
  record Purchase(LocalDate on, String supplierName, long unitCostMinor) {}
}

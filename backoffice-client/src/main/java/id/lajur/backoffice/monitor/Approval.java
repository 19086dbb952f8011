package id.lajur.backoffice.monitor;

import java.util.Optional;

/**
 * An approval that a lane waits for.
 *
 * @param terminal code
 * @param permission that the act needs
 * @param mostMinor what the act may come to
 */
record Approval(
    String approvalId,
    String terminal,
    String permission,
    String reason,
    Optional<Long> mostMinor,
    Matter matter,
    long requestedAtMs) {

  /**
   * What it is about, as the lane has it on its screen.
   *
   * @param itemName empty = the whole basket, or none
   * @param quantityMilli thousandths of the item's unit; 0 = not said
   * @param priceMinor of one unit as it is, {@code newPriceMinor} as it is to be
   * @param percentMicro a discount as a part, 10 % = 100000; 0 = none
   * @param basketMinor the basket's total before the act
   */
  record Matter(
      String itemName,
      long quantityMilli,
      Optional<Long> priceMinor,
      Optional<Long> newPriceMinor,
      int percentMicro,
      Optional<Long> basketMinor) {
    static final Matter NONE =
        new Matter("", 0, Optional.empty(), Optional.empty(), 0, Optional.empty());
  }
}

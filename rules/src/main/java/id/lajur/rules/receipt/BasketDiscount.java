package id.lajur.rules.receipt;

import id.lajur.rules.amount.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A discount or coupon on the whole basket.
 *
 * @param amountMinor when it was given as an amount; negative when it is taken back
 * @param percentMicro when it was given as a part, in millionths
 * @param coupon a coupon pays, and does not lower the base of the tax
 */
public record BasketDiscount(
    @Nullable Long amountMinor, @Nullable Integer percentMicro, boolean coupon) {

  /** Its amount where it falls on so much. */
  long of(long eligibleMinor, long unitMinor) {
    if (amountMinor != null) {
      return amountMinor;
    }
    long percent = percentMicro == null ? 0 : percentMicro;
    return Numbers.mulDiv(eligibleMinor, percent, 1_000_000 * unitMinor) * unitMinor;
  }
}

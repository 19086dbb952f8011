package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a request for approval is about, as the lane has it on its screen. It is shown to whoever
 * answers and decides nothing: what the act comes to is bound by the most that is asked for.
 *
 * @param itemName empty = the whole basket, or none
 * @param quantityMilli thousandths of the item's unit; 0 = not said
 * @param priceMinor of one unit as it is, {@code newPriceMinor} as it is to be
 * @param percentMicro a discount as a part, 10 % = 100000; 0 = none
 * @param basketMinor the basket's total before the act
 */
public record ApprovalMatter(
    String itemName,
    long quantityMilli,
    @Nullable Long priceMinor,
    @Nullable Long newPriceMinor,
    int percentMicro,
    @Nullable Long basketMinor) {
  static final ApprovalMatter NONE = new ApprovalMatter("", 0, null, null, 0, null);

  private static final int WHOLE_MICRO = 1_000_000;

  /** As a lane tells it; a figure that is none is refused. */
  ApprovalMatter checked() {
    if (percentMicro < 0 || percentMicro > WHOLE_MICRO) {
      throw new Refusal(Reason.DISCOUNT_INVALID);
    }
    return this;
  }
}

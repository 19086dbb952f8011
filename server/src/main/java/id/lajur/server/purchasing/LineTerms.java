package id.lajur.server.purchasing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a delivery says beside goods and cost.
 *
 * @param bonusMilli of the unit, part of the line's quantity that is not paid for
 * @param priceMinor of one unit, without tax and before discount; null when only the line's cost is
 *     known
 * @param discount as typed: 10+5+2
 * @param taxClassId null when the tax is not known
 * @param taxMinor that the supplier's invoice will bear for it
 */
record LineTerms(
    long bonusMilli,
    @Nullable Long priceMinor,
    String discount,
    @Nullable Integer taxClassId,
    long taxMinor,
    @Nullable LocalDate expiresOn) {
  /** Of a delivery that was posted by its costs alone. */
  static final LineTerms NONE = new LineTerms(0, null, "", null, 0, null);
}

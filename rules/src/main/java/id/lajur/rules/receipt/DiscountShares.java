package id.lajur.rules.receipt;

import id.lajur.rules.amount.Shares;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The lines that a discount of the whole basket falls on: those that sell; one that is taken back
 * falls on those that come back, and a coupon that is taken back, where none comes back, on those
 * that sell.
 *
 * @param weights what each line has left to be discounted, >= 0, in the order of the lines
 * @param minor their sum, >= 0
 */
public record DiscountShares(long[] weights, long minor) {

  /** What a discount of this amount falls on, before any other discount of the basket. */
  public static DiscountShares of(List<LineAmount> lines, boolean coupon, long amountMinor) {
    return of(lines, coupon, amountMinor, new long[lines.size()]);
  }

  /**
   * @param givenMinor by line, what it got from the basket's earlier discounts
   */
  static DiscountShares of(
      List<LineAmount> lines, boolean coupon, long amountMinor, long[] givenMinor) {
    if (amountMinor >= 0) {
      return selling(lines, givenMinor);
    }
    DiscountShares back = where(lines, givenMinor, left -> Math.max(0, -left));
    return back.minor() == 0 && coupon ? selling(lines, givenMinor) : back;
  }

  /** What a discount that is given falls on. */
  public static DiscountShares selling(List<LineAmount> lines) {
    return selling(lines, new long[lines.size()]);
  }

  static DiscountShares selling(List<LineAmount> lines, long[] givenMinor) {
    return where(lines, givenMinor, left -> Math.max(0, left));
  }

  private static DiscountShares where(
      List<LineAmount> lines, long[] givenMinor, LongUnaryOperator weightOf) {
    long[] weights = new long[lines.size()];
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      LineAmount line = lines.get(i);
      weights[i] = line.noDiscount() ? 0 : weightOf.applyAsLong(line.totalMinor() - givenMinor[i]);
      sum = Math.addExact(sum, weights[i]);
    }
    return new DiscountShares(weights, sum);
  }

  /**
   * Spreads an amount over the lines, by largest remainder.
   *
   * @param amountMinor not further from 0 than {@link #minor}
   */
  long[] spread(long amountMinor, long unitMinor) {
    return Shares.largestRemainder(amountMinor, weights, unitMinor);
  }
}

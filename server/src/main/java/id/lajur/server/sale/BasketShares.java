package id.lajur.server.sale;

import id.lajur.rules.amount.Shares;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The lines that a discount of the whole basket falls on: those that sell; one that is taken back
 * falls on those that come back, and a coupon that is taken back, where none comes back, on those
 * that sell.
 *
 * @param weights what each line has left to be discounted, >= 0, in the order of the lines
 * @param minor their sum, >= 0
 */
record BasketShares(long[] weights, long minor) {

  /** The lines before any discount of the basket. */
  static BasketShares of(List<BasketLine> lines, DiscountSource source, long amountMinor) {
    return of(lines, source, amountMinor, new long[lines.size()]);
  }

  /**
   * @param givenMinor by line, what it got from the basket's earlier discounts
   */
  static BasketShares of(
      List<BasketLine> lines, DiscountSource source, long amountMinor, long[] givenMinor) {
    if (amountMinor >= 0) {
      return selling(lines, givenMinor);
    }
    BasketShares back = where(lines, givenMinor, left -> Math.max(0, -left));
    return back.minor() == 0 && source == DiscountSource.COUPON ? selling(lines, givenMinor) : back;
  }

  /** What a discount that is given falls on. */
  static BasketShares selling(List<BasketLine> lines) {
    return selling(lines, new long[lines.size()]);
  }

  static BasketShares selling(List<BasketLine> lines, long[] givenMinor) {
    return where(lines, givenMinor, left -> Math.max(0, left));
  }

  private static BasketShares where(
      List<BasketLine> lines, long[] givenMinor, ToLongFunction<Long> weightOf) {
    long[] weights = new long[lines.size()];
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      BasketLine line = lines.get(i);
      weights[i] =
          line.item().noDiscount() ? 0 : weightOf.applyAsLong(line.totalMinor() - givenMinor[i]);
      sum = Math.addExact(sum, weights[i]);
    }
    return new BasketShares(weights, sum);
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

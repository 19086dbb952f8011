package id.lajur.rules.amount;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Splitting an amount so that the parts add up to it. */
public final class Shares {
  private Shares() {}

  /**
   * Splits a total in proportion to weights by largest remainder: each part is the proportional one
   * cut towards zero to the unit, and what is left goes unit by unit to the largest remainders,
   * ties to the earlier part. A rest smaller than a unit goes to the first of these.
   *
   * @param totalMinor any sign
   * @param weights all >= 0; where their sum is 0 the first part takes all
   * @param unitMinor > 0
   * @return as many parts as weights, their sum is the total
   * @throws IllegalArgumentException a negative weight, or a total to split among none
   */
  public static long[] largestRemainder(long totalMinor, long[] weights, long unitMinor) {
    if (weights.length == 0) {
      if (totalMinor != 0) {
        throw new IllegalArgumentException("nobody to share " + totalMinor);
      }
      return new long[0];
    }
    long[] parts = new long[weights.length];
    long sum = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("negative weight " + weight);
      }
      sum = Math.addExact(sum, weight);
    }
    if (sum == 0) {
      parts[0] = totalMinor;
      return parts;
    }
    long sign = totalMinor < 0 ? -1 : 1;
    long units = Math.abs(totalMinor) / unitMinor;
    long[] remainders = new long[weights.length];
    long left = units;
    for (int i = 0; i < weights.length; i++) {
      long whole = floorMulDiv(units, weights[i], sum);
      remainders[i] = units * weights[i] - whole * sum; // low 64 bits suffice: it lies in 0..sum
      parts[i] = whole;
      left -= whole;
    }
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < left; i++) {
      parts[order[i]]++;
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i] * unitMinor * sign;
    }
    parts[order[0]] += totalMinor - units * unitMinor * sign;
    return parts;
  }

  private static long floorMulDiv(long a, long b, long divisor) {
    long rounded = Numbers.mulDiv(a, b, divisor);
    // The product of the rounded quotient exceeds a × b only if it was rounded up.
    long high = Math.multiplyHigh(rounded, divisor) - Math.multiplyHigh(a, b);
    boolean above = high != 0 ? high > 0 : Long.compareUnsigned(rounded * divisor, a * b) > 0;
    return above ? rounded - 1 : rounded;
  }
}

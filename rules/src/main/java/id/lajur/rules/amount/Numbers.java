package id.lajur.rules.amount;

import java.math.BigInteger;

/**
 * Integer arithmetic of money and quantity: every operation rounds once, and none overflows
 * silently.
 */
public final class Numbers {
  private Numbers() {}

  /**
   * {@code a × b / divisor}, rounded half up, away from zero; the product may be wider than a long.
   *
   * @param divisor > 0
   * @throws ArithmeticException the divisor is not positive, or the result does not fit a long
   */
  public static long mulDiv(long a, long b, long divisor) {
    if (divisor <= 0) {
      throw new ArithmeticException("divisor must be positive: " + divisor);
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63 && low != Long.MIN_VALUE) {
      return divide(low, divisor);
    }
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigInteger wide = BigInteger.valueOf(divisor);
    BigInteger doubled = product.abs().shiftLeft(1).add(wide).divide(wide.shiftLeft(1));
    return (product.signum() < 0 ? doubled.negate() : doubled).longValueExact();
  }

  private static long divide(long value, long divisor) {
    long quotient = value / divisor;
    long rest = Math.abs(value % divisor);
    // rest >= divisor - rest means 2 × rest >= divisor without overflow
    return rest >= divisor - rest && rest != 0 ? quotient + (value < 0 ? -1 : 1) : quotient;
  }

  /** The nearest multiple of {@code unitMinor} > 0, half away from zero. */
  public static long roundTo(long minor, long unitMinor) {
    return Math.multiplyExact(mulDiv(minor, 1, unitMinor), unitMinor);
  }

  /**
   * Quantity × price in the store's amount unit, rounded once.
   *
   * @param quantityMilli thousandths of the unit that the price is for
   * @param unitMinor smallest step of an amount: 100 for rupiah, 1 for dollars
   */
  public static long extend(long quantityMilli, long priceMinor, long unitMinor) {
    return Math.multiplyExact(
        mulDiv(quantityMilli, priceMinor, Math.multiplyExact(1000L, unitMinor)), unitMinor);
  }
}

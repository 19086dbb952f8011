package id.lajur.server.purchasing;

import id.lajur.rules.tax.TaxRate;
import java.math.BigInteger;

/**
 * What goods should sell for so that a margin is left. A margin is a part of the price without tax,
 * in millionths: (price − cost) / price. Exact, rounded once.
 */
final class SellingPrice {
  private static final BigInteger MICRO = BigInteger.valueOf(1_000_000);

  /** A margin further from 0 is told as this one: nobody reads more of it. */
  private static final BigInteger MOST_TOLD = BigInteger.valueOf(1_000_000_000_000L);

  private static final BigInteger MILLI = BigInteger.valueOf(1_000);

  private SellingPrice() {}

  /**
   * Margin that a price leaves, below 0 where it loses.
   *
   * @param priceMinor of one base unit as it is charged, > 0
   * @param baseMilli > 0, thousandths of the base unit that cost so much
   */
  static long marginMicro(long priceMinor, long costMinor, long baseMilli, TaxRate rate) {
    // price without tax = price × whole / gross
    BigInteger price =
        BigInteger.valueOf(priceMinor)
            .multiply(whole(rate))
            .multiply(BigInteger.valueOf(baseMilli));
    BigInteger cost = BigInteger.valueOf(costMinor).multiply(MILLI).multiply(gross(rate));
    return halfUp(price.subtract(cost).multiply(MICRO), price);
  }

  /**
   * The lowest price on a step that leaves at least a margin.
   *
   * @param marginMicro 0 to 999 999
   * @param stepMinor > 0, what shelf prices are multiples of
   * @return minor units of one base unit
   * @throws ArithmeticException it does not fit a long
   */
  static long leaving(
      long marginMicro, long costMinor, long baseMilli, TaxRate rate, long stepMinor) {
    BigInteger top =
        BigInteger.valueOf(costMinor).multiply(MILLI).multiply(gross(rate)).multiply(MICRO);
    BigInteger bottom =
        BigInteger.valueOf(baseMilli)
            .multiply(whole(rate))
            .multiply(MICRO.subtract(BigInteger.valueOf(marginMicro)))
            .multiply(BigInteger.valueOf(stepMinor));
    BigInteger steps = top.add(bottom).subtract(BigInteger.ONE).divide(bottom);
    return steps.multiply(BigInteger.valueOf(stepMinor)).longValueExact();
  }

  private static BigInteger whole(TaxRate rate) {
    return MICRO.multiply(BigInteger.valueOf(rate.baseDenominator()));
  }

  /** The price with the tax that it holds, to {@link #whole} without. */
  private static BigInteger gross(TaxRate rate) {
    return rate.mode() == TaxRate.Mode.INCLUSIVE
        ? whole(rate)
            .add(
                BigInteger.valueOf(rate.rateMicro())
                    .multiply(BigInteger.valueOf(rate.baseNumerator())))
        : whole(rate);
  }

  private static long halfUp(BigInteger top, BigInteger bottom) {
    BigInteger doubled = top.abs().shiftLeft(1).add(bottom).divide(bottom.shiftLeft(1));
    BigInteger told = doubled.min(MOST_TOLD);
    return (top.signum() < 0 ? told.negate() : told).longValueExact();
  }
}

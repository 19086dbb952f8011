package id.lajur.rules.tax;

import id.lajur.rules.amount.Numbers;

/**
 * One tax class at its rate of a day. The tax on a base is {@code base × rateMicro / 10⁶ ×
 * baseNumerator / baseDenominator}; "12 % on 11/12 of the base" is 120000, 11, 12.
 *
 * @param rateMicro millionths, 0 to 1 000 000
 * @see "PMK 131/2024: PPN of 12 % on a base of 11/12"
 */
public record TaxRate(
    int taxClassId, String code, Mode mode, int rateMicro, int baseNumerator, int baseDenominator) {

  /** Whether a price holds the tax, or the tax comes on top. */
  public enum Mode {
    NONE,
    INCLUSIVE,
    EXCLUSIVE
  }

  public TaxRate {
    if (rateMicro < 0 || rateMicro > 1_000_000 || baseNumerator < 1 || baseDenominator < 1) {
      throw new IllegalArgumentException("not a rate: " + rateMicro + " of " + code);
    }
    if (mode == Mode.NONE && rateMicro != 0) {
      throw new IllegalArgumentException("a class without tax has a rate: " + code);
    }
  }

  /** The class as a shop sells it that collects no tax. */
  public TaxRate untaxed() {
    return new TaxRate(taxClassId, code, Mode.NONE, 0, 1, 1);
  }

  /** Numerator of the tax as a part of the amount: of 11/111 the 11, times a common factor. */
  long numerator() {
    return (long) rateMicro * baseNumerator;
  }

  /** Denominator of the tax as a part of the amount. */
  long denominator() {
    long whole = 1_000_000L * baseDenominator;
    return mode == Mode.INCLUSIVE ? whole + numerator() : whole;
  }

  /**
   * Tax inside (inclusive) or on (exclusive) one amount.
   *
   * @param unitMinor the store's amount unit, to which the tax is rounded
   */
  public long taxOf(long amountMinor, long unitMinor) {
    return Numbers.mulDiv(amountMinor, numerator(), Math.multiplyExact(denominator(), unitMinor))
        * unitMinor;
  }

  /** The part of an amount that is no tax: what a discount or a sale is worth to the books. */
  public long netOf(long amountMinor, long unitMinor) {
    return mode == Mode.INCLUSIVE ? amountMinor - taxOf(amountMinor, unitMinor) : amountMinor;
  }
}

package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a price comes about of what a unit costs or cost before, and how it becomes a shelf price: to
 * a step, less what shelf prices stay below it (step 1,000 less 100 gives 12,900).
 *
 * @param figure by the way: millionths of the price, minor units on each base unit, or millionths
 *     of the price without tax
 * @param stepMinor > 0
 */
record PriceRule(Way way, long figure, long stepMinor, long lessMinor, RoundingMode rounding) {
  private static final BigInteger MICRO = BigInteger.valueOf(1_000_000);
  private static final BigInteger MILLI = BigInteger.valueOf(1_000);

  /** What the figure is. */
  enum Way {
    PERCENT,
    AMOUNT,
    MARGIN
  }

  /**
   * @throws Refusal AMOUNT_INVALID a margin that is none, a discount of all of it or more, a step
   *     that is not made of whole amount units
   */
  static PriceRule of(
      Way way,
      long figure,
      long stepMinor,
      long lessMinor,
      RoundingMode rounding,
      long amountUnitMinor) {
    boolean fits =
        switch (way) {
          case PERCENT -> figure > -1_000_000 && figure <= 100_000_000;
          case AMOUNT -> Math.abs(figure / 2) <= PriceChange.MOST_PRICE_MINOR / 2;
          case MARGIN -> figure >= 0 && figure <= 950_000;
        };
    long step = stepMinor == 0 ? amountUnitMinor : stepMinor;
    if (!fits
        || step <= 0
        || step > PriceChange.MOST_PRICE_MINOR
        || step % amountUnitMinor != 0
        || lessMinor < 0
        || lessMinor >= step
        || lessMinor % amountUnitMinor != 0) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", PriceChange.MOST_PRICE_MINOR);
    }
    return new PriceRule(way, figure, step, lessMinor, rounding);
  }

  /**
   * A unit whose price is sought.
   *
   * @param priceMinor now, null when it has none
   * @param costMinor of one base unit, null when not known
   * @param taxMicro part of the price that is tax, as millionths of the price without it; 0 when
   *     tax comes on top or there is none
   */
  record Unit(
      long factorMilli, @Nullable Long priceMinor, @Nullable Long costMinor, long taxMicro) {
    /** Cost of one of this unit, null when not known. */
    @Nullable Long unitCostMinor() {
      return costMinor == null
          ? null
          : Long.valueOf(id.lajur.rules.amount.Numbers.mulDiv(costMinor, factorMilli, 1000));
    }

    /**
     * Margin of a price: what is left of it without tax, in millionths of that; null without cost
     * or price.
     */
    @Nullable Long marginMicro(@Nullable Long price) {
      Long cost = unitCostMinor();
      if (price == null || price <= 0 || cost == null) {
        return null;
      }
      // (net - cost) / net with net = price / (1 + tax)
      BigInteger net = BigInteger.valueOf(price).multiply(MICRO);
      BigInteger spent = BigInteger.valueOf(cost).multiply(MICRO.add(BigInteger.valueOf(taxMicro)));
      return new BigDecimal(net.subtract(spent).multiply(MICRO))
          .divide(new BigDecimal(net), 0, RoundingMode.HALF_UP)
          .max(BigDecimal.valueOf(Long.MIN_VALUE))
          .longValue();
    }
  }

  /** Why a unit gets no price. */
  enum Problem {
    NONE,
    NO_COST,
    NO_PRICE,
    OUT_OF_RANGE
  }

  /** A price, or why there is none. */
  record Found(@Nullable Long priceMinor, Problem problem) {
    private static Found none(Problem problem) {
      return new Found(null, problem);
    }
  }

  /** The price of a unit under this rule. */
  Found price(Unit unit) {
    Long price = unit.priceMinor();
    Long cost = unit.costMinor();
    if (price == null && (way != Way.MARGIN || unit.factorMilli() != 1000)) {
      return Found.none(Problem.NO_PRICE);
    }
    if (way == Way.MARGIN && (cost == null || cost <= 0)) {
      return Found.none(Problem.NO_COST);
    }
    BigInteger whole;
    BigInteger parts;
    if (way == Way.PERCENT) {
      whole = BigInteger.valueOf(orZero(price)).multiply(MICRO.add(BigInteger.valueOf(figure)));
      parts = MICRO;
    } else if (way == Way.AMOUNT) {
      whole =
          BigInteger.valueOf(orZero(price))
              .multiply(MILLI)
              .add(BigInteger.valueOf(figure).multiply(BigInteger.valueOf(unit.factorMilli())));
      parts = MILLI;
    } else {
      whole =
          BigInteger.valueOf(orZero(cost))
              .multiply(BigInteger.valueOf(unit.factorMilli()))
              .multiply(MICRO.add(BigInteger.valueOf(unit.taxMicro())));
      parts = MILLI.multiply(MICRO.subtract(BigInteger.valueOf(figure)));
    }
    return shelf(whole, parts);
  }

  private Found shelf(BigInteger whole, BigInteger parts) {
    BigInteger steps =
        new BigDecimal(whole.add(parts.multiply(BigInteger.valueOf(lessMinor))))
            .divide(new BigDecimal(parts.multiply(BigInteger.valueOf(stepMinor))), 0, rounding)
            .toBigInteger();
    BigInteger price =
        steps.multiply(BigInteger.valueOf(stepMinor)).subtract(BigInteger.valueOf(lessMinor));
    return price.signum() < 0
            || price.compareTo(BigInteger.valueOf(PriceChange.MOST_PRICE_MINOR)) > 0
        ? Found.none(Problem.OUT_OF_RANGE)
        : new Found(price.longValue(), Problem.NONE);
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}

package id.lajur.server.stock;

import id.lajur.rules.amount.Numbers;

/**
 * Stock of one item at one location, valued at moving average by value.
 *
 * <p>Value is conserved: what movements take and bring adds up to {@code valueMinor} to the last
 * minor unit. Below zero the stock is worth minus what it will cost, at the last known cost.
 *
 * @param quantityMilli thousandths of the base unit
 * @param valueMinor 0 when the quantity is 0
 * @param lastUnitCostMinor per 1000 milli, of the last receipt; 0 when there was none
 */
public record Balance(long quantityMilli, long valueMinor, long lastUnitCostMinor) {
  public static final Balance NONE = new Balance(0, 0, 0);

  public Balance {
    if (quantityMilli == 0 && valueMinor != 0) {
      throw new IllegalStateException("value without stock: " + valueMinor);
    }
  }

  /** What a movement into stock left, and what it was valued at. */
  public record Movement(Balance after, long valueMinor, long varianceMinor) {}

  /**
   * Cost of {@code outMilli} > 0: at moving average while stock lasts, rounded once, beyond it at
   * the last known cost.
   */
  public long costMinor(long outMilli) {
    long held = Math.max(0, Math.min(outMilli, quantityMilli));
    long average = held == 0 ? 0 : Numbers.mulDiv(valueMinor, held, quantityMilli);
    return Math.addExact(average, Numbers.mulDiv(lastUnitCostMinor, outMilli - held, 1000));
  }

  /** After {@code outMilli} > 0 have left. */
  public Balance take(long outMilli) {
    if (outMilli <= 0) {
      throw new IllegalArgumentException("nothing to take: " + outMilli);
    }
    long left = Math.subtractExact(quantityMilli, outMilli);
    return new Balance(
        left, Math.subtractExact(valueMinor, costMinor(outMilli)), lastUnitCostMinor);
  }

  /**
   * After goods were bought in. They first fill a hole below zero at what it was valued at; what
   * that part cost more is the variance (negative: less), the rest enters at its own cost.
   *
   * @param inMilli > 0
   * @param costMinor >= 0, of all of it
   */
  public Movement receive(long inMilli, long costMinor) {
    if (inMilli <= 0 || costMinor < 0) {
      throw new IllegalArgumentException("not a receipt: " + inMilli + " for " + costMinor);
    }
    long filled = filled(inMilli);
    long filledAt = holeValue(filled);
    long variance = filled == 0 ? 0 : Numbers.mulDiv(costMinor, filled, inMilli) - filledAt;
    long entered = costMinor - variance;
    return new Movement(
        new Balance(
            Math.addExact(quantityMilli, inMilli),
            Math.addExact(valueMinor, entered),
            Numbers.mulDiv(costMinor, 1000, inMilli)),
        entered,
        variance);
  }

  /**
   * After sold goods came back: at what stands in the books, a hole first, the rest at cost now.
   */
  public Movement putBack(long inMilli) {
    if (inMilli <= 0) {
      throw new IllegalArgumentException("nothing comes back: " + inMilli);
    }
    long filled = filled(inMilli);
    long rest = inMilli - filled;
    long restAt =
        quantityMilli > 0
            ? Numbers.mulDiv(valueMinor, rest, quantityMilli)
            : Numbers.mulDiv(lastUnitCostMinor, rest, 1000);
    long entered = Math.addExact(holeValue(filled), restAt);
    return new Movement(
        new Balance(
            Math.addExact(quantityMilli, inMilli),
            Math.addExact(valueMinor, entered),
            lastUnitCostMinor),
        entered,
        0);
  }

  /**
   * After goods that were bought went back: at what they came in at, as far as they are here, so
   * that a receipt that was wrong leaves no trace in the value of what stays; never at more than
   * all that is here. What is here no more leaves at the last known cost. What that comes to less
   * than {@code costMinor} is the variance, negative.
   *
   * @param outMilli > 0
   * @param costMinor >= 0, what all of it came in at
   * @param unitCostMinor per 1000 milli, the last known cost from now on
   */
  public Movement giveBack(long outMilli, long costMinor, long unitCostMinor) {
    if (outMilli <= 0 || costMinor < 0) {
      throw new IllegalArgumentException("nothing goes back: " + outMilli + " for " + costMinor);
    }
    long held = Math.max(0, Math.min(outMilli, quantityMilli));
    long atCost = Numbers.mulDiv(costMinor, held, outMilli);
    long ofHeld = held == quantityMilli ? valueMinor : Math.min(atCost, valueMinor);
    long taken =
        Math.addExact(held == 0 ? 0 : ofHeld, Numbers.mulDiv(unitCostMinor, outMilli - held, 1000));
    return new Movement(
        new Balance(
            Math.subtractExact(quantityMilli, outMilli),
            Math.subtractExact(valueMinor, taken),
            unitCostMinor),
        -taken,
        Math.subtractExact(taken, costMinor));
  }

  private long filled(long inMilli) {
    return quantityMilli < 0 ? Math.min(inMilli, -quantityMilli) : 0;
  }

  private long holeValue(long filledMilli) {
    return filledMilli == 0 ? 0 : Numbers.mulDiv(-valueMinor, filledMilli, -quantityMilli);
  }
}

package id.lajur.rules.amount;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Discounts one on the other, as suppliers write them: "10+5+2" leaves 0.90 × 0.95 × 0.98. Kept as
 * it was typed; computed exactly and rounded once.
 *
 * @param text without blanks, as typed; empty = none
 * @param steps hundredths of a percent, each above 0 and below 10 000, in their order
 */
public record StackedDiscount(String text, List<Integer> steps) {
  public static final StackedDiscount NONE = new StackedDiscount("", List.of());

  private static final int WHOLE = 10_000;
  private static final int MOST_STEPS = 6;
  private static final Pattern STEP = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");

  public StackedDiscount {
    steps = List.copyOf(steps);
  }

  /**
   * Reads what somebody typed: up to six percentages with at most two decimals, "+" between them.
   *
   * @return empty when it is anything else, or a step is 0
   */
  public static Optional<StackedDiscount> read(String typed) {
    String text = typed.replace(" ", "");
    if (text.isEmpty()) {
      return Optional.of(NONE);
    }
    String[] parts = text.split("\\+", -1);
    if (parts.length > MOST_STEPS) {
      return Optional.empty();
    }
    List<Integer> steps = new ArrayList<>();
    for (String part : parts) {
      if (!STEP.matcher(part).matches()) {
        return Optional.empty();
      }
      steps.add(hundredths(part));
    }
    return steps.contains(0) ? Optional.empty() : Optional.of(new StackedDiscount(text, steps));
  }

  private static int hundredths(String part) {
    int mark = Math.max(part.indexOf('.'), part.indexOf(','));
    if (mark < 0) {
      return Integer.parseInt(part) * 100;
    }
    String decimals = part.substring(mark + 1);
    return Integer.parseInt(part.substring(0, mark)) * 100
        + Integer.parseInt(decimals) * (decimals.length() == 1 ? 10 : 1);
  }

  /**
   * Quantity × price less the discounts, rounded once, half up.
   *
   * @param quantityMilli thousandths of the unit that the price is for, >= 0
   * @param priceMinor >= 0
   * @param unitMinor smallest step of an amount, to which the answer is rounded
   * @throws ArithmeticException it does not fit a long
   */
  public long net(long quantityMilli, long priceMinor, long unitMinor) {
    BigInteger top = BigInteger.valueOf(quantityMilli).multiply(BigInteger.valueOf(priceMinor));
    BigInteger bottom = BigInteger.valueOf(1000).multiply(BigInteger.valueOf(unitMinor));
    for (int step : steps) {
      top = top.multiply(BigInteger.valueOf(WHOLE - step));
      bottom = bottom.multiply(BigInteger.valueOf(WHOLE));
    }
    BigInteger units = top.shiftLeft(1).add(bottom).divide(bottom.shiftLeft(1));
    return units.multiply(BigInteger.valueOf(unitMinor)).longValueExact();
  }
}

package id.lajur.rules.receipt;

import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import id.lajur.rules.tax.Taxes;
import java.util.ArrayList;
import java.util.List;

/**
 * What a basket comes to. Its discounts are spread over the lines that they fall on ({@link
 * DiscountShares}), and tax is computed after those that lower its base.
 *
 * @param lines those that stand, as they were given
 * @param baseShares by line, its share of the discounts that lower the base of the tax
 * @param couponShares by line, its share of those that do not
 * @param discountMinors amount of each discount, in their order
 */
public record Reckoning(
    List<LineAmount> lines,
    List<Long> baseShares,
    List<Long> couponShares,
    List<Long> discountMinors,
    Taxes taxes) {
  public Reckoning {
    lines = List.copyOf(lines);
    baseShares = List.copyOf(baseShares);
    couponShares = List.copyOf(couponShares);
    discountMinors = List.copyOf(discountMinors);
  }

  /**
   * @param rates of the lines, in their order
   * @param unitMinor the store's amount unit
   */
  public static Reckoning of(
      List<LineAmount> lines,
      List<TaxRate> rates,
      List<BasketDiscount> discounts,
      TaxRounding rounding,
      long unitMinor) {
    long[] baseShares = new long[lines.size()];
    long[] couponShares = new long[lines.size()];
    List<Long> amounts = new ArrayList<>();
    for (BasketDiscount discount : discounts) {
      long[] given = new long[lines.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = baseShares[i] + couponShares[i];
      }
      long asked = discount.of(DiscountShares.selling(lines, given).minor(), unitMinor);
      DiscountShares takers = DiscountShares.of(lines, discount.coupon(), asked, given);
      // Lines removed after the discount was given may leave less than its amount.
      long amount = Math.max(-takers.minor(), Math.min(asked, takers.minor()));
      long[] shares = takers.spread(amount, unitMinor);
      long[] into = discount.coupon() ? couponShares : baseShares;
      for (int i = 0; i < shares.length; i++) {
        into[i] += shares[i];
      }
      amounts.add(amount);
    }
    List<Taxes.TaxedAmount> taxed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      taxed.add(new Taxes.TaxedAmount(lines.get(i).totalMinor() - baseShares[i], rates.get(i)));
    }
    return new Reckoning(
        lines,
        listed(baseShares),
        listed(couponShares),
        amounts,
        Taxes.of(taxed, rounding, unitMinor));
  }

  private static List<Long> listed(long[] values) {
    List<Long> list = new ArrayList<>(values.length);
    for (long value : values) {
      list.add(value);
    }
    return list;
  }

  public long linesMinor() {
    return lines.stream().mapToLong(LineAmount::totalMinor).reduce(0, Math::addExact);
  }

  public long discountMinor() {
    return discountMinors.stream().mapToLong(Long::longValue).sum();
  }

  /** What is to be paid, before coins are rounded. */
  public long totalMinor() {
    return Math.addExact(linesMinor() - discountMinor(), taxes.onTopMinor());
  }
}

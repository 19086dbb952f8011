package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import id.lajur.rules.tax.Taxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A basket with all that is owed for it.
 *
 * @param lines those that stand, each with its share of the basket's discounts and of the taxes
 * @param discountMinors amount of each of the basket's discounts, in their order
 */
public record PricedBasket(
    Basket basket, List<PricedLine> lines, List<Long> discountMinors, Taxes taxes) {

  /**
   * @param baseShareMinor share of the discounts that lower the base of the tax
   * @param couponShareMinor share of those that do not
   */
  public record PricedLine(
      BasketLine line, TaxRate rate, long baseShareMinor, long couponShareMinor, long taxMinor) {
    /** What the tax is computed from. */
    public long taxedMinor() {
      return line.totalMinor() - baseShareMinor;
    }

    public long taxableMinor() {
      return rate.mode() == TaxRate.Mode.INCLUSIVE ? taxedMinor() - taxMinor : taxedMinor();
    }
  }

  /**
   * Prices a basket: its discounts are spread over the lines that they fall on ({@link
   * BasketShares}), tax is computed after those that lower its base.
   *
   * @param rates by tax class
   */
  public static PricedBasket of(
      Basket basket, Map<Integer, TaxRate> rates, TaxRounding rounding, long unitMinor) {
    List<BasketLine> standing = basket.standing();
    long[] baseShares = new long[standing.size()];
    long[] couponShares = new long[standing.size()];
    List<Long> amounts = new ArrayList<>();
    for (Basket.BasketDiscount discount : basket.discounts()) {
      long[] given = new long[standing.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = baseShares[i] + couponShares[i];
      }
      long asked = amountOf(discount, BasketShares.selling(standing, given).minor(), unitMinor);
      BasketShares takers = BasketShares.of(standing, discount.source(), asked, given);
      // Lines removed after the discount was given may leave less than its amount.
      long amount = Math.max(-takers.minor(), Math.min(asked, takers.minor()));
      long[] shares = takers.spread(amount, unitMinor);
      long[] into = discount.source().lowersBase() ? baseShares : couponShares;
      for (int i = 0; i < shares.length; i++) {
        into[i] += shares[i];
      }
      amounts.add(amount);
    }
    List<Taxes.TaxedAmount> taxed = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      TaxRate rate = rates.get(standing.get(i).item().taxClassId());
      if (rate == null) {
        throw new IllegalStateException(
            "no rate of tax class " + standing.get(i).item().taxClassId());
      }
      taxed.add(new Taxes.TaxedAmount(standing.get(i).totalMinor() - baseShares[i], rate));
    }
    Taxes taxes = Taxes.of(taxed, rounding, unitMinor);
    List<PricedLine> lines = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      lines.add(
          new PricedLine(
              standing.get(i),
              taxed.get(i).rate(),
              baseShares[i],
              couponShares[i],
              taxes.lineTaxMinor().get(i)));
    }
    return new PricedBasket(basket, List.copyOf(lines), List.copyOf(amounts), taxes);
  }

  private static long amountOf(Basket.BasketDiscount discount, long eligible, long unitMinor) {
    if (discount.amountMinor() != null) {
      return discount.amountMinor();
    }
    long percent = discount.percentMicro() == null ? 0 : discount.percentMicro();
    return Numbers.mulDiv(eligible, percent, 1_000_000 * unitMinor) * unitMinor;
  }

  public long linesMinor() {
    return lines.stream().mapToLong(line -> line.line().totalMinor()).reduce(0, Math::addExact);
  }

  public long discountMinor() {
    return discountMinors.stream().mapToLong(Long::longValue).sum();
  }

  public long totalMinor() {
    return Math.addExact(linesMinor() - discountMinor(), taxes.onTopMinor());
  }

  /** All that the customer saved against the list prices. */
  public long savedMinor(long unitMinor) {
    long saved = discountMinor();
    for (PricedLine priced : lines) {
      BasketLine line = priced.line();
      long atList = Numbers.extend(line.quantityMilli(), line.listPriceMinor(), unitMinor);
      if (line.quantityMilli() > 0 && line.labelAmountMinor() == null) {
        saved += Math.max(0, atList - line.totalMinor());
      }
    }
    return saved;
  }
}

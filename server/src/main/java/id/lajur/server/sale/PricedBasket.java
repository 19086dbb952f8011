package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.BasketDiscount;
import id.lajur.rules.receipt.LineAmount;
import id.lajur.rules.receipt.Reckoning;
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
 */
public record PricedBasket(Basket basket, List<PricedLine> lines, Reckoning reckoned) {

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
   * Prices a basket.
   *
   * @param rates by tax class
   */
  public static PricedBasket of(
      Basket basket, Map<Integer, TaxRate> rates, TaxRounding rounding, long unitMinor) {
    List<BasketLine> standing = basket.standing();
    Reckoning reckoned =
        Reckoning.of(
            amounts(basket),
            standing.stream().map(line -> rate(line, rates)).toList(),
            basket.discounts().stream()
                .map(
                    discount ->
                        new BasketDiscount(
                            discount.amountMinor(),
                            discount.percentMicro(),
                            !discount.source().lowersBase()))
                .toList(),
            rounding,
            unitMinor);
    List<PricedLine> lines = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      lines.add(
          new PricedLine(
              standing.get(i),
              rate(standing.get(i), rates),
              reckoned.baseShares().get(i),
              reckoned.couponShares().get(i),
              reckoned.taxes().lineTaxMinor().get(i)));
    }
    return new PricedBasket(basket, List.copyOf(lines), reckoned);
  }

  /** What the lines that stand bring, in their order. */
  static List<LineAmount> amounts(Basket basket) {
    return basket.standing().stream()
        .map(line -> new LineAmount(line.totalMinor(), line.item().noDiscount()))
        .toList();
  }

  private static TaxRate rate(BasketLine line, Map<Integer, TaxRate> rates) {
    TaxRate rate = rates.get(line.item().taxClassId());
    if (rate == null) {
      throw new IllegalStateException("no rate of tax class " + line.item().taxClassId());
    }
    return rate;
  }

  /** Amount of each of the basket's discounts, in their order. */
  public List<Long> discountMinors() {
    return reckoned.discountMinors();
  }

  public Taxes taxes() {
    return reckoned.taxes();
  }

  public long linesMinor() {
    return reckoned.linesMinor();
  }

  public long discountMinor() {
    return reckoned.discountMinor();
  }

  public long totalMinor() {
    return reckoned.totalMinor();
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

package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.tax.TaxRate;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.PriceActDao.PriceAct;
import id.lajur.server.sale.PricedBasket.PricedLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line of a basket costs what it does.
 *
 * @param extendedMinor quantity × price in the amount unit, or what the label says
 * @param roundingMinor what rounding to the amount unit added, itself in whole minor units
 * @param override who sold it at another price, null = nobody
 * @param reductions in the order in which they are taken off
 */
record Explanation(
    PricedLine priced,
    long extendedMinor,
    long roundingMinor,
    @Nullable PriceAct override,
    List<Reduction> reductions) {

  /**
   * What came off the line.
   *
   * @param minor off this line
   * @param givenMinor in all, where it was given on the basket
   */
  record Reduction(
      DiscountSource source, boolean wholeBasket, long minor, long givenMinor, PriceAct act) {}

  Explanation {
    reductions = List.copyOf(reductions);
  }

  /**
   * @param acts overrides and discounts of the basket in their order; those of a later version do
   *     no harm
   * @throws Refusal LINE_UNKNOWN: no such line stands
   */
  static Explanation of(Basket basket, int lineId, List<PriceAct> acts, StoreRules store) {
    PricedBasket priced = priced(basket, basket.discounts().size(), store);
    int at = indexOf(priced, lineId);
    PricedLine line = priced.lines().get(at);
    List<Reduction> reductions = new ArrayList<>();
    if (line.line().discountMinor() != 0) {
      PriceAct act = last(acts, EntryKind.LINE_DISCOUNT, lineId);
      long minor = line.line().discountMinor();
      if (act != null) {
        reductions.add(new Reduction(line.line().discountSource(), false, minor, minor, act));
      }
    }
    reductions.addAll(ofTheBasket(basket, at, acts, priced, store));
    long extended = line.line().extendedMinor(store.unitMinor());
    boolean label = line.line().labelAmountMinor() != null;
    long exact =
        label ? extended : Numbers.extend(line.line().quantityMilli(), line.line().priceMinor(), 1);
    return new Explanation(
        line,
        extended,
        extended - exact,
        line.line().priceSource() == PriceSource.OVERRIDE
            ? last(acts, EntryKind.OVERRIDE, lineId)
            : null,
        reductions);
  }

  private static int indexOf(PricedBasket priced, int lineId) {
    for (int i = 0; i < priced.lines().size(); i++) {
      if (priced.lines().get(i).line().lineId() == lineId) {
        return i;
      }
    }
    throw new Refusal(Reason.LINE_UNKNOWN).with("line", lineId);
  }

  /** Each discount is spread after those before it, so its share is what the line has more then. */
  private static List<Reduction> ofTheBasket(
      Basket basket, int at, List<PriceAct> acts, PricedBasket priced, StoreRules store) {
    List<Reduction> reductions = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < basket.discounts().size(); i++) {
      Basket.BasketDiscount discount = basket.discounts().get(i);
      PricedLine line = priced(basket, i + 1, store).lines().get(at);
      long shares = line.baseShareMinor() + line.couponShareMinor();
      PriceAct act =
          acts.stream().filter(made -> made.seq() == discount.entry()).findFirst().orElse(null);
      if (shares != before && act != null) {
        long given = priced.discountMinors().get(i);
        reductions.add(new Reduction(discount.source(), true, shares - before, given, act));
      }
      before = shares;
    }
    return reductions;
  }

  /** The basket with the first of its discounts only. */
  private static PricedBasket priced(Basket basket, int discounts, StoreRules store) {
    return PricedBasket.of(
        new Basket(
            basket.head(),
            basket.version(),
            basket.lines(),
            basket.discounts().subList(0, discounts),
            basket.buyer()),
        store.taxRates(),
        store.taxRounding(),
        store.unitMinor());
  }

  private static @Nullable PriceAct last(List<PriceAct> acts, EntryKind kind, int lineId) {
    PriceAct last = null;
    for (PriceAct act : acts) {
      if (act.kind() == kind && act.lineId() != null && act.lineId() == lineId) {
        last = act;
      }
    }
    return last;
  }

  /** What the line brings in the end. */
  long netMinor() {
    long onTop = priced.rate().mode() == TaxRate.Mode.EXCLUSIVE ? priced.taxMinor() : 0;
    return priced.taxedMinor() - priced.couponShareMinor() + onTop;
  }
}

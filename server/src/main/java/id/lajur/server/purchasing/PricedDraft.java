package id.lajur.server.purchasing;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.amount.StackedDiscount;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import id.lajur.rules.tax.Taxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft reckoned: what each line costs, what one base unit of it costs with its bonus goods, and
 * the input tax that the supplier's invoice will bear. Suppliers' prices are without tax; the tax
 * comes on top, once per rate, and is shared to the lines by largest remainder. To a shop that is
 * not registered for it the tax is cost like the price.
 *
 * @param lines without the removed ones
 */
record PricedDraft(
    DraftReadingDao.Head head, List<Line> lines, long netMinor, long taxMinor, long baseMilli) {
  /** A cost that rose further is told as so many times what it was. */
  private static final long MOST_TIMES = 1_000_000;

  PricedDraft {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param costMinor null while its price is not known
   * @param baseMilli of the base unit, bonus goods among them
   * @param last null when the item was never bought
   */
  record Line(
      DraftReadingDao.Line line,
      @Nullable Long costMinor,
      long taxMinor,
      long baseMilli,
      PurchasesDao.@Nullable Bought last) {

    /** Of one base unit, in minor units; null while the price is not known. */
    @Nullable Long unitCostMinor() {
      return costMinor == null ? null : (Long) Numbers.mulDiv(costMinor, 1000, baseMilli);
    }

    /**
     * How the cost moved since the last purchase, in millionths of that one; 0 for less than can be
     * seen in the store's amount unit, null when there is nothing to compare.
     */
    @Nullable Long changeMicro(long unitMinor) {
      Long now = unitCostMinor();
      if (now == null || last == null || last.unitCostMinor() == 0) {
        return null;
      }
      long before = last.unitCostMinor();
      boolean looksTheSame = Numbers.roundTo(now, unitMinor) == Numbers.roundTo(before, unitMinor);
      if (looksTheSame) {
        return 0L;
      }
      return now / before > MOST_TIMES
          ? MOST_TIMES * 1_000_000
          : Numbers.mulDiv(now - before, 1_000_000, before);
    }
  }

  /**
   * @param rates of today, by tax class
   * @param taxIsCost nobody gives the tax back to this shop
   * @param last newest purchases, by item
   * @param unitMinor the store's amount unit
   */
  static PricedDraft of(
      DraftReadingDao.Head head,
      List<DraftReadingDao.Line> all,
      Map<Integer, TaxRate> rates,
      boolean taxIsCost,
      Map<Integer, PurchasesDao.Bought> last,
      long unitMinor) {
    List<DraftReadingDao.Line> lines = all.stream().filter(line -> !line.row().removed()).toList();
    List<Taxes.TaxedAmount> amounts = new ArrayList<>();
    List<@Nullable Long> costs = new ArrayList<>();
    long net = 0;
    for (DraftReadingDao.Line line : lines) {
      Long cost = cost(line.row(), unitMinor);
      costs.add(cost);
      long known = cost == null ? 0 : cost;
      net = Math.addExact(net, known);
      amounts.add(new Taxes.TaxedAmount(known, onTop(rates.get(line.taxClassId()), head, line)));
    }
    Taxes taxes = Taxes.of(amounts, TaxRounding.PER_RATE, unitMinor);
    List<Line> priced = new ArrayList<>();
    long base = 0;
    for (int i = 0; i < lines.size(); i++) {
      DraftReadingDao.Line line = lines.get(i);
      long baseMilli = baseMilli(line.row());
      base = Math.addExact(base, baseMilli);
      Long cost = costs.get(i);
      long tax = taxes.lineTaxMinor().get(i);
      priced.add(
          new Line(
              line,
              cost == null || !taxIsCost ? cost : (Long) Math.addExact(cost, tax),
              taxIsCost ? 0 : tax,
              baseMilli,
              last.get(line.row().itemId())));
    }
    return taxIsCost
        ? new PricedDraft(head, priced, Math.addExact(net, taxes.totalMinor()), 0, base)
        : new PricedDraft(head, priced, net, taxes.totalMinor(), base);
  }

  static @Nullable Long cost(DraftDao.LineRow row, long unitMinor) {
    Long price = row.priceMinor();
    return price == null
        ? null
        : (Long)
            StackedDiscount.read(row.discount())
                .orElseThrow()
                .net(row.quantityMilli(), price, unitMinor);
  }

  static long baseMilli(DraftDao.LineRow row) {
    return Numbers.mulDiv(row.quantityMilli() + row.bonusMilli(), row.factorMilli(), 1000);
  }

  /** A rate as an invoice bears it: on top, and not at all from a supplier who charges none. */
  private static TaxRate onTop(
      @Nullable TaxRate rate, DraftReadingDao.Head head, DraftReadingDao.Line line) {
    if (rate == null || rate.mode() == TaxRate.Mode.NONE || !head.chargesTax()) {
      return new TaxRate(line.taxClassId(), "", TaxRate.Mode.NONE, 0, 1, 1);
    }
    return new TaxRate(
        rate.taxClassId(),
        rate.code(),
        TaxRate.Mode.EXCLUSIVE,
        rate.rateMicro(),
        rate.baseNumerator(),
        rate.baseDenominator());
  }
}

package id.lajur.rules.tax;

import id.lajur.rules.amount.Shares;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The taxes of one receipt.
 *
 * @param rates one row per tax class that the receipt holds, in order of appearance
 * @param lineTaxMinor the share of each line, in the order of the lines given
 */
public record Taxes(List<RateTax> rates, List<Long> lineTaxMinor) {

  /** What one line brings: its amount after all discounts that lower the base. */
  public record TaxedAmount(long amountMinor, TaxRate rate) {}

  /**
   * @param amountMinor sum of the lines' amounts
   * @param taxMinor inside or on top of it
   */
  public record RateTax(TaxRate rate, long amountMinor, long taxMinor) {
    /** The base without tax. */
    public long taxableMinor() {
      return rate.mode() == TaxRate.Mode.INCLUSIVE ? amountMinor - taxMinor : amountMinor;
    }
  }

  public Taxes {
    rates = List.copyOf(rates);
    lineTaxMinor = List.copyOf(lineTaxMinor);
  }

  /**
   * Taxes of a receipt, rounded half up to {@code unitMinor} and shared to the lines by largest
   * remainder. Inclusive taxes are rounded per rate in either case: each stands in its own prices.
   */
  public static Taxes of(List<TaxedAmount> lines, TaxRounding rounding, long unitMinor) {
    Map<TaxRate, Long> amounts = new LinkedHashMap<>();
    for (TaxedAmount line : lines) {
      amounts.merge(line.rate(), line.amountMinor(), Math::addExact);
    }
    Map<TaxRate, Long> taxes = new LinkedHashMap<>();
    amounts.forEach((rate, amount) -> taxes.put(rate, rate.taxOf(amount, unitMinor)));
    if (rounding == TaxRounding.PER_RECEIPT) {
      roundOnTopOnce(amounts, taxes, unitMinor);
    }
    long[] lineTax = new long[lines.size()];
    List<RateTax> rates = new ArrayList<>();
    taxes.forEach(
        (rate, tax) -> {
          rates.add(new RateTax(rate, amounts.getOrDefault(rate, 0L), tax));
          share(lines, rate, tax, unitMinor, lineTax);
        });
    List<Long> shares = new ArrayList<>(lineTax.length);
    for (long tax : lineTax) {
      shares.add(tax);
    }
    return new Taxes(rates, shares);
  }

  /** The exact sum over the rates is rounded once; the rates' parts follow by largest remainder. */
  private static void roundOnTopOnce(
      Map<TaxRate, Long> amounts, Map<TaxRate, Long> taxes, long unitMinor) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    for (var entry : amounts.entrySet()) {
      TaxRate rate = entry.getKey();
      if (rate.mode() == TaxRate.Mode.EXCLUSIVE) {
        BigInteger top =
            BigInteger.valueOf(entry.getValue()).multiply(BigInteger.valueOf(rate.numerator()));
        BigInteger bottom = BigInteger.valueOf(rate.denominator());
        numerator = numerator.multiply(bottom).add(top.multiply(denominator));
        denominator = denominator.multiply(bottom);
      }
    }
    BigInteger unit = denominator.multiply(BigInteger.valueOf(unitMinor));
    BigInteger rounded =
        numerator
            .abs()
            .shiftLeft(1)
            .add(unit)
            .divide(unit.shiftLeft(1))
            .multiply(BigInteger.valueOf(unitMinor));
    long total = (numerator.signum() < 0 ? rounded.negate() : rounded).longValueExact();
    long separate = 0;
    TaxRate largest = null;
    for (var entry : taxes.entrySet()) {
      if (entry.getKey().mode() == TaxRate.Mode.EXCLUSIVE) {
        separate += entry.getValue();
        if (largest == null
            || Math.abs(entry.getValue()) > Math.abs(taxes.getOrDefault(largest, 0L))) {
          largest = entry.getKey();
        }
      }
    }
    if (largest != null && separate != total) {
      taxes.merge(largest, total - separate, Math::addExact);
    }
  }

  /** Lines that sell and lines that come back are weighed apart: a share never changes its sign. */
  private static void share(
      List<TaxedAmount> lines, TaxRate rate, long tax, long unitMinor, long[] lineTax) {
    long[] weights = new long[lines.size()];
    long separate = 0;
    for (int i = 0; i < weights.length; i++) {
      TaxedAmount line = lines.get(i);
      if (line.rate().equals(rate)) {
        weights[i] = Math.abs(line.amountMinor());
        lineTax[i] = rate.taxOf(line.amountMinor(), unitMinor);
        separate += lineTax[i];
      }
    }
    boolean oneSign =
        lines.stream()
                .filter(line -> line.rate().equals(rate))
                .mapToLong(line -> Long.signum(line.amountMinor()))
                .distinct()
                .filter(s -> s != 0)
                .count()
            <= 1;
    if (oneSign) {
      long[] shares = Shares.largestRemainder(tax, weights, unitMinor);
      for (int i = 0; i < weights.length; i++) {
        if (lines.get(i).rate().equals(rate)) {
          lineTax[i] = shares[i];
        }
      }
      return;
    }
    long[] correction = Shares.largestRemainder(tax - separate, weights, unitMinor);
    for (int i = 0; i < weights.length; i++) {
      lineTax[i] += correction[i];
    }
  }

  /** Taxes that come on top of the lines. */
  public long onTopMinor() {
    return rates.stream()
        .filter(rate -> rate.rate().mode() == TaxRate.Mode.EXCLUSIVE)
        .mapToLong(RateTax::taxMinor)
        .sum();
  }

  public long totalMinor() {
    return rates.stream().mapToLong(RateTax::taxMinor).sum();
  }
}

package id.lajur.server.sale;

import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a store sells by, as of one version of its rules.
 *
 * @param mostQuantityMilli of one line without a supervisor
 * @param mostDiscountMicro of one line, as millionths of it; above the whole the line turns
 *     negative
 * @param mostCashMinor that is believed as one tender
 * @param taxRegistered false: no tax is collected of any class, and input tax is cost
 * @param invoicedRates by tax class, as those bear them who are registered
 */
public record StoreRules(
    long version,
    long unitMinor,
    CashRounding cashRounding,
    TaxRounding taxRounding,
    long mostQuantityMilli,
    long mostDiscountMicro,
    long mostCashMinor,
    boolean taxRegistered,
    Map<Integer, TaxRate> invoicedRates,
    Map<String, TenderKind> tenderKinds) {
  public StoreRules {
    invoicedRates = Map.copyOf(invoicedRates);
    tenderKinds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tenderKinds));
  }

  /** What the shop's own sales bear, by tax class: every class is there, untaxed or not. */
  public Map<Integer, TaxRate> taxRates() {
    if (taxRegistered) {
      return invoicedRates;
    }
    return invoicedRates.values().stream()
        .collect(Collectors.toUnmodifiableMap(TaxRate::taxClassId, TaxRate::untaxed));
  }
}

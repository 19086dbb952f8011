package id.lajur.server.sale;

import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.tax.TaxRate;
import id.lajur.rules.tax.TaxRounding;
import java.util.Map;

/**
 * What a store sells by, as of one version of its rules.
 *
 * @param mostQuantityMilli of one line without a supervisor
 * @param mostDiscountMicro of one line, as millionths of it; above the whole the line turns
 *     negative
 * @param mostCashMinor that is believed as one tender
 */
public record StoreRules(
    long version,
    long unitMinor,
    CashRounding cashRounding,
    TaxRounding taxRounding,
    long mostQuantityMilli,
    long mostDiscountMicro,
    long mostCashMinor,
    Map<Integer, TaxRate> taxRates,
    Map<String, TenderKind> tenderKinds) {
  public StoreRules {
    taxRates = Map.copyOf(taxRates);
    tenderKinds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tenderKinds));
  }
}

package id.lajur.rules.tax;

/** How often the tax of one receipt is rounded: a dated setting of the store. */
public enum TaxRounding {
  PER_RATE,
  PER_RECEIPT
}

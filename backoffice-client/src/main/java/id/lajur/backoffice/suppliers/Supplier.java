package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.Keyed;

/**
 * Somebody who delivers to the shop.
 *
 * @param code never changed
 * @param taxNumber NPWP; empty for none
 * @param termsDays from delivery to payment
 * @param chargesTax whether its invoices bear input tax
 * @param version as it was read; 0 = new
 */
record Supplier(
    String code,
    String name,
    String address,
    String taxNumber,
    int termsDays,
    boolean chargesTax,
    long version)
    implements Keyed {
  @Override
  public String key() {
    return code;
  }
}

package id.lajur.backoffice.members;

import id.lajur.backoffice.form.Keyed;

/**
 * A customer whom the shop knows.
 *
 * @param number as on the card; never changed
 * @param phone digits; empty = not known
 * @param level code of the price level
 * @param active whether lanes find him
 * @param since ISO date; empty while new
 * @param version as it was read; 0 = new
 */
record Member(
    String number,
    String name,
    String phone,
    String level,
    boolean active,
    String since,
    long version)
    implements Keyed {
  @Override
  public String key() {
    return number;
  }
}

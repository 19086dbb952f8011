package id.lajur.backoffice.departments;

import id.lajur.backoffice.form.Keyed;

/**
 * Where the shop keeps items together.
 *
 * @param code never changed
 */
record Department(String code, String name) implements Keyed {
  @Override
  public String key() {
    return code;
  }
}

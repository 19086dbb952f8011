package id.lajur.backoffice.receiving;

/** What is chosen by its name: a supplier, a department, a tax class. */
record NamedCode(String code, String name) {
  @Override
  public String toString() {
    return name;
  }
}

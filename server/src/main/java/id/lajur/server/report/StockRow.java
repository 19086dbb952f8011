package id.lajur.server.report;

/**
 * Stock of one item, or of one department.
 *
 * @param unit empty for a department; so is the quantity
 * @param items that are not at nothing
 */
record StockRow(
    String code,
    String name,
    String departmentCode,
    String department,
    String unit,
    long quantityMilli,
    long items,
    long valueMinor) {

  /** Both in one row of their department. */
  StockRow inDepartmentWith(StockRow other) {
    return ofDepartment(items + other.items, Math.addExact(valueMinor, other.valueMinor));
  }

  /** This item as its department has it. */
  StockRow ofDepartment() {
    return ofDepartment(items, valueMinor);
  }

  private StockRow ofDepartment(long number, long minor) {
    return new StockRow(
        departmentCode, department, departmentCode, department, "", 0, number, minor);
  }
}

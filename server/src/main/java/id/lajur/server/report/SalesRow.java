package id.lajur.server.report;

/**
 * One row of what was sold.
 *
 * @param code hour, date, code or number of what it is of
 * @param name empty for hours and dates
 * @param department by item: the one that the item has now
 * @param unit by item: its base unit
 * @param quantityMilli in base units, of rows that hold one item
 */
record SalesRow(
    String code,
    String name,
    String department,
    String unit,
    long quantityMilli,
    SalesFigures figures) {
  /** Both together, of parts that share no sale. */
  SalesRow plus(SalesRow other) {
    return new SalesRow(
        code,
        name,
        department,
        unit,
        quantityMilli + other.quantityMilli,
        figures.plus(other.figures));
  }
}

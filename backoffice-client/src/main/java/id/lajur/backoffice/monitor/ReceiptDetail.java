package id.lajur.backoffice.monitor;

import java.util.List;

/**
 * One receipt with all that it did; amounts in minor units.
 *
 * @param entry in the books, that of its cost too for those who may see it
 */
record ReceiptDetail(
    Shop.SoldReceipt receipt,
    List<DetailLine> lines,
    List<DetailTender> tenders,
    long taxMinor,
    long roundingMinor,
    long changeMinor,
    List<EntryLine> entry) {
  ReceiptDetail {
    lines = List.copyOf(lines);
    tenders = List.copyOf(tenders);
    entry = List.copyOf(entry);
  }

  /**
   * One line.
   *
   * @param comesBack goods that the customer brought
   * @param quantityMilli thousandths of the unit
   * @param discountMinor its share of the basket's among it
   * @param netMinor what it comes to
   */
  record DetailLine(
      String name,
      boolean comesBack,
      String department,
      String barcode,
      String unit,
      long quantityMilli,
      long priceMinor,
      long discountMinor,
      long netMinor,
      long taxMinor,
      long costMinor) {}

  /** One tender. */
  record DetailTender(String name, long amountMinor) {}

  /** One line of the entry; debit above 0. */
  record EntryLine(String account, String name, long amountMinor) {}
}

package id.lajur.backoffice.receiving;

import id.lajur.kit.document.ShelfLabels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The shelf labels that a delivery in the books made wrong. */
final class ReceiptLabels {
  private static final long ONE = 1_000;

  private ReceiptLabels() {}

  /** One for each item whose price changed, in the order of its first line. */
  static List<ShelfLabels.Label> due(Sheet sheet) {
    List<ShelfLabels.Label> labels = new ArrayList<>();
    Set<String> had = new HashSet<>();
    for (GoodsLine line : sheet.lines()) {
      Long price = line.shelfPriceMinor();
      if (price != null && had.add(line.itemCode())) {
        // A pack's barcode is not what stands on the shelf.
        String barcode = line.factorMilli() == ONE ? line.barcode() : "";
        labels.add(
            new ShelfLabels.Label(line.name(), line.baseUnit(), line.itemCode(), barcode, price));
      }
    }
    return labels;
  }
}

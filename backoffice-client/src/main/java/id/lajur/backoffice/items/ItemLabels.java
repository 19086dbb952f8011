package id.lajur.backoffice.items;

import id.lajur.kit.document.ShelfLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands on the shelf before items: the price of their base unit. */
final class ItemLabels {
  private ItemLabels() {}

  /** In their order; an item that is sold by no price, or not sold at all, has no label. */
  static List<ShelfLabels.Label> of(List<Items.Row> rows) {
    List<ShelfLabels.Label> labels = new ArrayList<>();
    for (Items.Row row : rows) {
      Long price = row.priceMinor();
      if (price != null && row.blockedReason().isEmpty()) {
        labels.add(
            new ShelfLabels.Label(row.name(), row.baseUnit(), row.code(), row.barcode(), price));
      }
    }
    return labels;
  }

  /**
   * For prices that were set, also from a day to come; only those of base units stand on a shelf.
   *
   * @param rows the items as the list has them, for what else stands on a label
   */
  static List<ShelfLabels.Label> of(List<Repricing.Line> set, List<Items.Row> rows) {
    Map<String, Items.Row> known = new HashMap<>();
    rows.forEach(row -> known.put(row.code(), row));
    List<ShelfLabels.Label> labels = new ArrayList<>();
    for (Repricing.Line line : set) {
      Items.Row row = known.get(line.itemCode());
      Long price = line.priceMinor();
      if (row != null
          && price != null
          && row.blockedReason().isEmpty()
          && row.baseUnit().equals(line.unit())) {
        labels.add(
            new ShelfLabels.Label(row.name(), row.baseUnit(), row.code(), row.barcode(), price));
      }
    }
    return labels;
  }
}

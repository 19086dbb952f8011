package id.lajur.backoffice.items;

import id.lajur.kit.document.ShelfLabels;
import java.util.ArrayList;
import java.util.List;

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
}

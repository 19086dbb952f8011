package id.lajur.backoffice.receiving;

import id.lajur.kit.document.Column;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A delivery on paper: who delivered, each line, and the sums as they are in the books. */
final class ReceiptPaper {
  private ReceiptPaper() {}

  /**
   * @param mayCost whether who prints it may see what goods cost
   */
  static TabularDocument of(Sheet sheet, String store, Words words, boolean mayCost) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                column(words, "paper.code", Column.Kind.TEXT),
                column(words, "paper.item", Column.Kind.TEXT),
                column(words, "paper.unit", Column.Kind.TEXT),
                column(words, "paper.quantity", Column.Kind.QUANTITY),
                column(words, "paper.bonus", Column.Kind.QUANTITY),
                column(words, "paper.expiry", Column.Kind.DATE)));
    if (mayCost) {
      columns.add(column(words, "paper.price", Column.Kind.MONEY));
      columns.add(column(words, "paper.discount", Column.Kind.TEXT));
      columns.add(column(words, "paper.total", Column.Kind.MONEY));
    }
    return new TabularDocument(
        words.get("paper.title", Map.of("number", sheet.number())),
        store,
        words.formats().dayAndDate(sheet.deliveredOn()),
        List.of(
            words.get("paper.supplier", Map.of("name", sheet.supplierName())),
            words.get("paper.note", Map.of("number", sheet.deliveryNote())),
            words.get("paper.by", Map.of("name", sheet.savedBy()))),
        columns,
        lines(sheet, words, mayCost));
  }

  private static Column column(Words words, String key, Column.Kind kind) {
    return new Column(words.get(key), kind);
  }

  private static List<Line> lines(Sheet sheet, Words words, boolean mayCost) {
    List<Line> lines = new ArrayList<>();
    for (GoodsLine line : sheet.lines()) {
      lines.add(
          Line.row(
              line.itemCode(),
              line.name(),
              line.unit(),
              line.quantityMilli(),
              line.bonusMilli() == 0 ? null : line.bonusMilli(),
              line.expiresOn(),
              mayCost ? line.priceMinor() : null,
              mayCost ? line.discount() : null,
              mayCost ? line.costMinor() : null));
    }
    if (mayCost) {
      lines.add(sum(words.get("paper.net"), sheet.netMinor()));
      lines.add(sum(words.get("paper.tax"), sheet.taxMinor()));
      lines.add(sum(words.get("paper.sum"), sheet.totalMinor()));
    }
    return lines;
  }

  private static Line sum(String word, long minor) {
    return Line.total(word, null, null, null, null, null, null, null, minor);
  }
}

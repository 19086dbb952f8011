package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.Surface;
import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The lines of a delivery that is in the books; what is done about one is about the marked one. */
final class PostedLines extends JPanel {
  private final Words words;
  private final DataTable<GoodsLine> table;
  private final KeyedRows<GoodsLine> rows;

  PostedLines(ReceivingPresenter presenter, Words words, TableChoices choices, boolean mayCost) {
    super(new BorderLayout());
    setOpaque(false);
    this.words = words;
    var about = new DataTable.About(words.get("list.title"), "", "");
    table = new DataTable<>("receiving.posted", about, columns(mayCost), words.formats(), choices);
    rows =
        new KeyedRows<>(
            table,
            PostedLines::key,
            line -> line.ifPresent(one -> presenter.lines().mark(one.place())));
    var card = new Surface(new MigLayout("insets 14 16 10 16, fill", "[grow,fill]", "[grow,fill]"));
    card.add(table, "wmin 0, hmin 0");
    add(card, BorderLayout.CENTER);
  }

  private static String key(GoodsLine line) {
    return Integer.toString(line.place());
  }

  private List<Column<GoodsLine>> columns(boolean mayCost) {
    List<Column<GoodsLine>> columns = new ArrayList<>();
    columns.add(
        Column.<GoodsLine>code("code", words.get("paper.code"), 154, GoodsLine::itemCode)
            .yielding(1));
    columns.add(Column.text("name", words.get("head.item"), 220, GoodsLine::name).wrapping());
    columns.add(
        Column.<GoodsLine>code("barcode", words.get("posted.barcode"), 150, GoodsLine::barcode)
            .atFirstHidden());
    columns.add(Column.code("unit", words.get("head.unit"), 84, words::unit));
    columns.add(
        Column.of(
            "quantity", words.get("head.quantity"), Kind.QUANTITY, 76, GoodsLine::quantityMilli));
    columns.add(
        Column.<GoodsLine>of(
                "bonus", words.get("head.bonus"), Kind.QUANTITY, 76, PostedLines::bonus)
            .yielding(3));
    columns.add(
        Column.<GoodsLine>of(
                "left", words.get("posted.left"), Kind.QUANTITY, 130, GoodsLine::leftMilli)
            .atFirstHidden());
    columns.add(
        Column.<GoodsLine>of(
                "expiry", words.get("paper.expiry"), Kind.DATE, 130, GoodsLine::expiresOn)
            .yielding(2));
    if (mayCost) {
      columns.add(
          Column.of("price", words.get("head.price"), Kind.MONEY, 90, GoodsLine::priceMinor));
      columns.add(
          Column.<GoodsLine>text("discount", words.get("head.discount"), 90, GoodsLine::discount)
              .yielding(5));
      columns.add(
          Column.<GoodsLine>of(
                  "unitCost", words.get("head.unitCost"), Kind.MONEY, 100, GoodsLine::unitCostMinor)
              .yielding(6));
      columns.add(
          Column.<GoodsLine>of("total", words.get("sum.net"), Kind.MONEY, 116, GoodsLine::costMinor)
              .summedUp());
    }
    return columns;
  }

  /** Where none came there is nothing to read. */
  private static @Nullable Object bonus(GoodsLine line) {
    return line.bonusMilli() == 0 ? null : line.bonusMilli();
  }

  /**
   * Shows the lines of a document.
   *
   * @param store whose it is, over a file or a paper
   */
  void show(Sheet posted, int marked, String store) {
    table.about(
        new DataTable.About(
            words.get("paper.title", Map.of("number", posted.number())),
            store,
            words.formats().dayAndDate(posted.deliveredOn())));
    rows.show(posted.lines(), Optional.of(Integer.toString(marked)));
  }

  /** Puts the focus on the rows. */
  void focus() {
    table.table().requestFocusInWindow();
  }
}

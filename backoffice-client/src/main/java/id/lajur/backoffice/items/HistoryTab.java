package id.lajur.backoffice.items;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;

/** What was changed of an item, by whom and when. */
final class HistoryTab extends JPanel {
  private final Formats formats;
  private final Texts texts;
  private final String store;
  private final DataTable<Items.Change> table;

  HistoryTab(ItemsPresenter presenter, Formats formats, Texts texts, ItemsView.May may) {
    super(new BorderLayout());
    this.formats = formats;
    this.texts = texts;
    this.store = may.store();
    setOpaque(false);
    setBorder(BorderFactory.createEmptyBorder(12, 0, 0, 0));
    var about = new DataTable.About(texts.get("tab.history"), store, "");
    this.table = new DataTable<>("item.history", about, columns(), formats, may.choices());
    table.whenEmpty(texts.get("history.empty"));
    table.onOlder(presenter::olderHistory);
    add(table);
  }

  private List<Column<Items.Change>> columns() {
    return List.of(
        Column.of("at", texts.get("col.at"), Kind.MOMENT, 175, Items.Change::at),
        Column.text("field", texts.get("col.field"), 110, this::field),
        Column.<Items.Change>text("change", texts.get("col.change"), 260, this::change).wrapping(),
        Column.text("by", texts.get("col.by"), 130, Items.Change::by));
  }

  void render(ItemsState.Card item) {
    table.read(item.history().isPresent());
    table.about(new DataTable.About(item.titled(texts.get("tab.history")), store, ""));
    table.rows(item.history().map(Page::rows).orElse(List.of()));
    table.older(item.history().filter(Page::hasOlder).isPresent());
  }

  private String field(Items.Change change) {
    return change.field().isEmpty() ? "" : texts.get("field." + change.field());
  }

  private String change(Items.Change change) {
    String before = shown(change, change.before());
    String after = shown(change, change.after());
    if (before.isEmpty()) {
      return after;
    }
    return before + " → " + (after.isEmpty() ? "–" : after);
  }

  private String shown(Items.Change change, String value) {
    if (change.isMoney() && value.matches("\\d{1,18}")) {
      return formats.money(Long.parseLong(value));
    }
    return switch (value) {
      case "Y" -> change.isFlag() ? texts.get("yes") : value;
      case "N" -> change.isFlag() ? texts.get("no") : value;
      default -> change.field().equals("STOCK_POLICY") ? policy(value) : value;
    };
  }

  private String policy(String value) {
    return texts.has("policy." + value) ? texts.get("policy." + value) : value;
  }
}

package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Tag;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Drafts, and what is in the books: Enter opens one, F12 begins another. */
final class ListPane extends JPanel {
  private final Words words;
  private final DataTable<Paper> table;
  private Page<Paper> shown = Page.none();

  ListPane(ReceivingPresenter presenter, Words words, TableChoices choices, boolean mayCost) {
    super(new MigLayout("insets 0, fill, gap 0, wrap 1", "[grow,fill]", "[grow,fill][]"));
    this.words = words;
    setOpaque(false);
    table = new DataTable<>("receiving", about(""), columns(mayCost), words.formats(), choices);
    table.onOpen(presenter::open);
    table.onOlder(presenter::older);
    table.whenEmpty(words.get("list.empty"));
    var body = new JPanel(new MigLayout("insets 16 16 12 16, fill", "[grow,fill]", "[grow,fill]"));
    body.setOpaque(false);
    body.add(table);
    add(body);
    add(
        new FootBar(
            words,
            List.of(
                Keys.help(this, words), KeyButton.f(5, words.get("key.reload"), presenter::opened)),
            KeyButton.main("F12", "F12", words.get("key.begin"), presenter::begin),
            mayCost));
  }

  /** The list can be exported and printed, with the shop's name over it. */
  void belongsTo(String storeName) {
    table.about(about(storeName));
  }

  private DataTable.About about(String storeName) {
    return new DataTable.About(words.get("list.title"), storeName, "");
  }

  private List<Column<Paper>> columns(boolean mayCost) {
    Column<Paper> total =
        Column.<Paper>of("total", words.get("list.total"), Kind.MONEY, 150, Paper::totalMinor)
            .summedUp();
    List<Column<Paper>> columns =
        List.of(
            Column.text("number", words.get("list.number"), 168, Paper::number),
            Column.of("state", words.get("list.state"), Kind.TAG, 120, this::tag),
            Column.text("supplier", words.get("head.supplier"), 270, Paper::supplierName),
            Column.text("note", words.get("head.note"), 130, Paper::deliveryNote).yielding(3),
            Column.of("date", words.get("head.date"), Kind.DATE, 130, Paper::deliveredOn),
            Column.<Paper>of("lines", words.get("list.lines"), Kind.COUNT, 80, Paper::lineCount)
                .summedUp(),
            total,
            Column.text("by", words.get("list.by"), 150, Paper::by).yielding(2),
            Column.<Paper>of("at", words.get("list.at"), Kind.MOMENT, 175, Paper::at).yielding(1));
    return columns.stream().filter(column -> mayCost || !column.equals(total)).toList();
  }

  private Tag tag(Paper paper) {
    Tag.Tone tone =
        switch (paper.state()) {
          case DRAFT -> Tag.Tone.WARN;
          case POSTING -> Tag.Tone.LOUD;
          case POSTED -> Tag.Tone.GOOD;
          case CORRECTION -> Tag.Tone.INFO;
        };
    return new Tag(words.get("state." + paper.state()), tone);
  }

  void render(ReceivingState state) {
    table.read(state.papers().read());
    if (!shown.equals(state.papers())) {
      shown = state.papers();
      table.rows(shown.rows());
      table.older(shown.hasOlder());
      if (table.chosen().isEmpty()) {
        table.choose(0);
      }
    }
  }

  void focus() {
    table.table().requestFocusInWindow();
  }
}

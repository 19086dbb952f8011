package id.lajur.backoffice.zreport;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.zreport.ZReport.Section;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;

/** Z reports in a list; beside it the marked one, figure by figure. */
final class ZView extends JPanel {
  private static final double SIDE = 0.31;

  private final ZPresenter presenter;
  private final Formats formats;
  private final String store;
  private final Texts texts;
  private final DataTable<ListedZ> table;
  private final KeyedRows<ListedZ> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final KeyButton print;
  private Optional<Made> made = Optional.empty();

  /** What the side panel was made for. */
  private record Made(Optional<ListedZ> listed, Optional<ZReport> report) {}

  ZView(ZPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.store = store;
    this.texts = Texts.of(ZView.class, "zreport", formats.language());
    setOpaque(false);
    table =
        new DataTable<>(
            "zreports",
            new DataTable.About(texts.get("title"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("none"));
    table.onOpen(z -> print());
    table.onOlder(presenter::older);
    rows = new KeyedRows<>(table, ListedZ::key, presenter::choose);
    var pane = new ListPane(table, side, SIDE);
    print = KeyButton.main("F12", "F12", texts.get("print"), this::print);
    pane.keys(List.of(KeyButton.f(5, texts.get("reload"), presenter::load)), List.of(print));
    add(pane, BorderLayout.CENTER);
  }

  private List<Column<ListedZ>> columns() {
    return List.of(
        Column.of("date", texts.get("column.date"), Kind.DATE, 138, ListedZ::date),
        Column.text("terminal", texts.get("column.terminal"), 58, ListedZ::terminal),
        Column.text("number", texts.get("column.number"), 62, z -> Long.toString(z.number())),
        Column.<ListedZ>text("operator", texts.get("column.operator"), 130, ListedZ::operator)
            .atFirstHidden(),
        Column.<ListedZ>of("count", texts.get("column.sales"), Kind.COUNT, 80, ListedZ::sales)
            .summedUp()
            .atFirstHidden(),
        Column.<ListedZ>of(
                "sales", texts.get("column.amount"), Kind.MONEY, 112, ListedZ::salesMinor)
            .summedUp(),
        Column.<ListedZ>of(
                "difference",
                texts.get("column.difference"),
                Kind.MONEY,
                84,
                ListedZ::differenceMinor)
            .summedUp(),
        Column.of("state", texts.get("column.state"), Kind.TAG, 122, this::tag));
  }

  private Tag tag(ListedZ z) {
    if (z.forced()) {
      return new Tag(texts.get("state.forced"), Tag.Tone.WARN);
    }
    return z.complete()
        ? new Tag(texts.get("state.complete"), Tag.Tone.GOOD)
        : new Tag(texts.get("state.unproven"), Tag.Tone.DANGER);
  }

  private void print() {
    if (presenter.state().open().isPresent()) {
      presenter.print((z, copy) -> ZDocument.of(z, copy, store, texts, formats), formats);
    }
  }

  void render(ZState state) {
    rows.show(state.list().rows(), state.chosen(), state.progress());
    table.older(state.list().hasOlder());
    var now = new Made(state.listed(), state.open());
    if (!made.equals(Optional.of(now))) {
      made = Optional.of(now);
      make(now);
    }
    Said.in(message, state.progress(), texts, formats);
    print.setEnabled(state.open().isPresent() && !state.progress().sending());
  }

  private void make(Made now) {
    if (now.listed().isEmpty()) {
      side.begin(texts.get("title"));
      side.text(texts.get("hint"));
    } else {
      ListedZ z = now.listed().get();
      side.begin(ZDocument.title(z, texts));
      side.fact(texts.get("column.date"), formats.dayAndDate(z.date()));
      side.fact(texts.get("column.operator"), z.operator());
      side.fact(texts.get("closed"), formats.time(z.closedAt()));
      now.report().ifPresent(this::figures);
    }
    side.foot(message);
    side.end();
  }

  private void figures(ZReport report) {
    for (Section section : Section.values()) {
      side.heading(texts.get("section." + section));
      report.of(section).forEach(line -> side.fact(word(line), figure(line)));
    }
  }

  private String word(ZReport.Line line) {
    String word = ZDocument.words(line, texts);
    return line.count().isPresent() && line.minor().isPresent()
        ? texts.get(
            "line.times", Map.of("what", word, "n", formats.count(line.count().orElseThrow())))
        : word;
  }

  private String figure(ZReport.Line line) {
    return line.minor().map(formats::money).or(line::paper).orElseGet(() -> count(line));
  }

  private String count(ZReport.Line line) {
    return line.count().map(formats::count).orElse("");
  }
}

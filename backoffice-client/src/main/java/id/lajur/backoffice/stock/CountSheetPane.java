package id.lajur.backoffice.stock;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.backoffice.form.KeyBar;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.KeyButton.Look;
import id.lajur.kit.widget.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The sheet of a count: scan, then type what lies there, or scan the next one. */
final class CountSheetPane extends JPanel {
  private final Formats formats;
  private final Texts texts;
  private final CountPresenter presenter;
  private final JLabel title = new JLabel();
  private final JLabel last = new JLabel();
  private final JTextField scan = new JTextField();
  private final JTextField quantity = new JTextField();
  private final DataTable<Counts.Line> lines;
  private final KeyButton cancel;
  private final KeyButton post;
  private final String store;
  private final boolean mayPost;
  private Optional<Counts.Line> shown = Optional.empty();

  CountSheetPane(
      CountPresenter presenter,
      Formats formats,
      Texts texts,
      TableChoices choices,
      String store,
      boolean mayPost) {
    super(
        new MigLayout(
            "insets 16 16 12 16, gap 8, fillx, hidemode 3",
            "[grow,fill][180!,fill]",
            "[][][][grow,fill]"));
    this.presenter = presenter;
    this.formats = formats;
    this.texts = texts;
    this.store = store;
    this.mayPost = mayPost;
    setOpaque(false);
    title.setFont(Fonts.semiBold(21));
    last.setFont(Fonts.semiBold(17));
    last.setForeground(Token.P_INK.color());
    field(scan, "count.scan", "count.scan");
    field(quantity, "count.quantity", "count.quantity");
    scan.addActionListener(event -> scanned());
    quantity.addActionListener(event -> quantified());
    this.lines =
        new DataTable<>(
            "count.sheet",
            new DataTable.About(texts.get("count.sheetTitle"), store, ""),
            columns(),
            formats,
            choices);
    lines.whenEmpty(texts.get("count.empty"));
    this.cancel = KeyButton.f(8, texts.get("count.cancel"), presenter::cancel);
    this.post = KeyButton.main("F12", "F12", texts.get("count.post"), presenter::post);
    var keys = new KeyBar("[][]push[]");
    keys.add(new KeyButton(Look.KEY, "Esc", "ESCAPE", texts.get("key.back"), presenter::back));
    keys.add(cancel);
    keys.main(post);
    add(title, "span 2, wmin 0, wrap");
    add(scan, "h 52!");
    add(quantity, "h 52!, wrap");
    add(last, "span 2, h 24!, wmin 0, wrap");
    add(lines, "span 2, push, grow, wmin 0, hmin 0");
    add(keys, "dock south");
  }

  private void field(JTextField field, String name, String word) {
    field.setName(name);
    field.setFont(Fonts.regular(20));
    field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get(word));
  }

  private void scanned() {
    Optional<Typed> typed = Typed.code(scan.getText(), formats);
    mark(scan, typed.isPresent() || scan.getText().isBlank());
    if (typed.isPresent()) {
      scan.setText("");
      presenter.typed(typed.get());
    }
  }

  private void quantified() {
    if (quantity.getText().isBlank()) {
      scan.requestFocusInWindow();
      return;
    }
    Optional<Typed> typed = Typed.quantity(quantity.getText(), formats);
    mark(quantity, typed.isPresent());
    if (typed.isPresent()) {
      quantity.setText("");
      scan.requestFocusInWindow();
      presenter.typed(typed.get());
    }
  }

  private static void mark(JTextField field, boolean right) {
    field.putClientProperty(FlatClientProperties.OUTLINE, right ? null : "error");
  }

  void focus() {
    scan.requestFocusInWindow();
  }

  private List<Column<Counts.Line>> columns() {
    List<Column<Counts.Line>> columns = new ArrayList<>();
    columns.add(Column.text("code", texts.get("col.code"), 90, Counts.Line::itemCode));
    columns.add(Column.text("name", texts.get("col.name"), 260, Counts.Line::name));
    columns.add(Column.text("unit", texts.get("col.unit"), 84, Counts.Line::unit));
    columns.add(
        Column.of(
            "counted", texts.get("col.figure"), Kind.QUANTITY, 90, Counts.Line::countedMilli));
    if (mayPost) {
      columns.add(
          Column.of("book", texts.get("col.book"), Kind.QUANTITY, 90, Counts.Line::bookMilli));
      columns.add(
          Column.of(
              "difference",
              texts.get("col.difference"),
              Kind.QUANTITY,
              106,
              Counts.Line::differenceMilli));
    }
    columns.add(Column.text("by", texts.get("col.by"), 150, Counts.Line::countedBy).yielding(1));
    columns.add(
        Column.<Counts.Line>of("at", texts.get("col.at"), Kind.MOMENT, 175, Counts.Line::countedAt)
            .atFirstHidden());
    columns.add(Column.of("state", texts.get("col.state"), Kind.TAG, 140, this::tag));
    return columns;
  }

  private @Nullable Object tag(Counts.Line line) {
    if (line.countedMilli() == null) {
      return new Tag(texts.get("tag.uncounted"), Tag.Tone.WARN);
    }
    Long difference = line.differenceMilli();
    return difference != null && difference != 0
        ? new Tag(texts.get("tag.different"), Tag.Tone.DANGER)
        : null;
  }

  void render(Counts.Sheet sheet, CountState state) {
    Counts.Head head = sheet.head();
    title.setText(
        head.isOpen()
            ? texts.get(
                "count.heading",
                Map.of(
                    "name", head.name(),
                    "counted", formats.count(sheet.lines().size() - sheet.uncounted()),
                    "items", formats.count(sheet.lines().size())))
            : head.name() + " · " + texts.get("state." + head.state()));
    lines.about(
        new DataTable.About(
            texts.get("count.sheetTitle") + " · " + head.name(),
            store,
            formats.date(formats.day(head.openedAt()))));
    lines.rows(sheet.lines());
    scan.setVisible(head.isOpen());
    quantity.setVisible(head.isOpen());
    cancel.setVisible(head.isOpen());
    post.setVisible(head.isOpen() && mayPost);
    post.setEnabled(!state.busy());
    last.setText(state.last().map(this::said).orElse(head.isOpen() ? texts.get("count.hint") : ""));
    last.setForeground(state.last().isPresent() ? Token.P_INK.color() : Token.INK2.color());
    if (!shown.equals(state.last())) {
      shown = state.last();
      state.last().ifPresent(line -> lines.choose(lines.seen().indexOf(line)));
      if (scan.isFocusOwner() && scan.getText().isEmpty() && shown.isPresent()) {
        quantity.requestFocusInWindow();
      }
    }
  }

  private String said(Counts.Line line) {
    Long counted = line.countedMilli();
    return texts.get(
        "count.last",
        Map.of(
            "name", line.name(),
            "quantity", formats.quantity(counted == null ? 0 : counted),
            "unit", line.unit()));
  }
}

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
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.KeyButton.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** One adjustment: its reason, what was scanned, or what was posted. */
final class AdjustSheetPane extends JPanel {
  private final AdjustPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final String store;
  private final JLabel title = new JLabel();
  private final JComboBox<String> reason = new JComboBox<>();
  private final JTextField note = new JTextField();
  private final JTextField scan = new JTextField();
  private final JTextField quantity = new JTextField();
  private final DataTable<Adjustments.Line> lines;
  private final KeyButton remove;
  private final KeyButton post;
  private Adjustments.Sheet shown = Adjustments.Sheet.NEW;

  AdjustSheetPane(
      AdjustPresenter presenter,
      Formats formats,
      Texts texts,
      TableChoices choices,
      String store,
      boolean seesCost) {
    super(
        new MigLayout(
            "insets 16 16 12 16, gap 8, fillx, hidemode 3", "[260!,fill][grow,fill][180!,fill]"));
    this.presenter = presenter;
    this.formats = formats;
    this.texts = texts;
    this.store = store;
    setOpaque(false);
    title.setFont(Fonts.semiBold(21));
    Adjustments.Reason.BY_HAND.forEach(each -> reason.addItem(texts.get("reason." + each)));
    field(note, "adjust.note", "adjust.note", 17);
    field(scan, "adjust.scan", "count.scan", 20);
    field(quantity, "adjust.quantity", "count.quantity", 20);
    scan.addActionListener(event -> scanned());
    quantity.addActionListener(event -> quantified());
    this.lines =
        new DataTable<>(
            "adjust.sheet",
            new DataTable.About(texts.get("adjust.new"), store, ""),
            columns(seesCost),
            formats,
            choices);
    lines.filterOnTyping();
    lines.whenEmpty(texts.get("adjust.empty"));
    this.remove =
        KeyButton.f(
            4, texts.get("adjust.remove"), () -> lines.chosen().ifPresent(presenter::remove));
    this.post = KeyButton.main("F12", "F12", texts.get("adjust.post"), this::post);
    var keys = new KeyBar("[][]push[]");
    keys.add(new KeyButton(Look.KEY, "Esc", "ESCAPE", texts.get("key.back"), presenter::back));
    keys.add(remove);
    keys.main(post);
    add(title, "span 3, wmin 0, wrap");
    add(reason, "h 44!");
    add(note, "span 2, h 44!, wrap");
    add(scan, "span 2, h 52!");
    add(quantity, "h 52!, wrap");
    add(lines, "span 3, push, grow, wmin 0, hmin 0");
    add(keys, "dock south");
  }

  private void field(JTextField field, String name, String word, int size) {
    field.setName(name);
    field.setFont(Fonts.regular(size));
    field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get(word));
  }

  private List<Column<Adjustments.Line>> columns(boolean seesCost) {
    List<Column<Adjustments.Line>> columns = new ArrayList<>();
    columns.add(Column.text("code", texts.get("col.code"), 140, Adjustments.Line::code));
    columns.add(Column.text("name", texts.get("col.name"), 280, Adjustments.Line::name));
    columns.add(
        Column.of(
            "quantity",
            texts.get("col.quantity"),
            Kind.QUANTITY,
            100,
            Adjustments.Line::quantityMilli));
    columns.add(Column.text("unit", texts.get("col.unit"), 80, Adjustments.Line::unit));
    if (seesCost) {
      columns.add(
          Column.<Adjustments.Line>of(
                  "value", texts.get("col.value"), Kind.MONEY, 130, Adjustments.Line::valueMinor)
              .summedUp());
    }
    return columns;
  }

  private void scanned() {
    Optional<Typed> typed = Typed.code(scan.getText(), formats);
    mark(scan, typed.isPresent() || scan.getText().isBlank());
    if (typed.isPresent()) {
      scan.setText("");
      presenter.typed(typed.get());
      quantity.requestFocusInWindow();
    }
  }

  private void quantified() {
    if (!quantity.getText().isBlank()) {
      Optional<Typed> typed = Typed.quantity(quantity.getText(), formats);
      mark(quantity, typed.isPresent());
      if (typed.isEmpty()) {
        return;
      }
      quantity.setText("");
      presenter.typed(typed.get());
    }
    scan.requestFocusInWindow();
  }

  private static void mark(JTextField field, boolean right) {
    field.putClientProperty(FlatClientProperties.OUTLINE, right ? null : "error");
  }

  private void post() {
    presenter.post(
        Adjustments.Reason.BY_HAND.get(Math.max(0, reason.getSelectedIndex())),
        note.getText().strip());
  }

  /** An empty one, or another one to read. */
  void begin() {
    reason.setSelectedIndex(0);
    note.setText("");
    scan.setText("");
    quantity.setText("");
    scan.requestFocusInWindow();
  }

  void render(Adjustments.Sheet sheet, boolean busy) {
    boolean isNew = sheet.isNew();
    Adjustments.Head head = sheet.head();
    title.setText(
        head == null
            ? texts.get("adjust.new")
            : texts.get("reason." + head.reason())
                + " · "
                + formats.date(formats.day(head.at()))
                + " "
                + formats.time(head.at())
                + (head.note().isEmpty() ? "" : " · " + head.note()));
    for (var part : List.of(reason, note, scan, quantity, remove, post)) {
      part.setVisible(isNew);
    }
    post.setEnabled(!busy && !sheet.lines().isEmpty());
    remove.setEnabled(!busy && !sheet.lines().isEmpty());
    lines.about(new DataTable.About(title.getText(), store, ""));
    if (!shown.equals(sheet)) {
      shown = sheet;
      lines.rows(sheet.lines());
      if (isNew) {
        lines.choose(sheet.lines().size() - 1);
      }
    }
  }
}

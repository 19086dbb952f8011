package id.lajur.backoffice.stock;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.backoffice.form.KeyBar;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.KeyButton.Look;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The counts of the shop, and the sheet of the one that is open. */
final class CountView extends JPanel {
  private static final String LIST = "list";
  private static final String SHEET = "sheet";

  private final CountPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final CardLayout layers = new CardLayout();
  private final JPanel body = new JPanel(layers);
  private final MessageLine message = new MessageLine();
  private final DataTable<Counts.Head> counts;
  private final JTextField name = new JTextField();
  private final JComboBox<String> department = new JComboBox<>();
  private final CountSheetPane sheet;
  private List<Counts.Department> departments = List.of();
  private boolean onSheet;

  CountView(
      CountPresenter presenter,
      Formats formats,
      TableChoices choices,
      String store,
      boolean mayPost) {
    super(new MigLayout("insets 0, gap 0, fillx, hidemode 3", "[grow,fill]"));
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(CountView.class, "stock", formats.language());
    setOpaque(false);
    this.counts =
        new DataTable<>(
            "counts",
            new DataTable.About(texts.get("count.title"), store, ""),
            columns(),
            formats,
            choices);
    counts.whenEmpty(texts.get("count.none"));
    counts.onOpen(presenter::open);
    counts.onOlder(presenter::older);
    this.sheet = new CountSheetPane(presenter, formats, texts, choices, store, mayPost);
    body.setOpaque(false);
    body.add(overview(), LIST);
    body.add(sheet, SHEET);
    message.say("", "", Tag.Tone.QUIET);
    add(message, "gapx 16 16, gaptop 12, wrap");
    add(body, "push, grow, wmin 0, hmin 0");
    presenter.view(this::render);
  }

  private JPanel overview() {
    name.setName("count.name");
    name.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("count.name"));
    name.addActionListener(event -> begin());
    var foot = new KeyBar("[][300!,fill][200!,fill]push[]");
    foot.add(KeyButton.f(5, texts.get("key.again"), presenter::opened));
    foot.add(name, "h 48!, aligny center");
    foot.add(department, "h 48!, aligny center");
    foot.main(new KeyButton(Look.MAIN, "F7", "F7", texts.get("count.begin"), this::begin));
    var all = new JPanel(new MigLayout("insets 16 16 12 16, fill", "[grow,fill]", "[grow,fill]"));
    all.setOpaque(false);
    all.add(counts, "wmin 0, hmin 0");
    all.add(foot, "dock south");
    return all;
  }

  private void begin() {
    int at = department.getSelectedIndex() - 1;
    presenter.begin(
        name.getText().strip(),
        at >= 0 && at < departments.size() ? departments.get(at).code() : "");
  }

  private List<Column<Counts.Head>> columns() {
    List<Column<Counts.Head>> columns = new ArrayList<>();
    columns.add(Column.text("name", texts.get("col.count"), 260, Counts.Head::name));
    columns.add(Column.of("at", texts.get("col.begun"), Kind.MOMENT, 175, Counts.Head::openedAt));
    columns.add(Column.text("by", texts.get("col.by"), 130, Counts.Head::openedBy));
    columns.add(
        Column.of(
            "counted",
            texts.get("col.counted"),
            Kind.COUNT,
            100,
            head -> Long.valueOf(head.counted())));
    columns.add(
        Column.of(
            "items", texts.get("col.items"), Kind.COUNT, 100, head -> Long.valueOf(head.items())));
    columns.add(
        Column.of(
            "state",
            texts.get("col.state"),
            Kind.TAG,
            140,
            head ->
                new Tag(
                    texts.get("state." + head.state()),
                    head.isOpen()
                        ? Tag.Tone.WARN
                        : head.state() == Counts.State.POSTED ? Tag.Tone.GOOD : Tag.Tone.QUIET)));
    return columns;
  }

  private void render(CountState state) {
    say(state);
    if (!departments.equals(state.departments())) {
      departments = state.departments();
    }
    if (department.getItemCount() != departments.size() + 1) {
      department.removeAllItems();
      department.addItem(texts.get("count.anything"));
      departments.forEach(one -> department.addItem(one.name()));
    }
    counts.read(state.counts().read());
    counts.rows(state.counts().rows());
    counts.older(state.counts().hasOlder());
    state.sheet().ifPresent(open -> sheet.render(open, state));
    if (onSheet != state.sheet().isPresent()) {
      onSheet = state.sheet().isPresent();
      name.setText("");
      layers.show(body, onSheet ? SHEET : LIST);
      if (onSheet) {
        sheet.focus();
      }
    }
  }

  private void say(CountState state) {
    if (state.refused().isPresent()) {
      Refusals.say(message, state.refused().get(), formats);
      return;
    }
    String said =
        state
            .note()
            .filter(note -> !note.key().isEmpty())
            .map(note -> texts.get("note." + note.key(), Map.of("n", formats.count(note.n()))))
            .orElse("");
    message.say(said, "", state.asked().isPresent() ? Tag.Tone.WARN : Tag.Tone.GOOD);
  }
}

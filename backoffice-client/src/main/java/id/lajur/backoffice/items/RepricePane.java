package id.lajur.backoffice.items;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.backoffice.form.KeyBar;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.KeyButton.Look;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import id.lajur.kit.widget.Typed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The rule of a price change above what would become of it. */
final class RepricePane extends JPanel {
  /** Thousandths of a percent to millionths of the whole. */
  private static final long MICRO = 10;

  private final RepricePresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final InstantSource clock;
  private final List<Repricing.Way> ways;
  private final JLabel title = new JLabel();
  private final MessageLine message = new MessageLine();
  private final JComboBox<String> which = new JComboBox<>();
  private final JComboBox<String> way = new JComboBox<>();
  private final JTextField value = new JTextField();
  private final JTextField step = new JTextField();
  private final JTextField less = new JTextField();
  private final JTextField from = new JTextField();
  private final DataTable<Repricing.Line> lines;
  private final KeyButton apply;
  private final KeyButton labels;
  private Runnable printing = () -> {};
  private List<Repricing.Level> levels = List.of();
  private boolean offering; // the choices are filled, and nobody chooses

  RepricePane(RepricePresenter presenter, Formats formats, Texts texts, ItemsView.May may) {
    super(
        new MigLayout(
            "insets 16 16 12 16, gap 8 6, fillx, hidemode 3",
            "[150::,sg field,grow,fill][150::,sg field,grow,fill]"
                + "[150::,sg field,grow,fill][150::,sg field,grow,fill]"));
    this.presenter = presenter;
    this.formats = formats;
    this.texts = texts;
    this.clock = may.clock();
    setOpaque(false);
    this.ways =
        may.seesCost()
            ? List.of(Repricing.Way.values())
            : List.of(Repricing.Way.PERCENT, Repricing.Way.AMOUNT);
    ways.forEach(each -> way.addItem(texts.get("way." + each)));
    title.setFont(Fonts.semiBold(21));
    from.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("price.now"));
    value.setName("reprice.value");
    which.setName("reprice.which");
    which.addItem(texts.get("reprice.retail"));
    this.lines =
        new DataTable<>(
            "reprice",
            new DataTable.About(texts.get("reprice.title"), may.store(), ""),
            columns(may.seesCost()),
            formats,
            may.choices());
    lines.whenEmpty(texts.get("reprice.empty"));
    this.apply = KeyButton.main("F12", "F12", texts.get("reprice.apply"), presenter::apply);
    message.say("", "", Tag.Tone.QUIET);
    add(title, "span 4, wmin 0, wrap");
    add(message, "span 4, growx, wrap");
    label("reprice.which", "span 2");
    label("reprice.way", "span 2, wrap");
    List.of(which, way).forEach(field -> add(field, "span 2, h 40!, wmin 0"));
    label("reprice.value", "newline");
    label("reprice.step", "");
    label("reprice.less", "");
    label("price.from", "wrap");
    List.of(value, step, less, from).forEach(field -> add(field, "h 40!"));
    List.of(value, step, less, from).forEach(this::typed);
    List.of(which, way).forEach(field -> field.addActionListener(event -> chosen()));
    add(lines, "newline, span 4, push, grow, wmin 0, hmin 0");
    var keys = new KeyBar("[][][]push[]");
    keys.add(new KeyButton(Look.KEY, "Esc", "ESCAPE", texts.get("key.back"), presenter::back));
    keys.add(KeyButton.f(9, texts.get("reprice.preview"), this::preview));
    this.labels = KeyButton.f(11, texts.get("reprice.labels"), () -> printing.run());
    keys.add(labels);
    keys.main(apply);
    add(keys, "dock south");
  }

  private void label(String word, String where) {
    var label = new JLabel(texts.get(word));
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
    add(label, where + (where.isEmpty() ? "wmin 0" : ", wmin 0"));
  }

  private List<Column<Repricing.Line>> columns(boolean seesCost) {
    List<Column<Repricing.Line>> columns = new ArrayList<>();
    columns.add(Column.text("code", texts.get("col.code"), 90, Repricing.Line::itemCode));
    columns.add(Column.text("name", texts.get("col.name"), 220, Repricing.Line::name).wrapping());
    columns.add(Column.text("unit", texts.get("col.unit"), 84, Repricing.Line::unit));
    columns.add(
        Column.of("before", texts.get("col.before"), Kind.MONEY, 110, Repricing.Line::beforeMinor));
    columns.add(
        Column.of("price", texts.get("col.becomes"), Kind.MONEY, 110, Repricing.Line::priceMinor));
    if (seesCost) {
      columns.add(
          Column.of(
              "marginBefore",
              texts.get("col.marginBefore"),
              Kind.PERCENT,
              120,
              Repricing.Line::marginBeforeMicro));
      columns.add(
          Column.of(
              "margin", texts.get("col.margin"), Kind.PERCENT, 120, Repricing.Line::marginMicro));
    }
    columns.add(Column.of("state", texts.get("col.state"), Kind.TAG, 140, this::tag));
    return columns;
  }

  private @Nullable Object tag(Repricing.Line line) {
    if (!line.problem().isEmpty()) {
      return new Tag(texts.get("problem." + line.problem()), Tag.Tone.DANGER);
    }
    return line.changes() ? null : new Tag(texts.get("reprice.same"), Tag.Tone.QUIET);
  }

  /** Enter shows anew; F12 sets nothing that another figure was shown for. */
  private void typed(JTextField field) {
    field.addActionListener(event -> preview());
    Typed.on(field, () -> presenter.formChanged());
  }

  private void chosen() {
    if (offering) {
      return;
    }
    presenter.formChanged();
    if (!value.getText().isBlank()) {
      preview();
    }
  }

  private void preview() {
    Repricing.Way chosen = ways.get(Math.max(0, way.getSelectedIndex()));
    OptionalLong typed = signed(value.getText(), chosen == Repricing.Way.AMOUNT);
    OptionalLong stepMinor = money(step);
    OptionalLong lessMinor = money(less);
    LocalDate today = formats.day(clock.instant());
    Optional<LocalDate> day = TypedDate.read(from.getText(), today);
    boolean dayFits = from.getText().isBlank() || day.filter(today::isBefore).isPresent();
    mark(value, typed.isPresent());
    mark(step, stepMinor.isPresent());
    mark(less, lessMinor.isPresent());
    mark(from, dayFits);
    if (typed.isPresent() && stepMinor.isPresent() && lessMinor.isPresent() && dayFits) {
      presenter.preview(
          new Repricing.Rule(
              chosen,
              typed.getAsLong(),
              stepMinor.getAsLong(),
              lessMinor.getAsLong(),
              chosenPrices(),
              day));
    }
  }

  /** Retail first, then each level, of the retail prices and of its own. */
  private void offer(List<Repricing.Level> known) {
    if (known.equals(levels)) {
      return;
    }
    levels = known;
    offering = true;
    which.removeAllItems();
    which.addItem(texts.get("reprice.retail"));
    for (Repricing.Level level : known) {
      which.addItem(texts.get("reprice.ofRetail", Map.of("level", level.name())));
      which.addItem(texts.get("reprice.ofOwn", Map.of("level", level.name())));
    }
    offering = false;
  }

  private Repricing.Which chosenPrices() {
    int at = which.getSelectedIndex() - 1;
    return at < 0
        ? Repricing.Which.RETAIL
        : new Repricing.Which(levels.get(at / 2).code(), at % 2 == 0);
  }

  /** A percentage in millionths or an amount in minor units; below 0 = cheaper. */
  private OptionalLong signed(String text, boolean money) {
    String typed = text.strip();
    boolean cheaper = typed.startsWith("-") || typed.startsWith("−");
    String figure = (cheaper ? typed.substring(1) : typed).replace("%", "").strip();
    OptionalLong read = money ? formats.parseMoney(figure) : formats.parseQuantity(figure);
    if (read.isEmpty()) {
      return read;
    }
    long whole = money ? read.getAsLong() : read.getAsLong() * MICRO;
    return OptionalLong.of(cheaper ? -whole : whole);
  }

  private OptionalLong money(JTextField field) {
    String typed = field.getText().strip();
    return typed.isEmpty() ? OptionalLong.of(0) : formats.parseMoney(typed);
  }

  private static void mark(JTextField field, boolean right) {
    field.putClientProperty(FlatClientProperties.OUTLINE, right ? null : "error");
  }

  /**
   * @param print makes the labels of what was set
   */
  void onLabels(Runnable print) {
    printing = print;
  }

  /** Something about the labels, in words. */
  void tell(String words) {
    message.say(words, "", Tag.Tone.GOOD);
  }

  void focus() {
    value.requestFocusInWindow();
  }

  void render(RepriceState state) {
    offer(state.levels());
    title.setText(
        texts.get("reprice.heading", Map.of("n", formats.count(state.itemCodes().size()))));
    if (state.refused().isPresent()) {
      Refusals.say(message, state.refused().get(), formats);
    } else {
      message.say(
          state.set().map(n -> texts.get("reprice.set", Map.of("n", formats.count(n)))).orElse(""),
          "",
          Tag.Tone.GOOD);
    }
    labels.setEnabled(!state.busy() && !state.onTheShelf().isEmpty());
    lines.rows(state.preview().map(Repricing.Preview::lines).orElse(List.of()));
    apply.setEnabled(
        !state.busy() && state.preview().filter(all -> !all.changing().isEmpty()).isPresent());
  }
}

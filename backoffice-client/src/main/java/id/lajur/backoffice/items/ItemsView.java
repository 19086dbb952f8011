package id.lajur.backoffice.items;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.backoffice.form.KeyBar;
import id.lajur.backoffice.quickkeys.ItemKeysPane;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
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
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The list of items, and the one beside it. */
final class ItemsView extends JPanel {
  private final DataTable<Items.Row> table;
  private static final int EDGE = 16;
  private static final int GAP = 12;
  private static final int BESIDE = 1_400;
  private static final int PANEL = 680;
  private static final int ROOMY = 1_700; // px from which a stock card has room for all it says
  private static final int PANEL_ROOMY = 800;

  private final ItemsPresenter presenter;
  private final ItemPanel panel;
  private final RepricePane prices;
  private final Texts texts;
  private final KeyBar keys = new KeyBar("");
  private final KeyButton back;
  private final List<KeyButton> ofItems; // without one they have nothing to do
  private final Formats formats;
  private final InstantSource clock;
  private final JTextField since = new JTextField(16);
  private Optional<LocalDate> from = Optional.empty();
  private List<Items.Row> shown = List.of();

  ItemsView(
      ItemsPresenter presenter,
      RepricePresenter repricing,
      ItemKeysPane quickKeys,
      Formats formats,
      May may) {
    super(null);
    setOpaque(false);
    this.texts = Texts.of(ItemsView.class, "items", formats.language());
    this.presenter = presenter;
    this.formats = formats;
    this.clock = may.clock();
    this.table =
        new DataTable<>(
            "items",
            new DataTable.About(texts.get("title"), may.store(), ""),
            columns(texts, may.seesCost(), formats),
            formats,
            may.choices());
    this.panel = new ItemPanel(presenter, quickKeys, formats, texts, may);
    this.prices = new RepricePane(repricing, formats, texts, may);
    table.whenEmpty(texts.get("empty"));
    since.setName("items.since");
    since.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("since.example"));
    since.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
    since.addActionListener(event -> since());
    since.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            since();
          }
        });
    var label = new JLabel(texts.get("since"));
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
    label.setLabelFor(since);
    var due = new JPanel(new MigLayout("insets 0 16 0 0, gap 8", "[][130!,fill]"));
    due.setOpaque(false);
    due.add(label);
    due.add(since);
    table.beside(due);
    table.onOpen(row -> presenter.chosen(row.code()));
    table.onChoose(row -> row.ifPresent(this::marked));
    KeyButton make = KeyButton.f(7, texts.get("key.new"), presenter::newItem);
    make.setEnabled(may.write());
    keys.add(make);
    keys.add(KeyButton.f(5, texts.get("key.again"), presenter::opened));
    KeyButton reprice = KeyButton.f(6, texts.get("key.reprice"), () -> reprice(repricing));
    KeyButton sheet =
        KeyButton.f(9, texts.get("key.labels"), () -> labels(ShelfLabels.Paper.SHEET, may));
    KeyButton roll =
        KeyButton.f(11, texts.get("key.labels58"), () -> labels(ShelfLabels.Paper.ROLL_58, may));
    List.of(reprice, sheet, roll).forEach(keys::add);
    ofItems = may.price() ? List.of(reprice, sheet, roll) : List.of(sheet, roll);
    reprice.setEnabled(false);
    this.back = new KeyButton(Look.KEY, "Esc", "ESCAPE", texts.get("key.back"), this::back);
    keys.add(back, "pushx");
    keys.main(panel.saving());
    add(table);
    add(panel);
    add(keys);
    add(prices);
    prices.setVisible(false);
    prices.onLabels(
        () ->
            print(
                ItemLabels.of(repricing.state().onTheShelf(), presenter.state().rows()),
                ShelfLabels.Paper.SHEET,
                may,
                prices::tell));
    presenter.view(this::render);
    repricing.view(this::render);
  }

  /** Shows the items whose price is charged since a day, whose labels are due, or all again. */
  private void since() {
    LocalDate today = formats.day(clock.instant());
    Optional<LocalDate> typed = TypedDate.read(since.getText().strip(), today);
    boolean right = since.getText().isBlank() || typed.isPresent();
    since.putClientProperty(FlatClientProperties.OUTLINE, right ? null : "error");
    if (right && !typed.equals(from)) {
      from = typed;
      table.rows(dueSince());
    }
  }

  private List<Items.Row> dueSince() {
    LocalDate day = from.orElse(null);
    if (day == null) {
      return shown;
    }
    return shown.stream()
        .filter(row -> row.pricedAt() != null && !formats.day(row.pricedAt()).isBefore(day))
        .toList();
  }

  /** Of the marked items, or of all that are seen. */
  private void reprice(RepricePresenter repricing) {
    List<Items.Row> marked = table.marked();
    repricing.begin(
        (marked.isEmpty() ? table.seen() : marked).stream().map(Items.Row::code).toList());
  }

  /** For the marked items, or for all that are seen, those without a price left out. */
  private void labels(ShelfLabels.Paper paper, May may) {
    List<Items.Row> marked = table.marked();
    List<ShelfLabels.Label> labels = ItemLabels.of(marked.isEmpty() ? table.seen() : marked);
    print(labels, paper, may, table::tell);
  }

  private void print(
      List<ShelfLabels.Label> labels, ShelfLabels.Paper paper, May may, Consumer<String> said) {
    if (labels.isEmpty()) {
      said.accept(texts.get("labels.none"));
      return;
    }
    Desk.take(
        may.labels().print(labels, paper),
        opened -> said.accept(texts.get(opened ? "labels.opened" : "labels.not")),
        refusal -> said.accept(Refusals.sentence(refusal, formats)),
        SwingUtilities::invokeLater);
  }

  private void render(RepriceState state) {
    boolean opens = state.isOpen() && !prices.isVisible();
    prices.setVisible(state.isOpen());
    prices.render(state);
    arrange();
    if (opens) {
      prices.focus();
    }
  }

  private void back() {
    presenter.back();
    if (presenter.state().card().isEmpty()) {
      table.table().requestFocusInWindow();
    }
  }

  /** Beside an open item the list goes on to the next one; over a closed one nothing opens. */
  private void marked(Items.Row row) {
    if (table.isVisible() && presenter.state().card().isPresent()) {
      presenter.chosen(row.code());
      if (presenter.unsaved().isAsking()) {
        SwingUtilities.invokeLater(this::markShown);
      }
    }
  }

  /** The item whose fields are being filled stays marked until somebody lets them go. */
  private void markShown() {
    Optional<String> code = presenter.state().card().map(ItemsState.Card::code);
    List<Items.Row> seen = table.seen();
    for (int at = 0; at < seen.size(); at++) {
      if (code.equals(Optional.of(seen.get(at).code()))) {
        table.choose(at);
        return;
      }
    }
  }

  /** Where there is room the item stands beside the list, else in its place. */
  @Override
  public void doLayout() {
    boolean open = panel.isVisible();
    boolean beside = getWidth() >= BESIDE;
    int width = getWidth() - 2 * EDGE;
    int high = getHeight() - EDGE - GAP - KeyBar.HEIGHT;
    int right = open ? (beside ? (getWidth() < ROOMY ? PANEL : PANEL_ROOMY) : width) : 0;
    boolean covered = prices.isVisible();
    prices.setBounds(0, 0, getWidth(), getHeight());
    table.setVisible(!covered && (!open || beside));
    table.setBounds(EDGE, EDGE, open && beside ? width - right - GAP : width, high);
    panel.setBounds(EDGE + width - right, EDGE, right, high);
    keys.setBounds(0, getHeight() - KeyBar.HEIGHT, getWidth(), KeyBar.HEIGHT);
  }

  /**
   * What the one who is signed on may, and what belongs to this desk.
   *
   * @param store its name
   */
  record May(
      boolean write,
      boolean price,
      boolean seesCost,
      TableChoices choices,
      String store,
      InstantSource clock,
      LabelPrinter labels) {}

  /** Makes labels and opens them where the machine prints from; gives whether it could. */
  @FunctionalInterface
  interface LabelPrinter {
    CompletableFuture<Boolean> print(List<ShelfLabels.Label> labels, ShelfLabels.Paper paper);
  }

  private static List<Column<Items.Row>> columns(Texts texts, boolean seesCost, Formats formats) {
    List<Column<Items.Row>> columns = new ArrayList<>();
    columns.add(Column.code("code", texts.get("col.code"), 100, Items.Row::code));
    columns.add(Column.text("name", texts.get("col.name"), 250, Items.Row::name));
    columns.add(Column.code("barcode", texts.get("col.barcode"), 154, Items.Row::barcode));
    columns.add(
        Column.text("department", texts.get("col.department"), 125, Items.Row::department)
            .yielding(1));
    columns.add(
        Column.<Items.Row>text("category", texts.get("col.category"), 120, Items.Row::category)
            .atFirstHidden());
    columns.add(
        Column.<Items.Row>text("tax", texts.get("col.tax"), 90, Items.Row::taxClass)
            .atFirstHidden());
    columns.add(Column.text("unit", texts.get("col.unit"), 84, Items.Row::baseUnit));
    columns.add(Column.of("price", texts.get("col.price"), Kind.MONEY, 110, Items.Row::priceMinor));
    columns.add(
        Column.<Items.Row>of(
                "pricedAt",
                texts.get("col.pricedAt"),
                Kind.DATE,
                130,
                row -> row.pricedAt() == null ? null : formats.day(row.pricedAt()))
            .atFirstHidden());
    columns.add(
        Column.of("stock", texts.get("col.stock"), Kind.QUANTITY, 100, Items.Row::stockMilli));
    if (seesCost) {
      columns.add(
          Column.<Items.Row>of("cost", texts.get("col.cost"), Kind.MONEY, 110, Items.Row::costMinor)
              .atFirstHidden());
      columns.add(
          Column.<Items.Row>of(
                  "value", texts.get("col.value"), Kind.MONEY, 120, Items.Row::stockValueMinor)
              .summedUp()
              .atFirstHidden());
    }
    columns.add(Column.of("state", texts.get("col.state"), Kind.TAG, 140, row -> tag(row, texts)));
    return columns;
  }

  private static @Nullable Object tag(Items.Row row, Texts texts) {
    if (!row.blockedReason().isEmpty()) {
      return new Tag(texts.get("tag.blocked"), Tag.Tone.DANGER);
    }
    if (row.priceMinor() == null) {
      return new Tag(texts.get("tag.noPrice"), Tag.Tone.WARN);
    }
    return null;
  }

  private void render(ItemsState state) {
    table.read(state.read());
    ofItems.forEach(key -> key.setEnabled(!state.rows().isEmpty()));
    table.whenEmpty(texts.get(state.rows().isEmpty() ? "empty.new" : "empty"));
    if (!shown.equals(state.rows())) {
      shown = state.rows();
      table.rows(dueSince());
    }
    panel.render(state);
    arrange();
  }

  /** A change of prices covers the rest, so that its keys are the only ones. */
  private void arrange() {
    ItemsState state = presenter.state();
    boolean free = !prices.isVisible();
    boolean open = state.card().isPresent() || state.refused().isPresent();
    panel.setVisible(open && free);
    panel.saving().setVisible(state.card().isPresent() && free);
    keys.setVisible(free);
    back.setVisible(open);
    revalidate();
    repaint();
  }

  /** The item whose row is chosen. */
  Optional<Items.Row> chosen() {
    return table.chosen();
  }

  DataTable<Items.Row> table() {
    return table;
  }
}

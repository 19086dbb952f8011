package id.lajur.backoffice.stock;

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
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The adjustments of the shop, and the one that is being made or read. */
final class AdjustView extends JPanel {
  private static final String LIST = "list";
  private static final String SHEET = "sheet";

  private final AdjustPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final CardLayout layers = new CardLayout();
  private final JPanel body = new JPanel(layers);
  private final MessageLine message = new MessageLine();
  private final DataTable<Adjustments.Head> table;
  private final AdjustSheetPane sheet;
  private boolean onSheet;

  AdjustView(
      AdjustPresenter presenter,
      Formats formats,
      TableChoices choices,
      String store,
      boolean seesCost) {
    super(new MigLayout("insets 0, gap 0, fillx, hidemode 3", "[grow,fill]"));
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(CountView.class, "stock", formats.language());
    setOpaque(false);
    this.table =
        new DataTable<>(
            "adjustments",
            new DataTable.About(texts.get("adjust.title"), store, ""),
            columns(seesCost),
            formats,
            choices);
    table.whenEmpty(texts.get("adjust.none"));
    table.onOpen(presenter::open);
    table.onOlder(presenter::older);
    this.sheet = new AdjustSheetPane(presenter, formats, texts, choices, store, seesCost);
    body.setOpaque(false);
    body.add(overview(), LIST);
    body.add(sheet, SHEET);
    message.say("", "", Tag.Tone.QUIET);
    add(message, "gapx 16 16, gaptop 12, wrap");
    add(body, "push, grow, wmin 0, hmin 0");
    presenter.view(this::render);
  }

  private JPanel overview() {
    var foot = new KeyBar("[]push[]");
    foot.add(KeyButton.f(5, texts.get("key.again"), presenter::opened));
    foot.main(new KeyButton(Look.MAIN, "F7", "F7", texts.get("adjust.begin"), presenter::begin));
    var all = new JPanel(new MigLayout("insets 16 16 12 16, fill", "[grow,fill]", "[grow,fill]"));
    all.setOpaque(false);
    all.add(table, "wmin 0, hmin 0");
    all.add(foot, "dock south");
    return all;
  }

  private List<Column<Adjustments.Head>> columns(boolean seesCost) {
    List<Column<Adjustments.Head>> columns = new ArrayList<>();
    columns.add(Column.of("at", texts.get("col.at"), Kind.MOMENT, 175, Adjustments.Head::at));
    columns.add(
        Column.text(
            "reason", texts.get("col.reason"), 140, head -> texts.get("reason." + head.reason())));
    columns.add(Column.text("note", texts.get("col.note"), 240, Adjustments.Head::note));
    columns.add(
        Column.of("lines", texts.get("col.lines"), Kind.COUNT, 80, Adjustments.Head::lines));
    if (seesCost) {
      columns.add(
          Column.<Adjustments.Head>of(
                  "value", texts.get("col.left"), Kind.MONEY, 130, Adjustments.Head::valueMinor)
              .summedUp());
    }
    columns.add(Column.text("by", texts.get("col.by"), 130, Adjustments.Head::by));
    return columns;
  }

  private void render(AdjustState state) {
    if (state.refused().isPresent()) {
      Refusals.say(message, state.refused().get(), formats);
    } else {
      message.say(state.note().map(key -> texts.get("note." + key)).orElse(""), "", Tag.Tone.GOOD);
    }
    table.read(state.list().read());
    table.rows(state.list().rows());
    table.older(state.list().hasOlder());
    state.sheet().ifPresent(open -> sheet.render(open, state.busy()));
    if (onSheet != state.sheet().isPresent()) {
      onSheet = state.sheet().isPresent();
      layers.show(body, onSheet ? SHEET : LIST);
      if (onSheet) {
        sheet.begin();
      }
    }
  }
}

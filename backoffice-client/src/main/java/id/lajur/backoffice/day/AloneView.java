package id.lajur.backoffice.day;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JPanel;

/** Emergency sales in a list; beside it what the marked paper has otherwise than the books. */
final class AloneView extends JPanel {
  private static final double SIDE = 0.34;
  private static final Set<String> AMOUNTS = Set.of("PRICE", "TOTAL", "TAX", "UNAPPROVED");

  private final Formats formats;
  private final Texts texts;
  private final DataTable<AloneSale> table;
  private final KeyedRows<AloneSale> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private Optional<Optional<AloneSale>> made = Optional.empty();

  AloneView(AlonePresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.formats = formats;
    this.texts = Texts.of(DayView.class, "day", formats.language());
    setOpaque(false);
    table =
        new DataTable<>(
            "emergency",
            new DataTable.About(texts.get("alone.title"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("alone.none"));
    table.onOlder(presenter::older);
    rows = new KeyedRows<>(table, AloneSale::receipt, presenter::choose);
    var pane = new ListPane(table, side, SIDE);
    pane.keys(List.of(KeyButton.f(5, texts.get("reload"), presenter::load)), List.of());
    add(pane, BorderLayout.CENTER);
  }

  private List<Column<AloneSale>> columns() {
    return List.of(
        Column.code("receipt", texts.get("column.receipt"), 132, AloneSale::receipt),
        Column.text("sold", texts.get("column.sold"), 160, sale -> moment(sale.soldAt())),
        Column.<AloneSale>text("operator", texts.get("column.operator"), 126, AloneSale::operator)
            .atFirstHidden(),
        // Not summed up: what is on two papers is sold once.
        Column.of("total", texts.get("column.total"), Kind.MONEY, 92, AloneSale::totalMinor),
        Column.of("outcome", texts.get("column.outcome"), Kind.TAG, 146, this::tag));
  }

  private String moment(Instant at) {
    return formats.dayAndMonth(formats.day(at)) + " " + formats.time(at);
  }

  private Tag tag(AloneSale sale) {
    if (sale.second()) {
      return new Tag(texts.get("alone.second"), Tag.Tone.INFO);
    }
    return sale.differences().isEmpty()
        ? new Tag(texts.get("alone.posted"), Tag.Tone.GOOD)
        : new Tag(
            texts.get("alone.differs", Map.of("n", formats.count(sale.differences().size()))),
            Tag.Tone.WARN);
  }

  void render(AloneState state) {
    rows.show(state.sales().rows(), state.chosen(), state.progress());
    table.older(state.sales().hasOlder());
    if (!made.equals(Optional.of(state.sale()))) {
      made = Optional.of(state.sale());
      make(state.sale());
    }
    Said.in(message, state.progress(), texts, formats);
  }

  private void make(Optional<AloneSale> chosen) {
    if (chosen.isEmpty()) {
      side.begin(texts.get("alone.title"));
      side.text(texts.get("alone.hint"));
    } else {
      AloneSale sale = chosen.get();
      side.begin(sale.receipt());
      side.fact(texts.get("column.sold"), moment(sale.soldAt()));
      side.fact(texts.get("alone.received"), moment(sale.receivedAt()));
      side.fact(texts.get("column.operator"), sale.operator());
      side.fact(texts.get("column.total"), formats.moneyWithSign(sale.totalMinor()));
      side.text(
          texts.get(
              sale.second()
                  ? "alone.second.hint"
                  : sale.differences().isEmpty() ? "alone.posted.hint" : "alone.differs.hint"));
      sale.differences().forEach(this::difference);
    }
    side.foot(message);
    side.end();
  }

  private void difference(AloneSale.Difference one) {
    String key = "difference." + one.kind();
    String what = texts.get(texts.has(key) ? key : "difference.OTHER");
    side.heading(
        one.line() == 0
            ? what
            : texts.get(
                "difference.line", Map.of("what", what, "line", formats.count(one.line()))));
    if (!one.atLane().isEmpty()) {
      side.fact(texts.get("difference.lane"), figure(one.kind(), one.atLane()));
    }
    if (!one.atServer().isEmpty()) {
      side.fact(texts.get("difference.server"), figure(one.kind(), one.atServer()));
    }
  }

  private String figure(String kind, String value) {
    return AMOUNTS.contains(kind) && value.matches("-?\\d{1,18}")
        ? formats.moneyWithSign(Long.parseLong(value))
        : value;
  }
}

package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.Side;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One ticket on the screen: what happened to it step by step, and what came of it in the books. */
public final class TicketSteps {
  private final Formats formats;
  private final JournalWords words;
  private final Texts texts;
  private final String store;
  private final DataTable<Replay.Step> table;

  public TicketSteps(Formats formats, String store, TableChoices choices) {
    this.formats = formats;
    this.words = new JournalWords(formats);
    this.texts = words.texts();
    this.store = store;
    this.table =
        new DataTable<>(
            "replay",
            new DataTable.About(texts.get("ticket"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("ticket.none"));
  }

  private List<Column<Replay.Step>> columns() {
    return List.of(
        Column.code("at", texts.get("column.at"), 92, step -> words.second(step.at())),
        Column.<Replay.Step>text(
                "kind",
                texts.get("column.kind"),
                126,
                step -> step.act() ? words.act(step.kind()) : words.kind(step.kind()))
            .wrapping(),
        Column.text("what", texts.get("column.what"), 172, this::what).wrapping(),
        Column.of(
            "quantity",
            texts.get("column.quantity"),
            Kind.QUANTITY,
            84,
            step -> step.quantity().orElse(null)),
        Column.of(
            "amount",
            texts.get("column.amount"),
            Kind.MONEY,
            82,
            step -> step.amount().orElse(null)),
        Column.<Replay.Step>text(
                "operator", texts.get("column.operator"), 130, Replay.Step::operator)
            .atFirstHidden(),
        Column.<Replay.Step>text(
                "approved", texts.get("column.approved"), 130, Replay.Step::approvedBy)
            .atFirstHidden());
  }

  private String what(Replay.Step step) {
    String change =
        joined(
            " → ", words.value(step.kind(), step.before()), words.value(step.kind(), step.after()));
    return joined(" · ", change, step.what());
  }

  private static String joined(String by, String one, String other) {
    return Stream.of(one, other).filter(text -> !text.isEmpty()).collect(Collectors.joining(by));
  }

  /** The steps, in order of time. */
  public DataTable<Replay.Step> table() {
    return table;
  }

  /** Shows a ticket: its steps in the table, what came of it on the card, which is begun anew. */
  public void show(Replay replay, Side side) {
    String title = texts.get("ticket");
    table.about(
        new DataTable.About(
            replay.sale().map(sale -> title + " · " + sale.receipt()).orElse(title), store, ""));
    table.rows(replay.steps());
    if (replay.sale().isEmpty()) {
      side.begin(texts.get("ticket.open"));
      side.text(texts.get("ticket.open.hint"));
    } else {
      sale(replay.sale().get(), side);
    }
    replay
        .paper()
        .ifPresent(
            paper -> {
              side.heading(paper.receipt());
              side.text(texts.get(paper.second() ? "paper.second" : "paper.first"));
              if (paper.differences() > 0) {
                side.fact(texts.get("paper.differences"), formats.count(paper.differences()));
              }
            });
  }

  private void sale(Replay.Sale sale, Side side) {
    side.begin(sale.receipt());
    side.fact(texts.get("column.at"), words.moment(sale.soldAt()));
    if (!sale.operator().isEmpty()) {
      side.fact(texts.get("column.operator"), sale.operator());
    }
    side.fact(texts.get("sale.lines"), formats.count(sale.lines()));
    side.fact(texts.get("sale.tax"), formats.money(sale.taxMinor()));
    side.fact(texts.get("sale.total"), formats.moneyWithSign(sale.totalMinor()));
    if (sale.roundingMinor() != 0) { // of what is paid, so after the total
      side.fact(texts.get("sale.rounding"), formats.money(sale.roundingMinor()));
    }
    side.heading(texts.get("sale.paid"));
    sale.tenders().forEach(one -> side.fact(words.tender(one.name()), formats.money(one.minor())));
    if (sale.changeMinor() != 0) {
      side.fact(texts.get("sale.change"), formats.money(sale.changeMinor()));
    }
    if (!sale.ledger().isEmpty()) {
      side.heading(texts.get("sale.books"));
      sale.ledger().forEach(one -> side.fact(one.name(), formats.money(one.minor())));
    }
  }
}

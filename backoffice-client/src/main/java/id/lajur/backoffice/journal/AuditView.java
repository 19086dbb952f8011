package id.lajur.backoffice.journal;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** Every promise as it is judged; beside it how far the audit is, or what differs. */
final class AuditView extends JPanel {
  private static final double SIDE = 0.34;

  private final Formats formats;
  private final JournalWords words;
  private final Texts texts;
  private static final Pattern PART = Pattern.compile("\\w+ -?\\d{1,18}");
  private static final Set<String> MONEY = Set.of("STOCK_IN_BOOKS", "PAYABLES_IN_BOOKS");

  private final DataTable<Judged> table;
  private final KeyedRows<Judged> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final JProgressBar bar = new JProgressBar();
  private final ListPane pane;
  private final KeyButton run;
  private final KeyButton stop;
  private Optional<AuditState> shown = Optional.empty();

  AuditView(AuditPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.formats = formats;
    this.words = new JournalWords(formats);
    this.texts = words.texts();
    setOpaque(false);
    table =
        new DataTable<>(
            "audit",
            new DataTable.About(texts.get("audit.title"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("audit.none"));
    rows = new KeyedRows<>(table, one -> Integer.toString(one.number()), presenter::choose);
    pane = new ListPane(table, side, SIDE);
    bar.setName("audit.bar");
    run = KeyButton.main("F12", "F12", texts.get("audit.run"), presenter::run);
    stop =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("audit.stop"), presenter::stop);
    pane.keys(List.of(), List.of(stop, run));
    add(pane, BorderLayout.CENTER);
  }

  private List<Column<Judged>> columns() {
    return List.of(
        Column.<Judged>text("name", texts.get("audit.promise"), 440, this::name).wrapping(),
        Column.<Judged>of("rows", texts.get("audit.rows"), Kind.COUNT, 100, Judged::rows)
            .yielding(1),
        Column.of("state", texts.get("audit.state"), Kind.TAG, 120, this::tag));
  }

  private String name(Judged one) {
    return words.promise(one.code(), one.name());
  }

  /** "books 4250, stock 4200": by the words of this screen; what it does not know, as it came. */
  private void example(String code, String told) {
    List<String> parts = List.of(told.split(", ", -1));
    if (!parts.stream().allMatch(part -> PART.matcher(part).matches() && texts.has(word(part)))) {
      side.text(told);
      return;
    }
    for (String part : parts) {
      String value = part.substring(part.indexOf(' ') + 1);
      boolean money = MONEY.contains(code) && !part.startsWith("account");
      side.fact(
          texts.get(word(part)), money ? formats.moneyWithSign(Long.parseLong(value)) : value);
    }
  }

  private static String word(String part) {
    return "example." + part.substring(0, part.indexOf(' '));
  }

  private Tag tag(Judged one) {
    return one.differences() == 0
        ? new Tag(texts.get("audit.holds"), Tag.Tone.GOOD)
        : new Tag(
            texts.get("audit.off", Map.of("n", formats.count(one.differences()))), Tag.Tone.DANGER);
  }

  void render(AuditState state) {
    rows.show(state.judged(), state.chosen().map(Object::toString));
    bar.setMaximum(Math.max(1, state.of()));
    bar.setValue(state.judged().size());
    run.setEnabled(!state.running());
    stop.setEnabled(state.running());
    if (!shown.equals(Optional.of(state))) {
      shown = Optional.of(state);
      make(state);
    }
    Said.in(message, state.progress(), texts, formats);
  }

  private void make(AuditState state) {
    if (state.promise().isPresent()) {
      Judged one = state.promise().get();
      side.begin(name(one));
      side.fact(texts.get("audit.rows"), formats.count(one.rows()));
      side.fact(texts.get("audit.state"), tag(one).words());
      one.examples().forEach(example -> example(one.code(), example));
    } else {
      side.begin(texts.get("audit.title"));
      side.text(texts.get("audit.hint"));
    }
    if (state.running()) {
      side.heading(
          texts.get(
              "audit.progress",
              Map.of("n", formats.count(state.number()), "of", formats.count(state.of()))));
      side.below(bar, "growx, h 8!, gaptop 6");
      side.text(words.promise(state.code(), state.now()));
    }
    state
        .ended()
        .ifPresent(
            ended ->
                side.fact(
                    texts.get("audit.took"),
                    texts.get("audit.seconds", Map.of("s", formats.quantity(ended.tookMs())))));
    side.foot(message);
    side.end();
  }
}

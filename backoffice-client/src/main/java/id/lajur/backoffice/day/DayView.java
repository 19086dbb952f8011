package id.lajur.backoffice.day;

import id.lajur.backoffice.day.DayState.Task;
import id.lajur.backoffice.day.OpenThing.Kind;
import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What is still open in a list; beside it the marked one, its count, or the day's close. */
final class DayView extends JPanel {
  private static final double SIDE = 0.34;

  private final DayPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final DataTable<OpenThing> table;
  private final KeyedRows<OpenThing> rows;
  private final JLabel date = new JLabel();
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton reload;
  private final KeyButton count;
  private final KeyButton close;
  private final KeyButton go;
  private final KeyButton cancel;
  private Optional<Made> made = Optional.empty();
  private Runnable going = () -> {};
  private Optional<LocalDate> today = Optional.empty();

  /** What the side panel was made for. */
  private record Made(Optional<Task> task, Optional<OpenThing> thing, StoreDay day, boolean read) {}

  DayView(DayPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(DayView.class, "day", formats.language());
    setOpaque(false);
    table =
        new DataTable<>(
            "day", new DataTable.About(texts.get("title"), store, ""), columns(), formats, choices);
    table.whenEmpty(texts.get("none"));
    table.onOpen(thing -> presenter.count());
    date.setFont(Fonts.semiBold(17));
    date.setName("day.date");
    date.setBorder(BorderFactory.createEmptyBorder(0, 16, 0, 0));
    table.beside(date);
    rows = new KeyedRows<>(table, OpenThing::key, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    reload = KeyButton.f(5, texts.get("reload"), presenter::load);
    count = KeyButton.f(6, texts.get("count"), presenter::count);
    close = KeyButton.main("F12", "F12", texts.get("close"), presenter::close);
    go = KeyButton.main("F12", "F12", texts.get("close"), () -> going.run());
    go.setName("day.go");
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
  }

  private List<Column<OpenThing>> columns() {
    return List.of(
        Column.of("kind", texts.get("column.kind"), id.lajur.kit.table.Kind.TAG, 164, this::tag),
        Column.text("terminal", texts.get("column.terminal"), 60, OpenThing::terminal),
        Column.text("operator", texts.get("column.operator"), 146, OpenThing::operator).wrapping(),
        Column.text("since", texts.get("column.since"), 76, this::shortly),
        Column.of(
            "amount",
            texts.get("column.amount"),
            id.lajur.kit.table.Kind.MONEY,
            92,
            one -> one.amount().orElse(null)));
  }

  private Tag tag(OpenThing thing) {
    Tag.Tone tone =
        switch (thing.kind()) {
          case SHIFT, HANDOVER -> Tag.Tone.WARN;
          case UNSENT -> Tag.Tone.DANGER;
          case SUSPENDED -> Tag.Tone.INFO;
        };
    return new Tag(texts.get("kind." + thing.kind()), tone);
  }

  /** The time of something of this date, else its day. */
  private String shortly(OpenThing thing) {
    LocalDate day = formats.day(thing.since());
    return Optional.of(day).equals(today) ? formats.time(thing.since()) : formats.dayAndMonth(day);
  }

  private String since(OpenThing thing) {
    return formats.dayAndMonth(formats.day(thing.since())) + " " + formats.time(thing.since());
  }

  void render(DayState state) {
    today = state.day().date();
    rows.show(state.day().things(), state.chosen(), state.progress());
    boolean read = state.progress().read();
    date.setText(today.map(formats::dayAndDate).orElse(read ? texts.get("date.none") : ""));
    var now = new Made(state.task(), state.thing(), state.day(), read);
    boolean typing =
        state.task().isPresent()
            && made.filter(before -> before.task().equals(now.task())).isPresent();
    if (!typing && !made.equals(Optional.of(now))) {
      boolean over = made.filter(before -> before.task().isPresent()).isPresent();
      made = Optional.of(now);
      make(state);
      if (over && state.task().isEmpty()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    boolean free = !state.progress().sending();
    go.setEnabled(free && (state.task().filter(Task.CLOSE::equals).isEmpty() || state.closes()));
    close.setEnabled(free && state.mayClose());
    count.setEnabled(free && state.thing().filter(one -> one.kind().waitedFor()).isPresent());
  }

  private void make(DayState state) {
    Optional<OpenThing> thing = state.thing();
    table.whenEmpty(texts.get(state.mayClose() ? "none" : "hint.none"));
    if (state.task().isPresent()) {
      form(state, state.task().get());
      pane.keys(List.of(), List.of(cancel, go));
    } else {
      if (thing.isPresent()) {
        facts(thing.get());
      } else {
        side.begin(texts.get("title"));
        String open = state.day().waitedFor().isEmpty() ? "hint.ready" : "hint";
        if (state.progress().read()) { // else nobody knows whether a day is open
          side.text(texts.get(state.mayClose() ? open : "hint.none"));
        }
      }
      pane.keys(List.of(reload, count), List.of(close));
    }
    side.foot(message);
    side.end();
  }

  private void facts(OpenThing thing) {
    side.begin(texts.get("kind." + thing.kind()));
    side.fact(texts.get("column.terminal"), thing.terminal());
    if (!thing.operator().isEmpty()) {
      side.fact(texts.get("column.operator"), thing.operator());
    }
    side.fact(texts.get("column.since"), since(thing));
    thing
        .amount()
        .ifPresent(amount -> side.fact(texts.get("amount"), formats.moneyWithSign(amount)));
    if (!thing.more().isEmpty()) {
      side.fact(texts.get("more." + thing.kind()), thing.more());
    }
    if (thing.count() > 0) {
      side.fact(texts.get("count." + thing.kind()), formats.count(thing.count()));
    }
    side.text(texts.get("hint." + thing.kind()));
  }

  private void form(DayState state, Task task) {
    switch (task) {
      case COUNT_SHIFT -> state.thing().ifPresent(this::count);
      case SECURE -> state.thing().ifPresent(this::secure);
      case CLOSE -> close(state);
    }
  }

  private void count(OpenThing shift) {
    side.begin(
        texts.get("count.title", Map.of("terminal", shift.terminal(), "name", shift.operator())));
    side.text(texts.get("count.hint"));
    var pieces = new PiecesForm(texts, formats);
    side.below(pieces, "gaptop 8, growx");
    JTextField why = side.field("day.why", texts.get("count.why"), "");
    go.setText(texts.get("count.go"));
    go.ends(false);
    going = () -> presenter.saveCount(pieces.typed(), why.getText());
    pieces.focus();
  }

  private void secure(OpenThing handover) {
    side.begin(texts.get("secure.title", Map.of("terminal", handover.terminal())));
    side.text(texts.get("secure.hint"));
    JTextField amount = side.field("day.amount", texts.get("secure.amount"), "");
    JTextField why = side.field("day.why", texts.get("count.why"), "");
    go.setText(texts.get("secure.go"));
    go.ends(false);
    going = () -> presenter.saveSecured(amount.getText(), why.getText(), formats);
    boolean unused = amount.requestFocusInWindow();
  }

  private void close(DayState state) {
    StoreDay day = state.day();
    side.begin(
        texts.get("close.title", Map.of("date", day.date().map(formats::dayAndDate).orElse(""))));
    long shifts = of(day, Kind.SHIFT);
    if (shifts > 0) {
      side.text(texts.get("close.force", Map.of("n", formats.count(shifts))));
    }
    if (of(day, Kind.HANDOVER) > 0) {
      String handovers = state.closes() ? "close.handover.force" : "close.handover";
      side.text(texts.get(handovers, Map.of("n", formats.count(of(day, Kind.HANDOVER)))));
    }
    if (of(day, Kind.SUSPENDED) > 0) {
      side.text(texts.get("close.suspended", Map.of("n", formats.count(of(day, Kind.SUSPENDED)))));
    }
    if (of(day, Kind.UNSENT) > 0) {
      side.text(texts.get("close.unsent", Map.of("n", formats.count(of(day, Kind.UNSENT)))));
    }
    side.text(texts.get("close.hint"));
    go.setText(texts.get(shifts > 0 ? "close.go.force" : "close.go"));
    go.ends(shifts > 0);
    going = presenter::saveClosed;
  }

  private static long of(StoreDay day, Kind kind) {
    return day.things().stream().filter(thing -> thing.kind() == kind).count();
  }
}

package id.lajur.backoffice.machines;

import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.machines.MachineState.Task;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The machines in a list; beside it the marked one, a code for its place, or what is changed. */
final class MachineView extends JPanel {
  /** Tasks that keep what was typed; the others do something to the machine. */
  private static final Set<Task> KEPT = Set.of(Task.CREATE, Task.RENAME);

  private static final double SIDE = 0.34;

  private final MachinePresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final InstantSource clock;
  private final DataTable<Machine> table;
  private final KeyedRows<Machine> rows;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton create;
  private final KeyButton rename;
  private final KeyButton code;
  private final KeyButton replace;
  private final KeyButton revoke;
  private final KeyButton reload;
  private final KeyButton go;
  private final KeyButton cancel;
  private Optional<Made> made = Optional.empty();
  private Runnable going = () -> {};

  /** What the side panel was made for. */
  private record Made(
      Optional<Task> task, Optional<Machine> machine, Optional<EnrolmentCode> code) {}

  MachineView(
      MachinePresenter presenter,
      Formats formats,
      String store,
      TableChoices choices,
      InstantSource clock) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.clock = clock;
    this.texts = Texts.of(MachineView.class, "machines", formats.language());
    setOpaque(false);
    table = new DataTable<>("machines", new DataTable.About(texts.get("title"), store, ""), columns(), formats, choices);
    table.whenEmpty(texts.get("none"));
    table.onOpen(machine -> presenter.rename());
    rows = new KeyedRows<>(table, Machine::code, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    rename = KeyButton.f(4, texts.get("rename"), presenter::rename);
    reload = KeyButton.f(5, texts.get("reload"), presenter::load);
    code = KeyButton.f(6, texts.get("code"), presenter::code);
    replace = KeyButton.f(6, texts.get("replace"), presenter::code);
    revoke = KeyButton.f(8, texts.get("revoke"), presenter::revoke);
    go = KeyButton.main("F12", "F12", texts.get("save"), () -> going.run());
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
    presenter
        .unsaved()
        .saves(
            () -> presenter.state().task().filter(KEPT::contains).isPresent(),
            () -> going.run(),
            () -> presenter.state().progress().sending());
  }

  private List<Column<Machine>> columns() {
    return List.of(
        Column.text("code", texts.get("column.code"), 66, Machine::code),
        Column.text("name", texts.get("column.name"), 168, Machine::name),
        Column.<Machine>text("kind", texts.get("column.kind"), 86, this::kind).atFirstHidden(),
        Column.of("state", texts.get("column.state"), Kind.TAG, 146, this::tag),
        Column.text("operator", texts.get("column.operator"), 132, Machine::operator),
        Column.<Machine>of(
                "seen",
                texts.get("column.seen"),
                Kind.MOMENT,
                150,
                one -> one.lastSeen().orElse(null))
            .atFirstHidden(),
        Column.<Machine>text("machine", texts.get("column.machine"), 140, Machine::machineName)
            .atFirstHidden());
  }

  private String kind(Machine machine) {
    return texts.get(machine.lane() ? "kind.lane" : "kind.desk");
  }

  private Tag tag(Machine machine) {
    if (machine.hasCode(clock.instant())) {
      return new Tag(
          texts.get("state.code", Map.of("until", time(machine.codeUntil()))), Tag.Tone.INFO);
    }
    if (!machine.enrolled()) {
      return new Tag(texts.get("state.free"), Tag.Tone.QUIET);
    }
    return machine.connected()
        ? new Tag(texts.get("state.connected"), Tag.Tone.GOOD)
        : new Tag(texts.get("state.away"), Tag.Tone.WARN);
  }

  private String time(Optional<Instant> moment) {
    return moment.map(formats::time).orElse("");
  }

  void render(MachineState state) {
    rows.show(state.machines(), state.chosen(), state.progress());
    var now = new Made(state.task(), state.machine(), state.code());
    boolean typing =
        state.task().isPresent()
            && made.filter(before -> before.task().equals(now.task())).isPresent();
    boolean sameCode =
        state.code().isPresent()
            && made.filter(before -> before.code().equals(now.code())).isPresent();
    if (!typing && !sameCode && !made.equals(Optional.of(now))) {
      boolean over = made.filter(before -> before.task().isPresent()).isPresent();
      made = Optional.of(now);
      make(state);
      if (over && state.task().isEmpty()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    boolean free = !state.progress().sending();
    boolean one = free && state.machine().isPresent();
    go.setEnabled(free);
    create.setEnabled(free);
    rename.setEnabled(one);
    code.setEnabled(one);
    replace.setEnabled(one);
    revoke.setEnabled(one && state.machine().filter(Machine::enrolled).isPresent());
  }

  private void make(MachineState state) {
    Optional<Machine> machine = state.machine();
    if (state.task().isPresent()) {
      form(state.task().get(), machine);
      pane.keys(List.of(), List.of(cancel, go));
    } else if (state.code().isPresent()) {
      code(state.code().get());
      pane.keys(List.of(reload), List.of(cancel));
    } else if (machine.isPresent()) {
      facts(machine.get());
      pane.keys(
          List.of(create, rename, reload, machine.get().enrolled() ? replace : code, revoke),
          List.of());
    } else {
      side.begin(texts.get("title"));
      side.text(texts.get("hint"));
      pane.keys(List.of(create, reload), List.of());
    }
    side.foot(message);
    side.end();
  }

  private void code(EnrolmentCode made) {
    side.begin(texts.get("code.title", Map.of("terminal", made.terminal())));
    side.text(texts.get("code.hint"));
    side.below(new CodeCard(made, texts, clock), "gaptop 12, growx");
    side.text(texts.get("code.compare"));
  }

  private void facts(Machine machine) {
    side.begin(machine.code() + "  " + machine.name());
    side.fact(texts.get("column.kind"), kind(machine));
    side.fact(texts.get("column.state"), tag(machine).words());
    if (!machine.operator().isEmpty()) {
      side.fact(texts.get("column.operator"), machine.operator());
    }
    machine.lastSeen().ifPresent(seen -> side.fact(texts.get("column.seen"), moment(seen)));
    if (!machine.enrolled()) {
      side.text(texts.get("free.hint"));
      return;
    }
    side.heading(texts.get("machine"));
    if (!machine.machineName().isEmpty()) {
      side.fact(texts.get("column.machine"), machine.machineName());
    }
    side.fact(texts.get("certificate"), machine.certificate());
    machine
        .certificateUntil()
        .ifPresent(
            until -> side.fact(texts.get("certificate.until"), formats.date(formats.day(until))));
  }

  private String moment(Instant at) {
    return formats.dayAndMonth(formats.day(at)) + "  " + formats.time(at);
  }

  private void form(Task task, Optional<Machine> machine) {
    go.setText(texts.get("save"));
    switch (task) {
      case CREATE -> create();
      case RENAME -> machine.ifPresent(this::rename);
      case REPLACE -> machine.ifPresent(this::replace);
      case REVOKE -> machine.ifPresent(this::revoke);
    }
  }

  private void create() {
    side.begin(texts.get("create"));
    JTextField typed = side.field("machine.code", texts.get("create.code"), "");
    JTextField name = side.field("machine.name", texts.get("column.name"), "");
    JComboBox<Boolean> lane =
        side.choice(
            "machine.kind",
            texts.get("column.kind"),
            List.of(true, false),
            true,
            one -> texts.get(one ? "kind.lane" : "kind.desk"));
    side.text(texts.get("create.hint"));
    going =
        () ->
            presenter.saveNew(
                typed.getText(), name.getText(), Boolean.TRUE.equals(lane.getSelectedItem()));
    boolean unused = typed.requestFocusInWindow();
  }

  private void rename(Machine machine) {
    side.begin(machine.code() + "  " + machine.name());
    JTextField name = side.field("machine.name", texts.get("column.name"), machine.name());
    side.text(texts.get("rename.hint"));
    going = () -> presenter.saveName(name.getText());
    boolean unused = name.requestFocusInWindow();
  }

  private void replace(Machine machine) {
    side.begin(texts.get("replace.title", Map.of("terminal", machine.code())));
    side.text(texts.get("replace.hint"));
    go.setText(texts.get("replace.go"));
    going = presenter::replace;
  }

  private void revoke(Machine machine) {
    side.begin(texts.get("revoke.title", Map.of("terminal", machine.code())));
    side.text(texts.get("revoke.hint"));
    if (!machine.operator().isEmpty()) {
      side.text(texts.get("revoke.operator", Map.of("name", machine.operator())));
    }
    JTextField reason = side.field("machine.reason", texts.get("revoke.reason"), "");
    go.setText(texts.get("revoke.go"));
    going = () -> presenter.saveRevoked(reason.getText());
    boolean unused = reason.requestFocusInWindow();
  }
}

package id.lajur.backoffice.machines;

import id.lajur.backoffice.form.ListFrame;
import id.lajur.backoffice.form.ListState;
import id.lajur.backoffice.form.Nothing;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.machines.MachinePresenter.Task;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The machines in a list; beside it the marked one, a code for its place, or what is changed. */
final class MachineView extends JPanel implements ListFrame.Contents<Machine, Task, Nothing> {
  private static final double SIDE = 0.34;

  private final MachinePresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final InstantSource clock;
  private final KeyButton create;
  private final KeyButton rename;
  private final KeyButton code;
  private final KeyButton replace;
  private final KeyButton revoke;
  private final ListFrame<Machine, Task, Nothing> frame;

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
    create = KeyButton.f(3, texts.get("create"), presenter::create);
    rename = KeyButton.f(4, texts.get("rename"), presenter::rename);
    code = KeyButton.f(6, texts.get("code"), presenter::makeCode);
    replace = KeyButton.f(6, texts.get("replace"), presenter::makeCode);
    revoke = KeyButton.f(8, texts.get("revoke"), presenter::revoke);
    var names = new ListFrame.Names("machines", texts.get("title"), texts.get("none"), SIDE);
    frame = new ListFrame<>(presenter, this, names, texts, formats, store, choices);
    add(frame, BorderLayout.CENTER);
  }

  @Override
  public List<Column<Machine>> columns() {
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

  void render(ListState<Machine, Task, Nothing> state) {
    frame.show(state);
    boolean free = !state.progress().sending();
    boolean one = free && state.marked().isPresent();
    create.setEnabled(free);
    rename.setEnabled(one);
    code.setEnabled(one);
    replace.setEnabled(one);
    revoke.setEnabled(one && state.marked().filter(Machine::enrolled).isPresent());
  }

  @Override
  public void opened() {
    presenter.rename();
  }

  @Override
  public String hint() {
    return texts.get("hint");
  }

  @Override
  public List<KeyButton> keys(Optional<Machine> marked, KeyButton reload) {
    return marked
        .map(one -> List.of(create, rename, reload, one.enrolled() ? replace : code, revoke))
        .orElse(List.of(create, reload));
  }

  @Override
  public boolean ends(Task task) {
    return task == Task.REVOKE;
  }

  @Override
  public Optional<String> way(Task task) {
    return switch (task) {
      case REPLACE -> Optional.of(texts.get("replace.go"));
      case REVOKE -> Optional.of(texts.get("revoke.go"));
      case CREATE, RENAME, CODE -> Optional.empty();
    };
  }

  @Override
  public boolean isLook(Task task) {
    return task == Task.CODE;
  }

  @Override
  public void facts(Side side, Machine machine) {
    side.begin(machine.code() + " " + machine.name());
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
    return formats.dayAndMonth(formats.day(at)) + " " + formats.time(at);
  }

  @Override
  public Runnable form(Side side, Task task, ListState<Machine, Task, Nothing> state) {
    if (task == Task.CREATE) {
      return create(side);
    }
    Machine machine = state.marked().orElseThrow();
    return switch (task) {
      case RENAME -> rename(side, machine);
      case REPLACE -> replace(side, machine);
      case REVOKE -> revoke(side, machine);
      default -> code(side, presenter.code().orElseThrow());
    };
  }

  private Runnable code(Side side, EnrolmentCode made) {
    side.begin(texts.get("code.title", Map.of("terminal", made.terminal())));
    side.text(texts.get("code.hint"));
    side.below(new CodeCard(made, texts, clock), "gaptop 12, growx");
    side.text(texts.get("code.compare"));
    return () -> {};
  }

  private Runnable create(Side side) {
    side.begin(texts.get("create"));
    JTextField typed =
        side.field("machine.code", texts.get("create.code"), "", texts.get("create.code.example"));
    JTextField name = side.field("machine.name", texts.get("column.name"), "");
    JComboBox<Boolean> lane =
        side.choice(
            "machine.kind",
            texts.get("column.kind"),
            List.of(true, false),
            true,
            one -> texts.get(one ? "kind.lane" : "kind.desk"));
    side.text(texts.get("create.hint"));
    boolean unused = typed.requestFocusInWindow();
    return () ->
        presenter.saveNew(
            typed.getText(), name.getText(), Boolean.TRUE.equals(lane.getSelectedItem()));
  }

  private Runnable rename(Side side, Machine machine) {
    side.begin(machine.code() + " " + machine.name());
    JTextField name = side.field("machine.name", texts.get("column.name"), machine.name());
    side.text(texts.get("rename.hint"));
    boolean unused = name.requestFocusInWindow();
    return () -> presenter.saveName(name.getText());
  }

  private Runnable replace(Side side, Machine machine) {
    side.begin(texts.get("replace.title", Map.of("terminal", machine.code())));
    side.text(texts.get("replace.hint"));
    return presenter::replace;
  }

  private Runnable revoke(Side side, Machine machine) {
    side.begin(texts.get("revoke.title", Map.of("terminal", machine.code())));
    side.text(texts.get("revoke.hint"));
    if (!machine.operator().isEmpty()) {
      side.text(texts.get("revoke.operator", Map.of("name", machine.operator())));
    }
    JTextField reason = side.field("machine.reason", texts.get("revoke.reason"), "");
    boolean unused = reason.requestFocusInWindow();
    return () -> presenter.saveRevoked(reason.getText());
  }
}

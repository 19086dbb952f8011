package id.lajur.backoffice.machines;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.machines.MachineState.Task;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Gives machines their places in the shop, and takes them away. */
final class MachinePresenter {
  private final MachineActions actions;
  private final Shown<MachineState> shown;
  private final Unsaved unsaved = new Unsaved();

  MachinePresenter(MachineActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(MachineState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  MachineState state() {
    return shown.now();
  }

  void in(Consumer<MachineState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.machines(),
        machines -> shown.change(state -> state.with(machines).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Whichever is marked; what was begun about another one is given up. */
  void choose(Optional<Machine> machine) {
    Optional<String> code = machine.map(Machine::code);
    if (!code.equals(state().chosen()) && !state().task().equals(Optional.of(Task.CREATE))) {
      unsaved.before(
          () ->
              shown.change(
                  state ->
                      state.choosing(code).doing(Optional.empty()).with(state.progress().quiet())));
      shown.show(state()); // what stays asked about stays marked
    }
  }

  void create() {
    begin(Task.CREATE);
  }

  void rename() {
    if (state().machine().isPresent()) {
      begin(Task.RENAME);
    }
  }

  /** A code for a free place at once; for one that is taken it is asked first. */
  void code() {
    state()
        .machine()
        .ifPresent(
            machine -> {
              if (machine.enrolled()) {
                begin(Task.REPLACE);
              } else {
                makeCode(machine, false);
              }
            });
  }

  void replace() {
    state().machine().ifPresent(machine -> makeCode(machine, true));
  }

  private void makeCode(Machine machine, boolean replaces) {
    send(
        () -> actions.code(machine.code(), replaces),
        code -> {
          shown.change(state -> state.showing(code).with(state.progress().quietly()));
          load();
        });
  }

  void revoke() {
    if (state().machine().filter(Machine::enrolled).isPresent()) {
      begin(Task.REVOKE);
    }
  }

  void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  void giveUp() {
    shown.change(state -> state.doing(Optional.empty()).with(state.progress().quiet()));
  }

  private void begin(Task task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(task));
    }
  }

  private void open(Task task) {
    shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
  }

  void saveNew(String typedCode, String name, boolean lane) {
    String code = typedCode.strip().toUpperCase(Locale.ROOT);
    send(
        () -> actions.create(code, name, lane),
        done -> {
          shown.change(state -> state.choosing(Optional.of(code)));
          did("said.created", code);
        });
  }

  void saveName(String name) {
    state()
        .machine()
        .ifPresent(
            machine ->
                send(
                    () -> actions.rename(machine.code(), name),
                    done -> did("said.renamed", machine.code())));
  }

  /**
   * Takes the place away.
   *
   * @param reason for the journal
   */
  void saveRevoked(String reason) {
    state()
        .machine()
        .ifPresent(
            machine ->
                send(
                    () -> actions.revoke(machine.code(), reason),
                    done -> did("said.revoked", machine.code())));
  }

  private void did(String said, String terminal) {
    shown.change(
        state ->
            state
                .doing(Optional.empty())
                .with(state.progress().did(said, Map.of("terminal", terminal))));
    load();
  }

  private interface Command<R> {
    CompletableFuture<R> send();
  }

  /** One at a time: a key that is pressed twice does it once. */
  private <R> void send(Command<R> command, Consumer<R> done) {
    if (state().progress().sending()) {
      return;
    }
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(command.send(), done, this::refused);
  }
}

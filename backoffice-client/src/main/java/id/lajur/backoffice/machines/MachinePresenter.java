package id.lajur.backoffice.machines;

import id.lajur.backoffice.form.ListPresenter;
import id.lajur.backoffice.form.Nothing;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Gives machines their places in the shop, and takes them away. */
final class MachinePresenter extends ListPresenter<Machine, MachinePresenter.Task, Nothing> {
  private static final Set<Task> KEPT = Set.of(Task.CREATE, Task.RENAME);

  private final MachineActions actions;
  private Optional<EnrolmentCode> made = Optional.empty();

  /** What can be done about a machine; a code that was made is looked at. */
  enum Task {
    CREATE,
    RENAME,
    REPLACE,
    REVOKE,
    CODE
  }

  MachinePresenter(MachineActions actions, Executor ui) {
    super(Nothing.BESIDE, Set.of(Task.CREATE), ui);
    this.actions = actions;
  }

  @Override
  protected CompletableFuture<Read<Machine, Nothing>> read() {
    return actions.machines().thenApply(rows -> new Read<>(rows, Nothing.BESIDE));
  }

  /** The others do something to the machine. */
  @Override
  protected boolean keeps(Task task) {
    return KEPT.contains(task);
  }

  /** The code that was made last, until anything else is looked at. */
  Optional<EnrolmentCode> code() {
    return made.filter(unused -> state().task().equals(Optional.of(Task.CODE)));
  }

  void create() {
    begin(Task.CREATE);
  }

  void rename() {
    beginAboutMarked(Task.RENAME);
  }

  /** A code for a free place at once; for one that is taken it is asked first. */
  void makeCode() {
    state()
        .marked()
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
    state().marked().ifPresent(machine -> makeCode(machine, true));
  }

  private void makeCode(Machine machine, boolean replaces) {
    sendAndLook(
        () -> actions.code(machine.code(), replaces),
        code -> {
          made = Optional.of(code);
          return Task.CODE;
        });
  }

  void revoke() {
    if (state().marked().filter(Machine::enrolled).isPresent()) {
      begin(Task.REVOKE);
    }
  }

  void saveNew(String typedCode, String name, boolean lane) {
    String code = typedCode.strip().toUpperCase(Locale.ROOT);
    send(
        () -> actions.create(code, name, lane),
        done -> new Done(Optional.of(code), "said.created", code));
  }

  void saveName(String name) {
    state()
        .marked()
        .ifPresent(
            machine -> send(() -> actions.rename(machine.code(), name), "said.renamed", machine));
  }

  /**
   * Takes the place away.
   *
   * @param reason for the journal
   */
  void saveRevoked(String reason) {
    state()
        .marked()
        .ifPresent(
            machine -> send(() -> actions.revoke(machine.code(), reason), "said.revoked", machine));
  }

  private void send(Supplier<CompletableFuture<Void>> command, String said, Machine machine) {
    send(command, done -> new Done(Optional.empty(), said, machine.code()));
  }
}

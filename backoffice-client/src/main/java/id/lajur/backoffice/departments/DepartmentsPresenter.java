package id.lajur.backoffice.departments;

import id.lajur.backoffice.departments.DepartmentsState.Task;
import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The shop's departments: made, and given another name. */
final class DepartmentsPresenter {
  private final DepartmentActions actions;
  private final Shown<DepartmentsState> shown;
  private final Unsaved unsaved = new Unsaved();

  /** What stands in the fields; the tax class by its code. */
  record Typed(String code, String name, String taxClass) {}

  DepartmentsPresenter(DepartmentActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(DepartmentsState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  DepartmentsState state() {
    return shown.now();
  }

  void in(Consumer<DepartmentsState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.departments(),
        read -> shown.change(state -> state.with(read).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Another is marked; what was begun about the one before is given up. */
  void choose(Optional<Department> department) {
    Optional<String> code = department.map(Department::code);
    if (!code.equals(state().chosen()) && state().task().filter(Task.CREATE::equals).isEmpty()) {
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
    if (state().department().isPresent()) {
      begin(Task.RENAME);
    }
  }

  private void begin(Task task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(task));
    }
  }

  private void open(Task task) {
    if (!state().progress().sending()) {
      shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
    }
  }

  void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  void giveUp() {
    if (!state().progress().sending()) {
      shown.change(state -> state.doing(Optional.empty()).with(state.progress().quiet()));
    }
  }

  /** Keeps what was typed. */
  void save(Typed typed) {
    Optional<Task> task = state().task();
    if (state().progress().sending() || task.isEmpty()) {
      return;
    }
    var department = new Department(typed.code().strip(), typed.name().strip());
    if (department.code().isEmpty() || department.name().isEmpty()) {
      String wrong = department.code().isEmpty() ? "wrong.code" : "wrong.name";
      shown.change(state -> state.with(state.progress().wrong(wrong)));
      return;
    }
    shown.change(state -> state.with(state.progress().sends()));
    CompletableFuture<Department> kept =
        task.get() == Task.CREATE
            ? actions.create(department, typed.taxClass())
            : actions.rename(department);
    shown.after(
        kept,
        done -> {
          shown.change(
              state ->
                  state
                      .choosing(Optional.of(done.code()))
                      .doing(Optional.empty())
                      .with(state.progress().did("said.kept", Map.of("name", done.name()))));
          load();
        },
        this::refused);
  }
}

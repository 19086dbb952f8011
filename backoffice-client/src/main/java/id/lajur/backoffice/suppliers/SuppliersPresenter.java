package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.backoffice.suppliers.SuppliersState.Task;
import id.lajur.kit.connection.ServerRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The shop's suppliers: who they are, and on what terms they deliver. */
final class SuppliersPresenter {
  private static final int NEW = 0;
  private static final int MOST_FIGURES = 9; // fits an int; the store has the last word

  private final SupplierActions actions;
  private final boolean mayWrite;
  private final Shown<SuppliersState> shown;
  private final Unsaved unsaved = new Unsaved();

  /** What stands in the fields. */
  record Typed(
      String code,
      String name,
      String address,
      String taxNumber,
      String termsDays,
      boolean chargesTax) {}

  /**
   * @param mayWrite whether whoever is signed on may change suppliers
   */
  SuppliersPresenter(SupplierActions actions, boolean mayWrite, Executor ui) {
    this.actions = actions;
    this.mayWrite = mayWrite;
    this.shown = new Shown<>(SuppliersState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  SuppliersState state() {
    return shown.now();
  }

  boolean mayWrite() {
    return mayWrite;
  }

  void in(Consumer<SuppliersState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.suppliers(),
        read -> shown.change(state -> state.with(read).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Another is marked; what was begun about the one before is given up. */
  void choose(Optional<Supplier> supplier) {
    Optional<String> code = supplier.map(Supplier::code);
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

  void edit() {
    if (state().supplier().isPresent()) {
      begin(Task.EDIT);
    }
  }

  private void begin(Task task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(task));
    }
  }

  private void open(Task task) {
    if (mayWrite && !state().progress().sending()) {
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

  /**
   * Keeps what was typed.
   *
   * @param read the supplier whose fields these were; empty = a new one
   */
  void save(Optional<Supplier> read, Typed typed) {
    if (state().progress().sending() || state().task().isEmpty()) {
      return;
    }
    Optional<String> wrong = wrong(typed);
    if (wrong.isPresent()) {
      shown.change(state -> state.with(state.progress().wrong(wrong.get())));
      return;
    }
    var supplier =
        new Supplier(
            read.map(Supplier::code).orElse(typed.code().strip()),
            typed.name().strip(),
            typed.address().strip(),
            typed.taxNumber().strip(),
            days(typed),
            typed.chargesTax(),
            read.map(Supplier::version).orElse((long) NEW));
    shown.change(state -> state.with(state.progress().sends()));
    CompletableFuture<Supplier> kept =
        read.isPresent() ? actions.update(supplier) : actions.create(supplier);
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

  private static Optional<String> wrong(Typed typed) {
    if (typed.code().isBlank()) {
      return Optional.of("wrong.code");
    }
    if (typed.name().isBlank()) {
      return Optional.of("wrong.name");
    }
    String days = typed.termsDays().strip();
    return days.isEmpty() || days.matches("[0-9]{1," + MOST_FIGURES + "}")
        ? Optional.empty()
        : Optional.of("wrong.terms");
  }

  /** An empty field is cash on delivery. */
  private static int days(Typed typed) {
    String days = typed.termsDays().strip();
    return days.isEmpty() ? 0 : Integer.parseInt(days);
  }
}

package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.ListPresenter;
import id.lajur.backoffice.form.Nothing;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The shop's suppliers: who they are, and on what terms they deliver. */
final class SuppliersPresenter extends ListPresenter<Supplier, SuppliersPresenter.Task, Nothing> {
  private static final long NEW = 0;
  private static final int MOST_FIGURES = 9; // fits an int; the store has the last word

  private final SupplierActions actions;
  private final boolean mayWrite;

  /** What can be done about a supplier. */
  enum Task {
    CREATE,
    EDIT
  }

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
    super(Nothing.BESIDE, Set.of(Task.CREATE), ui);
    this.actions = actions;
    this.mayWrite = mayWrite;
  }

  boolean mayWrite() {
    return mayWrite;
  }

  @Override
  protected CompletableFuture<Read<Supplier, Nothing>> read() {
    return actions.suppliers().thenApply(rows -> new Read<>(rows, Nothing.BESIDE));
  }

  void create() {
    if (mayWrite) {
      begin(Task.CREATE);
    }
  }

  void edit() {
    if (mayWrite) {
      beginAboutMarked(Task.EDIT);
    }
  }

  /**
   * Keeps what was typed.
   *
   * @param read the supplier whose fields these were; empty = a new one
   */
  void save(Optional<Supplier> read, Typed typed) {
    if (!isAsked()) {
      return;
    }
    Optional<String> wrong = wrong(typed);
    if (wrong.isPresent()) {
      wrong(wrong.get());
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
            read.map(Supplier::version).orElse(NEW));
    send(
        () -> read.isPresent() ? actions.update(supplier) : actions.create(supplier),
        kept -> new Done(Optional.of(kept.key()), "said.kept", kept.name()));
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

package id.lajur.backoffice.departments;

import id.lajur.backoffice.form.ListPresenter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The shop's departments: made, and given another name. Beside them stand the tax classes. */
final class DepartmentsPresenter
    extends ListPresenter<Department, DepartmentsPresenter.Task, List<TaxClass>> {
  private final DepartmentActions actions;

  /** What can be done about a department. */
  enum Task {
    CREATE,
    RENAME
  }

  /** What stands in the fields; the tax class by its code. */
  record Typed(String code, String name, String taxClass) {}

  DepartmentsPresenter(DepartmentActions actions, Executor ui) {
    super(List.of(), Set.of(Task.CREATE), ui);
    this.actions = actions;
  }

  @Override
  protected CompletableFuture<Read<Department, List<TaxClass>>> read() {
    return actions
        .departments()
        .thenApply(read -> new Read<>(read.departments(), read.taxClasses()));
  }

  void create() {
    begin(Task.CREATE);
  }

  void rename() {
    beginAboutMarked(Task.RENAME);
  }

  /** Keeps what was typed. */
  void save(Typed typed) {
    if (!isAsked()) {
      return;
    }
    var department = new Department(typed.code().strip(), typed.name().strip());
    if (department.code().isEmpty() || department.name().isEmpty()) {
      wrong(department.code().isEmpty() ? "wrong.code" : "wrong.name");
      return;
    }
    boolean isNew = state().task().equals(Optional.of(Task.CREATE));
    send(
        () -> isNew ? actions.create(department, typed.taxClass()) : actions.rename(department),
        kept -> new Done(Optional.of(kept.key()), "said.kept", kept.name()));
  }
}

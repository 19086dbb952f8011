package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The shop's suppliers, and what is being done about one of them.
 *
 * @param chosen code of the one that is marked
 * @param task what the side panel asks for; empty: it tells of the one that is marked
 */
record SuppliersState(
    List<Supplier> suppliers, Optional<String> chosen, Optional<Task> task, Progress progress) {
  static final SuppliersState FIRST =
      new SuppliersState(List.of(), Optional.empty(), Optional.empty(), Progress.NONE);

  SuppliersState {
    suppliers = List.copyOf(suppliers);
  }

  /** What can be done about a supplier. */
  enum Task {
    CREATE,
    EDIT
  }

  Optional<Supplier> supplier() {
    return chosen.flatMap(
        code -> suppliers.stream().filter(one -> one.code().equals(code)).findFirst());
  }

  SuppliersState with(List<Supplier> read) {
    return new SuppliersState(read, chosen, task, progress);
  }

  SuppliersState choosing(Optional<String> code) {
    return new SuppliersState(suppliers, code, task, progress);
  }

  SuppliersState doing(Optional<Task> newTask) {
    return new SuppliersState(suppliers, chosen, newTask, progress);
  }

  SuppliersState with(Progress newProgress) {
    return new SuppliersState(suppliers, chosen, task, newProgress);
  }
}

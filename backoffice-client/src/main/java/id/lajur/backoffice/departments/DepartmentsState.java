package id.lajur.backoffice.departments;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The shop's departments, and what is being done about one of them.
 *
 * @param chosen code of the one that is marked
 * @param task what the side panel asks for; empty: it tells of the one that is marked
 */
record DepartmentsState(
    List<Department> departments,
    List<TaxClass> taxClasses,
    Optional<String> chosen,
    Optional<Task> task,
    Progress progress) {
  static final DepartmentsState FIRST =
      new DepartmentsState(List.of(), List.of(), Optional.empty(), Optional.empty(), Progress.NONE);

  DepartmentsState {
    departments = List.copyOf(departments);
    taxClasses = List.copyOf(taxClasses);
  }

  /** What can be done about a department. */
  enum Task {
    CREATE,
    RENAME
  }

  Optional<Department> department() {
    return chosen.flatMap(
        code -> departments.stream().filter(one -> one.code().equals(code)).findFirst());
  }

  DepartmentsState with(DepartmentActions.Read read) {
    return new DepartmentsState(read.departments(), read.taxClasses(), chosen, task, progress);
  }

  DepartmentsState choosing(Optional<String> code) {
    return new DepartmentsState(departments, taxClasses, code, task, progress);
  }

  DepartmentsState doing(Optional<Task> newTask) {
    return new DepartmentsState(departments, taxClasses, chosen, newTask, progress);
  }

  DepartmentsState with(Progress newProgress) {
    return new DepartmentsState(departments, taxClasses, chosen, task, newProgress);
  }
}

package id.lajur.backoffice.departments;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the screen of departments needs of the store; each fails with a ServerRefusal. */
interface DepartmentActions {
  /** Departments by name, and the tax classes in the order of the store. */
  record Read(List<Department> departments, List<TaxClass> taxClasses) {
    public Read {
      departments = List.copyOf(departments);
      taxClasses = List.copyOf(taxClasses);
    }
  }

  CompletableFuture<Read> departments();

  /**
   * Gives it as the store has kept it.
   *
   * @param taxClass code; of amounts that a lane enters in it
   */
  CompletableFuture<Department> create(Department department, String taxClass);

  /** Gives the one of this code another name. */
  CompletableFuture<Department> rename(Department department);
}

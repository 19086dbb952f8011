package id.lajur.backoffice.departments;

import id.lajur.kit.connection.ServerRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop's departments, and what was asked to become of them. */
final class FakeDepartments implements DepartmentActions {
  final List<Department> kept =
      new ArrayList<>(
          List.of(
              new Department("MINUM", "Minuman"),
              new Department("ROTI", "Roti & kue"),
              new Department("SUSU", "Susu dan olahannya")));
  final List<String> asked = new ArrayList<>();
  @Nullable ServerRefusal no;
  @Nullable CompletableFuture<Department> slow;

  @Override
  public CompletableFuture<Read> departments() {
    return CompletableFuture.completedFuture(
        new Read(
            kept.stream().sorted(Comparator.comparing(Department::name)).toList(),
            List.of(new TaxClass("BIASA", "PPN"), new TaxClass("BEBAS", "Bebas PPN"))));
  }

  @Override
  public CompletableFuture<Department> create(Department department, String taxClass) {
    return answered("create " + taxClass, department);
  }

  @Override
  public CompletableFuture<Department> rename(Department department) {
    return answered("rename", department);
  }

  private CompletableFuture<Department> answered(String act, Department sent) {
    asked.add(act + " " + sent.code() + " " + sent.name());
    if (slow != null) {
      return slow;
    }
    if (no != null) {
      return CompletableFuture.failedFuture(no);
    }
    kept.removeIf(one -> one.code().equals(sent.code()));
    kept.add(sent);
    return CompletableFuture.completedFuture(sent);
  }
}

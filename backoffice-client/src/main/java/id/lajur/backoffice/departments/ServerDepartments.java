package id.lajur.backoffice.departments;

import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CreateDepartmentRequest;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.ListDepartmentsResponse;
import id.lajur.catalog.v1.RenameDepartmentRequest;
import id.lajur.kit.connection.StoreConnection;
import java.util.concurrent.CompletableFuture;

/** The acts of the screen of departments, done by the store's server. */
final class ServerDepartments implements DepartmentActions {
  private final Desk desk;
  private final CatalogServiceGrpc.CatalogServiceBlockingStub stub;

  ServerDepartments(Desk desk) {
    this.desk = desk;
    this.stub = CatalogServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Read> departments() {
    return desk.ask(() -> read(stub.listDepartments(ListDepartmentsRequest.getDefaultInstance())));
  }

  private static Read read(ListDepartmentsResponse answer) {
    return new Read(
        answer.getDepartmentsList().stream().map(ServerDepartments::department).toList(),
        answer.getTaxClassesList().stream()
            .map(one -> new TaxClass(one.getCode(), one.getName()))
            .toList());
  }

  @Override
  public CompletableFuture<Department> create(Department department, String taxClass) {
    var request =
        CreateDepartmentRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDepartment(message(department))
            .setTaxClass(taxClass)
            .build();
    return desk.command(() -> stub.createDepartment(request))
        .thenApply(kept -> department(kept.getDepartment()));
  }

  @Override
  public CompletableFuture<Department> rename(Department department) {
    var request =
        RenameDepartmentRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDepartment(message(department))
            .build();
    return desk.command(() -> stub.renameDepartment(request))
        .thenApply(kept -> department(kept.getDepartment()));
  }

  private static Department department(id.lajur.catalog.v1.Department one) {
    return new Department(one.getCode(), one.getName());
  }

  private static id.lajur.catalog.v1.Department message(Department one) {
    return id.lajur.catalog.v1.Department.newBuilder()
        .setCode(one.code())
        .setName(one.name())
        .build();
  }
}

package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.purchasing.v1.CreateSupplierRequest;
import id.lajur.purchasing.v1.ListSuppliersRequest;
import id.lajur.purchasing.v1.ListSuppliersResponse;
import id.lajur.purchasing.v1.SupplierServiceGrpc;
import id.lajur.purchasing.v1.UpdateSupplierRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The acts of the screen of suppliers, done by the store's server. */
final class ServerSuppliers implements SupplierActions {
  private static final int PAGE = 500;

  private final Desk desk;
  private final SupplierServiceGrpc.SupplierServiceBlockingStub stub;

  ServerSuppliers(Desk desk) {
    this.desk = desk;
    this.stub = SupplierServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<List<Supplier>> suppliers() {
    return desk.ask(
        () -> {
          List<Supplier> all = new ArrayList<>();
          String page = "";
          do {
            ListSuppliersResponse answer =
                stub.listSuppliers(
                    ListSuppliersRequest.newBuilder().setPageSize(PAGE).setPageToken(page).build());
            answer.getSuppliersList().forEach(one -> all.add(supplier(one)));
            page = answer.getNextPageToken();
          } while (!page.isEmpty());
          return all;
        });
  }

  @Override
  public CompletableFuture<Supplier> create(Supplier supplier) {
    var request =
        CreateSupplierRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupplier(message(supplier))
            .build();
    return desk.command(() -> stub.createSupplier(request))
        .thenApply(kept -> supplier(kept.getSupplier()));
  }

  @Override
  public CompletableFuture<Supplier> update(Supplier supplier) {
    var request =
        UpdateSupplierRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupplier(message(supplier))
            .build();
    return desk.command(() -> stub.updateSupplier(request))
        .thenApply(kept -> supplier(kept.getSupplier()));
  }

  private static Supplier supplier(id.lajur.purchasing.v1.Supplier one) {
    return new Supplier(
        one.getCode(),
        one.getName(),
        one.getAddress(),
        one.getTaxNumber(),
        one.getTermsDays(),
        one.getChargesTax(),
        one.getVersion());
  }

  private static id.lajur.purchasing.v1.Supplier message(Supplier one) {
    return id.lajur.purchasing.v1.Supplier.newBuilder()
        .setCode(one.code())
        .setName(one.name())
        .setAddress(one.address())
        .setTaxNumber(one.taxNumber())
        .setTermsDays(one.termsDays())
        .setChargesTax(one.chargesTax())
        .setVersion(one.version())
        .build();
  }
}

package id.lajur.server.purchasing;

import id.lajur.purchasing.v1.CreateSupplierRequest;
import id.lajur.purchasing.v1.CreateSupplierResponse;
import id.lajur.purchasing.v1.ListSuppliersRequest;
import id.lajur.purchasing.v1.ListSuppliersResponse;
import id.lajur.purchasing.v1.SupplierServiceGrpc;
import id.lajur.purchasing.v1.UpdateSupplierRequest;
import id.lajur.purchasing.v1.UpdateSupplierResponse;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Adapter of suppliers. */
public final class SupplierService extends SupplierServiceGrpc.SupplierServiceImplBase {
  private final Calls calls;
  private final Suppliers suppliers;

  public SupplierService(Calls calls, Suppliers suppliers) {
    this.calls = calls;
    this.suppliers = suppliers;
  }

  @Override
  public void listSuppliers(
      ListSuppliersRequest request, StreamObserver<ListSuppliersResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Suppliers.Page page =
              suppliers.list(
                  caller.storeId(),
                  Texts.plain(request.getQuery()),
                  request.getPageSize(),
                  Texts.plain(request.getPageToken()));
          return ListSuppliersResponse.newBuilder()
              .addAllSuppliers(page.suppliers().stream().map(SupplierService::message).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void createSupplier(
      CreateSupplierRequest request, StreamObserver<CreateSupplierResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CreateSupplierResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                suppliers.create(
                    acting.command(),
                    supplier(request.getSupplier()),
                    kept ->
                        CreateSupplierResponse.newBuilder()
                            .setSupplier(message(kept))
                            .build()
                            .toByteArray())));
  }

  @Override
  public void updateSupplier(
      UpdateSupplierRequest request, StreamObserver<UpdateSupplierResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        UpdateSupplierResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                suppliers.update(
                    acting.command(),
                    supplier(request.getSupplier()),
                    kept ->
                        UpdateSupplierResponse.newBuilder()
                            .setSupplier(message(kept))
                            .build()
                            .toByteArray())));
  }

  private static Supplier supplier(id.lajur.purchasing.v1.Supplier message) {
    return new Supplier(
        0,
        Texts.code(message.getCode()),
        Texts.plain(message.getName()),
        Texts.plain(message.getAddress()),
        Texts.plain(message.getTaxNumber()),
        message.getTermsDays(),
        message.getChargesTax(),
        message.getVersion());
  }

  private static id.lajur.purchasing.v1.Supplier message(Supplier supplier) {
    return id.lajur.purchasing.v1.Supplier.newBuilder()
        .setCode(supplier.code())
        .setName(supplier.name())
        .setAddress(supplier.address())
        .setTaxNumber(supplier.taxNumber())
        .setTermsDays(supplier.termsDays())
        .setChargesTax(supplier.chargesTax())
        .setVersion(supplier.version())
        .build();
  }
}

package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.stock.v1.AddFigureRequest;
import id.lajur.stock.v1.CancelCountRequest;
import id.lajur.stock.v1.Count;
import id.lajur.stock.v1.CountLine;
import id.lajur.stock.v1.CountServiceGrpc;
import id.lajur.stock.v1.FigureKind;
import id.lajur.stock.v1.GetCountRequest;
import id.lajur.stock.v1.ListCountsRequest;
import id.lajur.stock.v1.OpenCountRequest;
import id.lajur.stock.v1.OpenCountResponse;
import id.lajur.stock.v1.PostCountRequest;
import id.lajur.stock.v1.PostCountResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Counting, done by the store's server. */
final class ServerCounts implements CountActions {
  private static final int PAGE = 200;

  private final Desk desk;
  private final CountServiceGrpc.CountServiceBlockingStub counts;
  private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog;

  ServerCounts(Desk desk) {
    this.desk = desk;
    this.counts = CountServiceGrpc.newBlockingStub(desk.connection().channel());
    this.catalog = CatalogServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Page<Counts.Head>> counts(String token) {
    var request = ListCountsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
    return desk.ask(() -> counts.listCounts(request))
        .thenApply(
            found ->
                new Page<>(
                    found.getCountsList().stream().map(ServerCounts::head).toList(),
                    found.getNextPageToken()));
  }

  @Override
  public CompletableFuture<List<Counts.Department>> departments() {
    return desk.ask(
        () ->
            catalog
                .listDepartments(ListDepartmentsRequest.getDefaultInstance())
                .getDepartmentsList()
                .stream()
                .map(one -> new Counts.Department(one.getCode(), one.getName()))
                .toList());
  }

  @Override
  public CompletableFuture<Counts.Sheet> count(String id) {
    var request = GetCountRequest.newBuilder().setCountId(id).build();
    return desk.ask(() -> counts.getCount(request))
        .thenApply(
            found ->
                new Counts.Sheet(
                    head(found.getCount()),
                    found.getLinesList().stream().map(ServerCounts::line).toList()));
  }

  @Override
  public CompletableFuture<String> begin(String name, String department) {
    var request =
        OpenCountRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setName(name)
            .setDepartment(department)
            .build();
    return desk.command(() -> counts.openCount(request)).thenApply(OpenCountResponse::getCountId);
  }

  @Override
  public CompletableFuture<Counts.Line> figure(String id, Typed typed) {
    var request =
        AddFigureRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCountId(id)
            .setCode(typed.code())
            .setQuantityMilli(typed.quantityMilli())
            .setKind(typed.adds() ? FigureKind.FIGURE_KIND_ADD : FigureKind.FIGURE_KIND_UNSPECIFIED)
            .build();
    return desk.command(() -> counts.addFigure(request))
        .thenApply(figure -> line(figure.getLine()));
  }

  @Override
  public CompletableFuture<Integer> post(String id) {
    var request =
        PostCountRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCountId(id)
            .build();
    return desk.command(() -> counts.postCount(request))
        .thenApply(PostCountResponse::getDifferenceCount);
  }

  @Override
  public CompletableFuture<Void> cancel(String id) {
    var request =
        CancelCountRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCountId(id)
            .build();
    return desk.command(() -> counts.cancelCount(request)).thenAccept(cancelled -> {});
  }

  private static Counts.Head head(Count count) {
    return new Counts.Head(
        count.getCountId(),
        count.getName(),
        switch (count.getState()) {
          case COUNT_STATE_POSTING -> Counts.State.POSTING;
          case COUNT_STATE_POSTED -> Counts.State.POSTED;
          case COUNT_STATE_CANCELLED -> Counts.State.CANCELLED;
          default -> Counts.State.OPEN;
        },
        Instant.ofEpochMilli(count.getOpenedAtMs()),
        count.getOpenedBy(),
        count.getItemCount(),
        count.getCountedCount());
  }

  private static Counts.Line line(CountLine line) {
    return new Counts.Line(
        line.getItemCode(),
        line.getName(),
        line.getBaseUnit(),
        line.hasCountedMilli() ? line.getCountedMilli() : null,
        line.hasCountedMilli() ? Instant.ofEpochMilli(line.getCountedAtMs()) : null,
        line.getCountedBy(),
        line.getFigureCount(),
        line.hasBookMilli() ? line.getBookMilli() : null,
        line.hasDifferenceMilli() ? line.getDifferenceMilli() : null);
  }
}

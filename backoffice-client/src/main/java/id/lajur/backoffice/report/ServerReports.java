package id.lajur.backoffice.report;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.report.v1.GetTrialBalanceRequest;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockRequest;
import id.lajur.report.v1.ListStockResponse;
import id.lajur.report.v1.ListTaxesRequest;
import id.lajur.report.v1.ListTendersRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.report.v1.SalesBy;
import id.lajur.report.v1.StockBy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads reports from the store's server, page by page. */
final class ServerReports implements ReportActions {
  private static final int PAGE = 5_000;
  private static final long LONGEST_S = 60; // a year of a busy shop by item

  private final Desk desk;

  ServerReports(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CompletableFuture<ReportTable> read(ReportQuery query) {
    return desk.ask(() -> table(query));
  }

  private ReportTable table(ReportQuery query) {
    return switch (query.kind()) {
      case TENDERS ->
          ReportTables.tenders(stub().listTenders(tenders(query)), desk.clock().instant());
      case TAXES -> ReportTables.taxes(stub().listTaxes(taxes(query)), desk.clock().instant());
      case STOCK_ITEM, STOCK_DEPARTMENT -> stock(query);
      case TRIAL_BALANCE ->
          ReportTables.trialBalance(
              stub()
                  .getTrialBalance(
                      GetTrialBalanceRequest.newBuilder()
                          .setFromDate(query.from().toString())
                          .setToDate(query.to().toString())
                          .build()));
      default -> sales(query);
    };
  }

  private ReportTable sales(ReportQuery query) {
    ListSalesRequest.Builder request = request(query, by(query.kind()));
    ListSalesResponse page = stub().listSales(request.build());
    ListSalesResponse.Builder whole = page.toBuilder();
    while (!page.getNextPageToken().isEmpty()) {
      page = stub().listSales(request.setPageToken(page.getNextPageToken()).build());
      whole.addAllRows(page.getRowsList());
    }
    return ReportTables.sales(query.kind(), whole.build());
  }

  private static ListSalesRequest.Builder request(ReportQuery query, SalesBy by) {
    return ListSalesRequest.newBuilder()
        .setFromDate(query.from().toString())
        .setToDate(query.to().toString())
        .setBy(by)
        .setTerminal(query.terminal())
        .setDepartment(query.department())
        .setItemCode(query.item())
        .setPageSize(PAGE);
  }

  private static SalesBy by(ReportKind kind) {
    return switch (kind) {
      case SALES_HOUR -> SalesBy.SALES_BY_HOUR;
      case SALES_DEPARTMENT -> SalesBy.SALES_BY_DEPARTMENT;
      case SALES_ITEM -> SalesBy.SALES_BY_ITEM;
      case SALES_OPERATOR -> SalesBy.SALES_BY_OPERATOR;
      case SALES_TERMINAL -> SalesBy.SALES_BY_TERMINAL;
      case SALES_MEMBER -> SalesBy.SALES_BY_MEMBER;
      default -> SalesBy.SALES_BY_DAY;
    };
  }

  private ReportTable stock(ReportQuery query) {
    ListStockRequest.Builder request =
        ListStockRequest.newBuilder()
            .setAsOfDate(query.asOfNow() ? "" : query.to().toString())
            .setBy(
                query.kind() == ReportKind.STOCK_ITEM
                    ? StockBy.STOCK_BY_ITEM
                    : StockBy.STOCK_BY_DEPARTMENT)
            .setDepartment(query.department())
            .setPageSize(PAGE);
    ListStockResponse page = stub().listStock(request.build());
    ListStockResponse.Builder whole = page.toBuilder();
    while (!page.getNextPageToken().isEmpty()) {
      page = stub().listStock(request.setPageToken(page.getNextPageToken()).build());
      whole.addAllRows(page.getRowsList());
    }
    return ReportTables.stock(query.kind(), whole.build());
  }

  private static ListTendersRequest tenders(ReportQuery query) {
    return ListTendersRequest.newBuilder()
        .setFromDate(query.from().toString())
        .setToDate(query.to().toString())
        .setTerminal(query.terminal())
        .build();
  }

  private static ListTaxesRequest taxes(ReportQuery query) {
    return ListTaxesRequest.newBuilder()
        .setFromDate(query.from().toString())
        .setToDate(query.to().toString())
        .setTerminal(query.terminal())
        .build();
  }

  @Override
  public CompletableFuture<Choices> choices(ReportQuery query) {
    return desk.ask(
        () ->
            query.kind().isStock()
                ? new Choices(List.of(), departments())
                : new Choices(
                    sold(query, SalesBy.SALES_BY_TERMINAL),
                    sold(query, SalesBy.SALES_BY_DEPARTMENT)));
  }

  private List<Choice> sold(ReportQuery query, SalesBy by) {
    ListSalesRequest request =
        request(query, by).setTerminal("").setDepartment("").setItemCode("").build();
    return stub().listSales(request).getRowsList().stream()
        .map(row -> new Choice(row.getCode(), row.getName()))
        .toList();
  }

  private List<Choice> departments() {
    ListStockRequest request =
        ListStockRequest.newBuilder().setBy(StockBy.STOCK_BY_DEPARTMENT).setPageSize(PAGE).build();
    return stub().listStock(request).getRowsList().stream()
        .map(row -> new Choice(row.getCode(), row.getName()))
        .toList();
  }

  @Override
  public CompletableFuture<Path> save(
      FileKind kind, TabularDocument document, Formats formats, Path file) {
    return desk.write(
        stopped -> {
          kind.save(document.until(stopped), formats, file);
          return file;
        });
  }

  private ReportServiceGrpc.ReportServiceBlockingStub stub() {
    return ReportServiceGrpc.newBlockingStub(desk.connection().channel())
        .withDeadlineAfter(LONGEST_S, TimeUnit.SECONDS);
  }
}

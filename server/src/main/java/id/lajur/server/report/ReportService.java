package id.lajur.server.report;

import id.lajur.report.v1.GetTrialBalanceRequest;
import id.lajur.report.v1.GetTrialBalanceResponse;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockRequest;
import id.lajur.report.v1.ListStockResponse;
import id.lajur.report.v1.ListTaxesRequest;
import id.lajur.report.v1.ListTaxesResponse;
import id.lajur.report.v1.ListTendersRequest;
import id.lajur.report.v1.ListTendersResponse;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.report.v1.StockBy;
import id.lajur.server.people.StoreZone;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Permissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Adapter of the reports. */
public final class ReportService extends ReportServiceGrpc.ReportServiceImplBase {
  private final Calls calls;
  private final Jdbi jdbi;
  private final Clock clock;
  private final SalesReport sales;
  private final StockReport stock;
  private final KeptPages<ReadAt<SalesReport.Sales>> salesPages = new KeptPages<>();
  private final KeptPages<ReadAt<StockReport.Stock>> stockPages = new KeptPages<>();

  /** A report and the moment at which it was read. */
  record ReadAt<R>(R report, Instant moment) {}

  /**
   * @param zone of the store, whose hours the day has
   */
  public ReportService(Calls calls, Jdbi jdbi, Clock clock, StoreZone zone, SalesSums sums) {
    this.calls = calls;
    this.jdbi = jdbi;
    this.clock = clock;
    this.sales = new SalesReport(jdbi, zone, sums);
    this.stock = new StockReport(jdbi);
  }

  @Override
  public void listSales(ListSalesRequest request, StreamObserver<ListSalesResponse> observer) {
    calls.look(
        observer,
        caller -> {
          SalesBy by = ReportMessages.by(request.getBy());
          if (by == SalesBy.MEMBER && !caller.operatorOrThrow().may(Permissions.MEMBER_MANAGE)) {
            throw new Refusal(Reason.PERMISSION_MISSING)
                .with("permission", Permissions.MEMBER_MANAGE);
          }
          return ReportMessages.sales(
              salesPages.page(
                  request.getPageSize(),
                  Texts.plain(request.getPageToken()),
                  () ->
                      now(
                          sales.sales(
                              caller.storeId(),
                              by,
                              new SalesReport.Asked(
                                  Period.of(request.getFromDate(), request.getToDate()),
                                  Texts.plain(request.getTerminal()),
                                  Texts.plain(request.getDepartment()),
                                  Texts.plain(request.getItemCode())))),
                  one -> one.report().rows().size()));
        });
  }

  @Override
  public void listTenders(
      ListTendersRequest request, StreamObserver<ListTendersResponse> observer) {
    calls.look(
        observer,
        caller ->
            ReportMessages.tenders(
                sales.tenders(
                    caller.storeId(),
                    Period.of(request.getFromDate(), request.getToDate()),
                    Texts.plain(request.getTerminal()))));
  }

  @Override
  public void listTaxes(ListTaxesRequest request, StreamObserver<ListTaxesResponse> observer) {
    calls.look(
        observer,
        caller ->
            ReportMessages.taxes(
                sales.taxes(
                    caller.storeId(),
                    Period.of(request.getFromDate(), request.getToDate()),
                    Texts.plain(request.getTerminal()))));
  }

  @Override
  public void listStock(ListStockRequest request, StreamObserver<ListStockResponse> observer) {
    calls.look(
        observer,
        caller ->
            ReportMessages.stock(
                stockPages.page(
                    request.getPageSize(),
                    Texts.plain(request.getPageToken()),
                    () ->
                        now(
                            stock.stock(
                                caller.storeId(),
                                request.getAsOfDate().isEmpty()
                                    ? null
                                    : Period.date(request.getAsOfDate()),
                                request.getBy() == StockBy.STOCK_BY_DEPARTMENT,
                                Texts.plain(request.getDepartment()))),
                    one -> one.report().rows().size())));
  }

  @Override
  public void getTrialBalance(
      GetTrialBalanceRequest request, StreamObserver<GetTrialBalanceResponse> observer) {
    calls.look(
        observer,
        caller ->
            ReportMessages.trialBalance(
                TrialBalance.of(
                    jdbi, caller.storeId(), Period.of(request.getFromDate(), request.getToDate())),
                clock.instant()));
  }

  private <R> ReadAt<R> now(R report) {
    return new ReadAt<>(report, clock.instant());
  }
}

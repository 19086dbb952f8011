package id.lajur.installer.bench;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.report.v1.GetTrialBalanceRequest;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ListStockRequest;
import id.lajur.report.v1.ListTaxesRequest;
import id.lajur.report.v1.ListTendersRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.report.v1.SalesBy;
import id.lajur.report.v1.StockBy;
import io.grpc.Context;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Each report over a period that holds all that a store has sold, as a desk asks for it. */
final class ReportBench {
  private static final int TIMES = 3;
  private static final int PAGE = 1_000;
  private static final int MOST_MINUTES = 30;
  private static final int MEMBERS = 5_000;
  private static final long LOOK_MS = 100;

  private final BenchStore store;
  private final int lines;
  private final Steps steps;

  /**
   * @param lines that are sold by hand before
   */
  ReportBench(BenchStore store, int lines, Steps steps) {
    this.store = store;
    this.lines = lines;
    this.steps = steps;
  }

  /**
   * From question to answer, its first page.
   *
   * @param firstMs when nobody has asked before
   * @param againMs the middle of three times after it
   */
  record Asked(String report, double firstMs, double againMs) {}

  /**
   * All of them.
   *
   * @param summedMs until the server had summed all lines, which it does beside the selling
   */
  record Result(int lines, double summedMs, List<Asked> reports) {
    private static final double AIM_MS = 2_000;

    String toText() {
      StringBuilder text =
          new StringBuilder(
              "%,d sale lines, summed within %.0f ms of the last%n".formatted(lines, summedMs));
      for (Asked one : reports) {
        text.append(
            "%-26s first %8.0f ms, again %8.0f ms, aim %.0f ms, %s%n"
                .formatted(
                    one.report(),
                    one.firstMs(),
                    one.againMs(),
                    AIM_MS,
                    Math.max(one.firstMs(), one.againMs()) <= AIM_MS ? "reached" : "missed"));
      }
      return text.toString();
    }
  }

  private interface Question {
    Object ask();
  }

  Result run() throws Exception {
    steps.step(lines + " lines are sold by hand");
    store.fill(lines);
    StoreConnection desk = store.desks(1).get(0);
    double summedMs;
    try (Connection connection = store.connect()) {
      BenchDao.discardOpen(connection);
      steps.step(MEMBERS + " members are given what they bought");
      BenchDao.addMembers(connection, MEMBERS);
      steps.step("the server sums them");
      summedMs = summed(connection);
    }
    return new Result(lines, summedMs, ask(desk, store.lanes().get(0).businessDate().toString()));
  }

  /** All reports of a date. */
  List<Asked> ask(StoreConnection desk, String today) {
    var reports =
        ReportServiceGrpc.newBlockingStub(desk.channel())
            .withDeadlineAfter(MOST_MINUTES, TimeUnit.MINUTES);
    List<Asked> asked = new ArrayList<>();
    asked.add(asked("monitor's first answer", () -> monitor(desk)));
    for (SalesBy by : SalesBy.values()) {
      if (by != SalesBy.SALES_BY_UNSPECIFIED && by != SalesBy.UNRECOGNIZED) {
        var request =
            ListSalesRequest.newBuilder()
                .setBy(by)
                .setFromDate(today)
                .setToDate(today)
                .setPageSize(PAGE)
                .build();
        String name = by.name().replace("SALES_BY_", "").toLowerCase(Locale.ROOT);
        asked.add(asked("sales by " + name, () -> reports.listSales(request)));
      }
    }
    String lane = BenchStore.code(1);
    String item = store.barcodes().get(0);
    ListSalesRequest.Builder part =
        ListSalesRequest.newBuilder().setFromDate(today).setToDate(today).setPageSize(PAGE);
    var hoursOfLane = part.clone().setBy(SalesBy.SALES_BY_HOUR).setTerminal(lane).build();
    asked.add(asked("one lane, by hour", () -> reports.listSales(hoursOfLane)));
    var itemsOfLane = part.clone().setBy(SalesBy.SALES_BY_ITEM).setTerminal(lane).build();
    asked.add(asked("one lane, by item", () -> reports.listSales(itemsOfLane)));
    var hoursOfItem = part.clone().setBy(SalesBy.SALES_BY_HOUR).setItemCode(item).build();
    asked.add(asked("one item, by hour", () -> reports.listSales(hoursOfItem)));
    var tenders = ListTendersRequest.newBuilder().setFromDate(today).setToDate(today).build();
    asked.add(asked("tenders", () -> reports.listTenders(tenders)));
    var taxes = ListTaxesRequest.newBuilder().setFromDate(today).setToDate(today).build();
    asked.add(asked("taxes", () -> reports.listTaxes(taxes)));
    var stock = ListStockRequest.newBuilder().setPageSize(PAGE);
    asked.add(asked("stock now, by item", () -> reports.listStock(stock.build())));
    var before = ListStockRequest.newBuilder().setPageSize(PAGE).setAsOfDate(today);
    asked.add(asked("stock at a day's end", () -> reports.listStock(before.build())));
    var departments = ListStockRequest.newBuilder().setBy(StockBy.STOCK_BY_DEPARTMENT);
    asked.add(asked("stock now, by department", () -> reports.listStock(departments.build())));
    var balance = GetTrialBalanceRequest.newBuilder().setFromDate(today).setToDate(today).build();
    asked.add(asked("trial balance", () -> reports.getTrialBalance(balance)));
    return asked;
  }

  /** A shop sells so many in a month, and has them summed when somebody asks. */
  private static double summed(Connection connection) throws Exception {
    long began = System.nanoTime();
    long deadline = began + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
    while (BenchDao.unsummed(connection) > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("sales are not summed");
      }
      Thread.sleep(LOOK_MS);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private static Object monitor(StoreConnection desk) {
    Context.CancellableContext watching = Context.current().withCancellation();
    Context before = watching.attach();
    try {
      return MonitorServiceGrpc.newBlockingStub(desk.channel())
          .watchShop(WatchShopRequest.getDefaultInstance())
          .next();
    } finally {
      watching.detach(before);
      watching.cancel(null);
    }
  }

  private Asked asked(String report, Question question) {
    steps.step(report);
    double first = once(question);
    double[] again = new double[TIMES];
    for (int time = 0; time < TIMES; time++) {
      again[time] = once(question);
    }
    Arrays.sort(again);
    return new Asked(report, first, again[TIMES / 2]);
  }

  private static double once(Question question) {
    long began = System.nanoTime();
    Object unused = question.ask();
    return (System.nanoTime() - began) / 1e6;
  }
}

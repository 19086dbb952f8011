package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.report.v1.GetTrialBalanceRequest;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockRequest;
import id.lajur.report.v1.ListStockResponse;
import id.lajur.report.v1.ListTaxesRequest;
import id.lajur.report.v1.ListTendersRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.report.v1.SalesBy;
import id.lajur.report.v1.SalesRow;
import id.lajur.report.v1.StockRow;
import id.lajur.report.v1.TaxRow;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static TestLane manager;

  @BeforeAll
  static void aManagerAndASupplier() {
    manager = store.lane("OWNER");
    store.server().setup().addSupplier("PT-LAPORAN", "PT Laporan");
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    manager.close();
    store.assertAuditClean();
  }

  @Test
  void anItemTellsWhatWasSoldOfItWithCostAndMargin() throws SQLException {
    String item = store.item(11_100_00);
    receive(item, 10_000, 60_000_00);
    sell(item, 3);

    SalesRow row = ofItem(item);

    assertThat(row.getCode()).isEqualTo(item);
    assertThat(row.getName()).isEqualTo("Barang " + item);
    assertThat(row.getUnit()).isEqualTo("pcs");
    assertThat(row.getQuantityMilli()).isEqualTo(3_000);
    assertThat(row.getFigures().getTickets()).isOne();
    assertThat(row.getFigures().getTotalMinor()).isEqualTo(33_300_00);
    assertThat(row.getFigures().getTaxMinor()).isEqualTo(3_300_00);
    assertThat(row.getFigures().getNetMinor()).isEqualTo(30_000_00);
    assertThat(row.getFigures().getCostMinor()).isEqualTo(18_000_00);
    assertThat(row.getFigures().getMarginMinor()).isEqualTo(12_000_00);
  }

  @Test
  void oneItemByDayIsWhatLiesBehindItsRow() throws SQLException {
    String item = store.item(4_000_00);
    sell(item, 2);

    ListSalesResponse days =
        reports(manager).listSales(today().setBy(SalesBy.SALES_BY_DAY).setItemCode(item).build());

    assertThat(days.getRowsList()).hasSize(1);
    assertThat(days.getRows(0).getUnit()).isEqualTo("pcs");
    assertThat(days.getRows(0).getQuantityMilli()).isEqualTo(2_000);
    assertThat(days.getRows(0).getFigures()).isEqualTo(ofItem(item).getFigures());
    assertThat(LocalDate.parse(days.getRows(0).getCode()))
        .isEqualTo(LocalDate.parse(store.text("SELECT MAX(business_date) FROM sale")));
  }

  @Test
  void hoursAreThoseOfTheStoresClocks() throws SQLException {
    String item = store.item(4_000_00);
    sell(item, 1);
    long soldAt =
        store.number(
            "SELECT FLOOR(UNIX_TIMESTAMP(MAX(sold_at))) FROM sale JOIN sale_line USING (sale_id)"
                + " JOIN item USING (item_id) WHERE code = '"
                + item
                + "'");

    ListSalesResponse hours =
        reports(manager).listSales(today().setBy(SalesBy.SALES_BY_HOUR).setItemCode(item).build());

    int hour = java.time.Instant.ofEpochSecond(soldAt).atZone(ZoneId.of("Asia/Jakarta")).getHour();
    assertThat(hours.getRowsList())
        .extracting(SalesRow::getCode)
        .containsExactly(String.format(Locale.ROOT, "%02d", hour));
  }

  @Test
  void pagesAreOfOneMomentWhateverIsSoldMeanwhile() throws SQLException {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      items.add(store.item(1_000_00 + i * 100_00));
      sell(items.get(i), 1);
    }
    ListSalesRequest first = today().setBy(SalesBy.SALES_BY_ITEM).setPageSize(2).build();
    ListSalesResponse page = reports(manager).listSales(first);
    ListSalesResponse whole = page;
    List<SalesRow> rows = new ArrayList<>(page.getRowsList());
    sell(items.get(0), 50);

    while (!page.getNextPageToken().isEmpty()) {
      page =
          reports(manager)
              .listSales(first.toBuilder().setPageToken(page.getNextPageToken()).build());
      assertThat(page.getTotal()).isEqualTo(whole.getTotal());
      rows.addAll(page.getRowsList());
    }

    assertThat(rows).hasSize(whole.getRowCount());
    assertThat(rows).extracting(SalesRow::getCode).doesNotHaveDuplicates().containsAll(items);
    assertThat(rows.stream().mapToLong(row -> row.getFigures().getTotalMinor()).sum())
        .isEqualTo(whole.getTotal().getTotalMinor());
    assertThat(rows)
        .isSortedAccordingTo(
            java.util.Comparator.comparingLong(row -> -row.getFigures().getTotalMinor()));
  }

  @Test
  void taxesStandByClassAndRateWithTheirReducedBase() throws SQLException {
    String usual = store.item(11_100_00);
    String luxury = store.item(11_200_00, "MEWAH");
    try (TestLane lane = store.lane("OWNER")) {
      lane.scan(usual);
      lane.scan(luxury);
      lane.pay(lane.cashRequest(30_000_00));

      List<TaxRow> rows =
          reports(manager)
              .listTaxes(
                  ListTaxesRequest.newBuilder()
                      .setFromDate(first())
                      .setToDate(last())
                      .setTerminal(lane.terminal())
                      .build())
              .getRowsList();

      assertThat(rows).extracting(TaxRow::getTaxClass).containsExactly("BIASA", "MEWAH");
      assertThat(rows.get(0).getTaxableMinor()).isEqualTo(10_000_00);
      assertThat(rows.get(0).getReducedBaseMinor()).isEqualTo(9_167_00); // 11/12, half up
      assertThat(rows.get(0).getTaxMinor()).isEqualTo(1_100_00);
      assertThat(rows.get(1).getReducedBaseMinor()).isEqualTo(10_000_00);
      assertThat(rows.get(1).getTaxMinor()).isEqualTo(1_200_00);
    }
  }

  @Test
  void tendersTellWhatWasTakenWhatWasGivenBackAndTheChange() throws SQLException {
    String item = store.item(4_000_00);
    try (TestLane lane = store.lane("OWNER")) {
      lane.scan(item);
      lane.pay(lane.cashRequest(10_000_00));

      var tenders =
          reports(manager)
              .listTenders(
                  ListTendersRequest.newBuilder()
                      .setFromDate(first())
                      .setToDate(last())
                      .setTerminal(lane.terminal())
                      .build());

      assertThat(tenders.getRowsList()).hasSize(1);
      assertThat(tenders.getRows(0).getName()).isEqualTo("Tunai");
      assertThat(tenders.getRows(0).getTakenMinor()).isEqualTo(10_000_00);
      assertThat(tenders.getChangeMinor()).isEqualTo(6_000_00);
      assertThat(tenders.getSalesMinor()).isEqualTo(4_000_00);
    }
  }

  @Test
  void stockOfAnEarlierDateIsWithoutWhatMovedSince() throws SQLException {
    String item = store.item(4_000_00);
    receive(item, 10_000, 25_000_00);
    sell(item, 4);
    LocalDate moved =
        LocalDate.parse(
            store.text(
                "SELECT MAX(business_date) FROM sale_line JOIN item USING (item_id)"
                    + " WHERE code = '"
                    + item
                    + "'"));

    StockRow now = stockOf(item, "");

    assertThat(now.getQuantityMilli()).isEqualTo(6_000);
    assertThat(now.getValueMinor()).isEqualTo(15_000_00);
    assertThat(stockOf(item, moved.toString())).isEqualTo(now);
    assertThat(stockOf(item, moved.minusDays(1).toString()))
        .isEqualTo(StockRow.getDefaultInstance());
    ListStockResponse before =
        reports(manager)
            .listStock(
                ListStockRequest.newBuilder().setAsOfDate(moved.minusDays(1).toString()).build());
    assertThat(before.getValueMinor())
        .isEqualTo(
            store.number(
                "SELECT COALESCE(SUM(amount_minor), 0) FROM journal_line WHERE account = '1141'"
                    + " AND business_date < '"
                    + moved
                    + "'"));
  }

  @Test
  void theTrialBalanceOpensWithWhatWasBeforeItsFirstDate() {
    LocalDate date = LocalDate.parse(store.text("SELECT MAX(business_date) FROM journal_line"));

    var after =
        reports(manager)
            .getTrialBalance(
                GetTrialBalanceRequest.newBuilder()
                    .setFromDate(date.plusDays(1).toString())
                    .setToDate(date.plusDays(1).toString())
                    .build());
    var before =
        reports(manager)
            .getTrialBalance(
                GetTrialBalanceRequest.newBuilder()
                    .setFromDate(first())
                    .setToDate(date.minusDays(1).toString())
                    .build());

    assertThat(after.getDebitMinor()).isZero();
    assertThat(after.getRowsList())
        .allSatisfy(
            row -> {
              assertThat(row.getClosingMinor()).isEqualTo(row.getOpeningMinor());
              assertThat(row.getOpeningMinor())
                  .isEqualTo(
                      store.number(
                          "SELECT SUM(amount_minor) FROM journal_line WHERE account = '"
                              + row.getAccount()
                              + "'"));
            });
    assertThat(before.getDebitMinor())
        .isEqualTo(
            store.number(
                "SELECT COALESCE(SUM(GREATEST(amount_minor, 0)), 0) FROM journal_line"
                    + " WHERE business_date < '"
                    + date
                    + "'"));
  }

  @Test
  void theTrialBalanceIsTheSameWhereverItsRollUpStands() throws SQLException {
    sell(store.item(4_000_00), 1);
    GetTrialBalanceRequest asked =
        GetTrialBalanceRequest.newBuilder().setFromDate(first()).setToDate(last()).build();
    var rolled = reports(manager).getTrialBalance(asked).getRowsList();
    long head = store.number("SELECT seq FROM projection WHERE name = 'account_day'");
    assertThat(head).isEqualTo(store.number("SELECT seq FROM event_head"));

    store.sql("DELETE FROM account_day");
    store.sql("UPDATE projection SET seq = 0 WHERE name = 'account_day'");

    assertThat(reports(manager).getTrialBalance(asked).getRowsList()).isEqualTo(rolled);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM (SELECT account, business_date, SUM(amount_minor) AS amount"
                    + " FROM journal_line GROUP BY account, business_date) j"
                    + " LEFT JOIN account_day d USING (account, business_date)"
                    + " WHERE COALESCE(d.debit_minor - d.credit_minor, 0) <> j.amount"))
        .isZero();
  }

  @Test
  void whoMayNotSeeCostSeesSalesAndStockWithoutIt() throws SQLException {
    String item = store.item(4_000_00);
    receive(item, 10_000, 25_000_00);
    sell(item, 1);
    try (TestLane reader = store.enrolled(store.role(List.of("report.read"), ""))) {
      reader.signOn();

      SalesRow sold =
          rows(reports(reader), today().setBy(SalesBy.SALES_BY_ITEM)).stream()
              .filter(row -> row.getCode().equals(item))
              .findFirst()
              .orElseThrow();

      assertThat(sold.getFigures().getTotalMinor()).isEqualTo(4_000_00);
      assertThat(sold.getFigures().getCostMinor()).isZero();
      assertThat(sold.getFigures().getMarginMinor()).isZero();
      ListStockResponse stock =
          reports(reader).listStock(ListStockRequest.newBuilder().setPageSize(5_000).build());
      assertThat(stock.getValueMinor()).isZero();
      assertThat(stock.getRowsList()).allMatch(row -> row.getValueMinor() == 0);
      assertThat(
              TestLane.outcome(
                  () ->
                      reports(reader)
                          .getTrialBalance(
                              GetTrialBalanceRequest.newBuilder()
                                  .setFromDate(first())
                                  .setToDate(last())
                                  .build())))
          .isEqualTo("PERMISSION_MISSING");
    }
  }

  @Test
  void whoBoughtWhatIsToldToThoseWhoLookAfterMembers() throws SQLException {
    ListSalesRequest byMember = today().setBy(SalesBy.SALES_BY_MEMBER).build();
    try (TestLane reader = store.enrolled(store.role(List.of("report.read"), ""));
        TestLane host = store.enrolled(store.role(List.of("member.manage", "report.read"), ""))) {
      reader.signOn();
      host.signOn();

      assertThat(TestLane.outcome(() -> reports(reader).listSales(byMember)))
          .isEqualTo("PERMISSION_MISSING");
      assertThat(TestLane.outcome(() -> reports(host).listSales(byMember))).isEqualTo("answered");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2026-01-01",
    "2026-01-01, ''",
    "2026-02-30, 2026-03-01",
    "2026-03-02, 2026-03-01",
    "2010-01-01, 2026-01-01",
    "-999999999-01-01, 2026-01-01",
    "2026-01-01, +999999999-12-31",
    "0001-01-01, 0001-01-01",
    "kemarin, besok"
  })
  void aPeriodThatIsNoneIsRefused(String from, String to) {
    ListSalesRequest sales = ListSalesRequest.newBuilder().setFromDate(from).setToDate(to).build();
    GetTrialBalanceRequest balance =
        GetTrialBalanceRequest.newBuilder().setFromDate(from).setToDate(to).build();

    assertThat(TestLane.outcome(() -> reports(manager).listSales(sales)))
        .isEqualTo("PERIOD_INVALID");
    assertThat(TestLane.outcome(() -> reports(manager).getTrialBalance(balance)))
        .isEqualTo("PERIOD_INVALID");
  }

  @Test
  void whatNobodyKnowsIsRefusedByName() {
    assertThat(refused(today().setTerminal("TIDAK"))).isEqualTo("TERMINAL_UNKNOWN");
    assertThat(refused(today().setDepartment("TIDAK"))).isEqualTo("DEPARTMENT_UNKNOWN");
    assertThat(refused(today().setItemCode("TIDAK"))).isEqualTo("ITEM_UNKNOWN");
    assertThat(refused(today().setPageSize(-1))).isEqualTo("PAGE_INVALID");
    assertThat(refused(today().setPageToken("x"))).isEqualTo("PAGE_INVALID");
    assertThat(refused(today().setPageToken(TestLane.newId() + "-2"))).isEqualTo("PAGE_INVALID");
    assertThat(
            TestLane.outcome(
                () ->
                    reports(manager)
                        .listStock(ListStockRequest.newBuilder().setAsOfDate("x").build())))
        .isEqualTo("PERIOD_INVALID");
    assertThat(
            TestLane.outcome(
                () ->
                    reports(manager)
                        .listStock(ListStockRequest.newBuilder().setDepartment("TIDAK").build())))
        .isEqualTo("DEPARTMENT_UNKNOWN");
  }

  private static String refused(ListSalesRequest.Builder request) {
    return TestLane.outcome(() -> reports(manager).listSales(request.build()));
  }

  private static SalesRow ofItem(String item) {
    return rows(reports(manager), today().setBy(SalesBy.SALES_BY_ITEM).setItemCode(item)).get(0);
  }

  private static List<SalesRow> rows(
      ReportServiceGrpc.ReportServiceBlockingStub reports, ListSalesRequest.Builder request) {
    return reports.listSales(request.setPageSize(5_000).build()).getRowsList();
  }

  private static StockRow stockOf(String item, String asOf) {
    return reports(manager)
        .listStock(ListStockRequest.newBuilder().setAsOfDate(asOf).setPageSize(5_000).build())
        .getRowsList()
        .stream()
        .filter(row -> row.getCode().equals(item))
        .findFirst()
        .orElse(StockRow.getDefaultInstance());
  }

  private static void sell(String item, int pieces) {
    try (TestLane lane = store.lane("OWNER")) {
      lane.scan(lane.scanRequest(item, pieces * 1_000L));
      var unused = lane.pay(lane.cashRequest(lane.basket().getTotals().getCashDueMinor()));
    }
  }

  private static void receive(String item, long quantityMilli, long costMinor) {
    var unused =
        manager.receive(
            PostGoodsReceiptRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setSupplier("PT-LAPORAN")
                .setDeliveryNote("SJ-" + item)
                .addLines(
                    GoodsReceiptLine.newBuilder()
                        .setCode(item)
                        .setQuantityMilli(quantityMilli)
                        .setCostMinor(costMinor))
                .build());
  }

  private static ListSalesRequest.Builder today() {
    return ListSalesRequest.newBuilder().setFromDate(first()).setToDate(last());
  }

  private static String first() {
    return LocalDate.ofInstant(Clock.systemUTC().instant(), java.time.ZoneOffset.UTC)
        .minusYears(1)
        .toString();
  }

  private static String last() {
    return LocalDate.ofInstant(Clock.systemUTC().instant(), java.time.ZoneOffset.UTC)
        .plusYears(1)
        .toString();
  }

  private static ReportServiceGrpc.ReportServiceBlockingStub reports(TestLane lane) {
    return ReportServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lajur.report.v1.GetTrialBalanceRequest;
import id.lajur.report.v1.GetTrialBalanceResponse;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockRequest;
import id.lajur.report.v1.ListTaxesRequest;
import id.lajur.report.v1.ListTendersRequest;
import id.lajur.report.v1.ListTendersResponse;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.report.v1.SalesBy;
import id.lajur.report.v1.SalesFigures;
import id.lajur.report.v1.SalesRow;
import id.lajur.report.v1.StockBy;
import id.lajur.till.v1.CloseShiftRequest;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was sold: each report adds up to the Z reports and to the books, to the last unit. */
class ReportsAgreeTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final List<ToLongFunction<SalesFigures>> MONEY =
      List.of(
          SalesFigures::getPiecesMilli,
          SalesFigures::getGrossMinor,
          SalesFigures::getDiscountMinor,
          SalesFigures::getReturnMinor,
          SalesFigures::getTaxOnTopMinor,
          SalesFigures::getTotalMinor,
          SalesFigures::getTaxMinor,
          SalesFigures::getNetMinor,
          SalesFigures::getDepositMinor,
          SalesFigures::getCostMinor,
          SalesFigures::getMarginMinor);
  private static final List<SalesBy> ALL_WAYS =
      List.of(
          SalesBy.SALES_BY_HOUR,
          SalesBy.SALES_BY_DAY,
          SalesBy.SALES_BY_DEPARTMENT,
          SalesBy.SALES_BY_ITEM,
          SalesBy.SALES_BY_OPERATOR,
          SalesBy.SALES_BY_TERMINAL,
          SalesBy.SALES_BY_MEMBER);

  private static TestLane manager;

  @BeforeAll
  static void aManager() {
    manager = store.lane("MANAGER");
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    manager.close();
    store.assertAuditClean();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_129, 77_777})
  void aRandomDayAddsUpToItsZReportsAndToTheBooks(long seed) throws SQLException {
    for (String terminal : RandomDay.sold(store, seed)) {
      ListSalesResponse byDay = sales(SalesBy.SALES_BY_DAY, terminal);
      SalesFigures total = byDay.getTotal();
      for (SalesBy by : ALL_WAYS) {
        ListSalesResponse other = sales(by, terminal);
        assertThat(other.getTotal()).as("%s", by).isEqualTo(total);
        for (ToLongFunction<SalesFigures> figure : MONEY) {
          assertThat(sum(other.getRowsList(), figure)).isEqualTo(figure.applyAsLong(total));
        }
      }

      assertThat(byDay.getLateTickets()).isOne();
      assertThat(total.getTickets() - 1).isEqualTo(z(terminal, "sale_count"));
      assertThat(total.getTotalMinor() - byDay.getLateTotalMinor())
          .isEqualTo(z(terminal, "sales_minor"));
      assertThat(total.getDiscountMinor()).isEqualTo(z(terminal, "discount_minor"));
      assertThat(total.getReturnMinor()).isEqualTo(z(terminal, "return_minor"));
      assertThat(total.getTaxMinor() - lateTax(terminal)).isEqualTo(z(terminal, "tax_minor"));

      tendersAgree(terminal, total, byDay.getLateTotalMinor());
      assertThat(taxes(terminal)).isEqualTo(total.getTaxMinor());
      booksAgree(terminal, total);
    }
    stockAgrees();
  }

  private void tendersAgree(String terminal, SalesFigures total, long late) {
    ListTendersResponse tenders =
        reports()
            .listTenders(
                ListTendersRequest.newBuilder()
                    .setFromDate(from())
                    .setToDate(to())
                    .setTerminal(terminal)
                    .build());
    assertThat(tenders.getSalesMinor()).isEqualTo(total.getTotalMinor());
    assertThat(tenders.getTickets()).isEqualTo(total.getTickets());
    assertThat(tenders.getAmountMinor() - tenders.getChangeMinor() - tenders.getRoundingMinor())
        .isEqualTo(tenders.getSalesMinor());
    assertThat(tenders.getRoundingMinor()).isEqualTo(z(terminal, "rounding_minor"));
    tenders
        .getRowsList()
        .forEach(
            row -> {
              long ofZ =
                  store.number(
                      ("SELECT COALESCE(SUM(t.amount_minor), 0) FROM z_tender t"
                              + " JOIN z_report USING (z_id) JOIN terminal m USING (terminal_id)"
                              + " WHERE m.code = '%s' AND t.kind = '%s'")
                          .formatted(terminal, row.getKind()));
              long lateCash = row.getKind().equals("CASH") ? late : 0;
              assertThat(row.getAmountMinor() - lateCash).as(row.getKind()).isEqualTo(ofZ);
            });
  }

  private long taxes(String terminal) {
    return reports()
        .listTaxes(
            ListTaxesRequest.newBuilder()
                .setFromDate(from())
                .setToDate(to())
                .setTerminal(terminal)
                .build())
        .getTaxMinor();
  }

  private static void booksAgree(String terminal, SalesFigures total) {
    assertThat(-booked(terminal, "'4101', '4102', '4103'"))
        .isEqualTo(total.getNetMinor() - total.getDepositMinor());
    assertThat(-booked(terminal, "'2124'")).isEqualTo(total.getDepositMinor());
    assertThat(-booked(terminal, "'2111'")).isEqualTo(total.getTaxMinor());
    assertThat(booked(terminal, "'5101'")).isEqualTo(total.getCostMinor());
  }

  /** All that lies in the shop is what the inventory account says, whoever sold besides. */
  private void stockAgrees() {
    var stock = reports().listStock(ListStockRequest.getDefaultInstance());
    assertThat(stock.getValueMinor())
        .isEqualTo(
            store.number("SELECT SUM(amount_minor) FROM journal_line WHERE account = '1141'"));
    var departments =
        reports()
            .listStock(ListStockRequest.newBuilder().setBy(StockBy.STOCK_BY_DEPARTMENT).build());
    assertThat(departments.getRowsList().stream().mapToLong(row -> row.getValueMinor()).sum())
        .isEqualTo(stock.getValueMinor());
    assertThat(departments.getRowsList().stream().mapToLong(row -> row.getItems()).sum())
        .isEqualTo(stock.getItems());
    assertThat(departments.getItems()).isEqualTo(stock.getItems());
  }

  @Test
  void theWholeStoreAddsUpWhoeverSoldInIt() {
    var unused = manager.till().closeDay(EmergencyBooks.forced());

    ListSalesResponse all = sales(SalesBy.SALES_BY_TERMINAL, "");

    assertThat(all.getTotal().getTotalMinor() - all.getLateTotalMinor())
        .isEqualTo(store.number("SELECT COALESCE(SUM(sales_minor), 0) FROM z_report"));
    assertThat(all.getTotal().getTickets() - all.getLateTickets())
        .isEqualTo(store.number("SELECT COALESCE(SUM(sale_count), 0) FROM z_report"));
    manager.openShift(0);
  }

  @Test
  void membersAndNobodyAddUpToTheZ() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      LevelActs.level(lane, "GROSIR", "Grosir");
      LevelActs.member(lane, "7001", "Ratna Wulandari", "GROSIR");
      LevelActs.member(lane, "7002", "Warung Bu Tini", "GROSIR");
      String item = store.item(10_000_00);
      LevelActs.price(lane, item, "GROSIR", 8_000_00);
      long nobody = sold(lane, item, "", 1);
      long ratna = sold(lane, item, "7001", 1) + sold(lane, item, "7001", 2);
      long warung = sold(lane, item, "7002", 5);
      var unused =
          lane.till()
              .closeShift(CloseShiftRequest.newBuilder().setRequestId(TestLane.newId()).build());

      List<SalesRow> rows = sales(SalesBy.SALES_BY_MEMBER, lane.terminal()).getRowsList();

      assertThat(rows)
          .extracting(SalesRow::getCode, SalesRow::getName, row -> row.getFigures().getTotalMinor())
          .containsExactly(
              tuple("7002", "Warung Bu Tini", warung),
              tuple("7001", "Ratna Wulandari", ratna),
              tuple("", "", nobody));
      assertThat(rows.get(1).getFigures().getTickets()).isEqualTo(2);
      assertThat(sum(rows, SalesFigures::getTotalMinor))
          .isEqualTo(z(lane.terminal(), "sales_minor"))
          .isEqualTo(nobody + ratna + warung);
    }
  }

  private static long sold(TestLane lane, String item, String member, int pieces) {
    for (int piece = 0; piece < pieces; piece++) {
      lane.scan(item);
    }
    if (!member.isEmpty()) {
      var unused = LevelActs.setMember(lane, member);
    }
    long total = lane.reread().getTotals().getTotalMinor();
    return lane.pay(lane.cashRequest(total)).getTotalMinor();
  }

  @Test
  void theTrialBalanceIsTheJournalAndDebitsAreCredits() {
    GetTrialBalanceResponse balance =
        reports()
            .getTrialBalance(
                GetTrialBalanceRequest.newBuilder().setFromDate(from()).setToDate(to()).build());

    assertThat(balance.getDebitMinor()).isPositive().isEqualTo(balance.getCreditMinor());
    assertThat(balance.getRowsList())
        .allSatisfy(
            row -> {
              assertThat(row.getOpeningMinor()).isZero();
              assertThat(row.getClosingMinor())
                  .isEqualTo(row.getDebitMinor() - row.getCreditMinor())
                  .isEqualTo(
                      store.number(
                          "SELECT SUM(amount_minor) FROM journal_line WHERE account = '"
                              + row.getAccount()
                              + "'"));
            });
    assertThat(balance.getRowsCount())
        .isEqualTo((int) store.number("SELECT COUNT(DISTINCT account) FROM journal_line"));
  }

  private static long z(String terminal, String column) {
    return store.number(
        "SELECT SUM(%s) FROM z_report JOIN terminal USING (terminal_id) WHERE code = '%s'"
            .formatted(column, terminal));
  }

  private static long lateTax(String terminal) {
    return store.number(
        ("SELECT SUM(s.tax_minor) FROM sale s JOIN terminal m USING (terminal_id)"
                + " JOIN emergency_receipt e ON e.sale_id = s.sale_id AND e.late"
                + " WHERE m.code = '%s'")
            .formatted(terminal));
  }

  /** Debits less credits of the sales of a terminal. */
  private static long booked(String terminal, String accounts) {
    return store.number(
        ("SELECT COALESCE(SUM(j.amount_minor), 0) FROM journal_line j"
                + " JOIN sale s ON s.sale_id = j.posting_id"
                + " JOIN terminal m ON m.terminal_id = s.terminal_id"
                + " WHERE m.code = '%s' AND j.account IN (%s)")
            .formatted(terminal, accounts));
  }

  private static long sum(List<SalesRow> rows, ToLongFunction<SalesFigures> figure) {
    return rows.stream().map(SalesRow::getFigures).mapToLong(figure).sum();
  }

  private static ListSalesResponse sales(SalesBy by, String terminal) {
    return reports()
        .listSales(
            ListSalesRequest.newBuilder()
                .setFromDate(from())
                .setToDate(to())
                .setBy(by)
                .setTerminal(terminal)
                .setPageSize(5_000)
                .build());
  }

  private static String from() {
    return LocalDate.now(java.time.ZoneOffset.UTC).minusYears(5).toString();
  }

  private static String to() {
    return LocalDate.now(java.time.ZoneOffset.UTC).plusYears(4).toString();
  }

  private static ReportServiceGrpc.ReportServiceBlockingStub reports() {
    return ReportServiceGrpc.newBlockingStub(manager.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(manager.headers()));
  }
}

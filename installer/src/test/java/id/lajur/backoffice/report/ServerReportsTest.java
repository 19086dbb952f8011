package id.lajur.backoffice.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the desk reads of reports is what the Z reports say, to the last unit. */
class ServerReportsTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private final LocalDate longAgo = LocalDate.now(ZoneOffset.UTC).minusYears(1);
  private final LocalDate later = LocalDate.now(ZoneOffset.UTC).plusYears(1);

  /** Where the sales stand among the last columns of a report of sales. */
  private static final int TOTAL_FROM_THE_END = 5;

  private static String lane = "";

  @TempDir private static Path folder = Path.of("");

  private final Desk desk = shop.desk("OWNER");
  private final ServerReports reports = new ServerReports(desk);

  @BeforeAll
  static void aShift() throws Exception {
    shop.receive(0, 20);
    lane = shop.aShift(folder, true);
  }

  private static long z(String column) {
    return shop.number(
        "SELECT SUM(" + column + ") FROM z_report JOIN terminal USING (terminal_id) WHERE code = ?",
        lane);
  }

  private ReportTable read(ReportKind kind) {
    return reports.read(new ReportQuery(kind, longAgo, later, false, lane, "", "")).join();
  }

  private static long total(ReportTable table, String key) {
    return table.totals().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportKind.class,
      names = {
        "SALES_DAY",
        "SALES_HOUR",
        "SALES_DEPARTMENT",
        "SALES_ITEM",
        "SALES_OPERATOR",
        "SALES_TERMINAL",
        "SALES_MEMBER"
      })
  void salesAddUpToTheZ(ReportKind kind) {
    ReportTable table = read(kind);

    assertThat(total(table, "sales")).isEqualTo(z("sales_minor")).isPositive();
    assertThat(total(table, "tickets")).isEqualTo(z("sale_count")).isEqualTo(DeskShop.SALES);
    assertThat(total(table, "tax")).isEqualTo(z("tax_minor"));
    assertThat(table.rows().stream().mapToLong(ServerReportsTest::sold).sum())
        .isEqualTo(z("sales_minor"));
    assertThat(sold(table.sums())).isEqualTo(z("sales_minor"));
  }

  private static long sold(ReportRow row) {
    List<?> cells = row.cells();
    return (Long) Objects.requireNonNull(cells.get(cells.size() - TOTAL_FROM_THE_END));
  }

  @Test
  void tendersAndTaxesAddUpToTheZ() {
    ReportTable tenders = read(ReportKind.TENDERS);
    ReportTable taxes = read(ReportKind.TAXES);

    assertThat(total(tenders, "sales")).isEqualTo(z("sales_minor"));
    assertThat(total(tenders, "rounding")).isEqualTo(-z("rounding_minor"));
    assertThat(total(tenders, "tenders") + total(tenders, "change") + total(tenders, "rounding"))
        .isEqualTo(z("sales_minor"));
    assertThat(total(taxes, "taxSum")).isEqualTo(z("tax_minor"));
  }

  @Test
  void stockIsWorthWhatTheBooksSayAndTheyBalance() {
    long booked = shop.number("SELECT SUM(amount_minor) FROM journal_line WHERE account = '1141'");
    for (ReportKind kind : List.of(ReportKind.STOCK_ITEM, ReportKind.STOCK_DEPARTMENT)) {
      ReportTable stock =
          reports.read(new ReportQuery(kind, longAgo, later, true, "", "", "")).join();
      assertThat(total(stock, "stockValue")).as("%s", kind).isEqualTo(booked);
      assertThat(stock.rows().stream().mapToLong(row -> last(row)).sum()).isEqualTo(booked);
    }

    ReportTable balance =
        reports
            .read(new ReportQuery(ReportKind.TRIAL_BALANCE, longAgo, later, false, "", "", ""))
            .join();
    assertThat(total(balance, "debit")).isEqualTo(total(balance, "credit")).isPositive();
  }

  private static long last(ReportRow row) {
    return (Long) Objects.requireNonNull(row.cells().get(row.cells().size() - 1));
  }

  @Test
  void aReportIsNarrowedToWhatSoldAndRefusedToWhoMayNot() {
    var sold = new ReportQuery(ReportKind.SALES_DAY, longAgo, later, false, "", "", "");

    ReportActions.Choices choices = reports.choices(sold).join();

    assertThat(choices.terminals()).extracting(ReportActions.Choice::code).contains(lane);
    assertThat(choices.departments())
        .extracting(ReportActions.Choice::code)
        .contains(shop.item(12).department());
    var backwards = new ReportQuery(ReportKind.SALES_DAY, later, longAgo, false, "", "", "");
    assertThat(DeskShop.refusal(reports.read(backwards))).isEqualTo("PERIOD_INVALID");
    assertThat(DeskShop.refusal(new ServerReports(shop.desk("CASHIER")).read(sold)))
        .isEqualTo("PERMISSION_MISSING");
  }
}

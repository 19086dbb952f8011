package id.lajur.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.server.database.Statements;
import id.lajur.server.people.StoreZone;
import id.lajur.server.sale.AtPayment;
import id.lajur.server.sale.Baskets;
import id.lajur.server.sale.OpenBaskets;
import id.lajur.server.sale.Rules;
import id.lajur.server.store.RandomDay;
import id.lajur.server.store.StoreFixture;
import id.lajur.server.store.TestLane;
import io.grpc.stub.MetadataUtils;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monitor's first figures are the same, read from sums or from lines. */
class SummedFiguresTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  @Test
  void aDateIsThatOfItsLinesWhereverTheSumsStand() throws SQLException {
    var unused = RandomDay.sold(store, 9_117);
    sameAsLines();

    sum();
    sameAsLines();

    var unusedMore = RandomDay.sold(store, 9_118);
    sameAsLines();
  }

  @ParameterizedTest
  @CsvSource({
    "9119, UPDATE sales_by_minute SET gross_minor = gross_minor + 100",
    "9121, UPDATE sales_by_item SET discount_minor = discount_minor + 100",
    "9122, UPDATE tenders_by_minute SET amount_minor = amount_minor + 100"
  })
  void sumsThatAreWrongDoNotAddUp(int seed, String sql) throws SQLException {
    var unused = RandomDay.sold(store, seed);
    sum();
    try (Connection connection = snapshot()) {
      long head = EventDao.head(connection, 1);
      assertThat(new ShopFigures(connection, 1, today(connection), head, true).addsUp()).isTrue();
      try (var statement = connection.createStatement()) {
        statement.executeUpdate(sql);
      }

      boolean wrong = !new ShopFigures(connection, 1, today(connection), head, true).addsUp();

      assertThat(wrong).isTrue();
      assertThat(new ShopFigures(connection, 1, today(connection), head, false).addsUp()).isTrue();
      connection.rollback();
    }
  }

  @Test
  void sumsThatAreWrongAreNotShownAndToBeMadeAnew() throws SQLException {
    var unused = RandomDay.sold(store, 9_120);
    sum();
    store.sql("UPDATE tenders_by_minute SET amount_minor = amount_minor + 100");
    AtomicInteger distrusted = new AtomicInteger();
    try {
      DaySales shown = monitor(distrusted::incrementAndGet).look().figures().today();

      assertThat(shown.all().tenders().values().stream().mapToLong(Long::longValue).sum())
          .isPositive()
          .isEqualTo(
              store.number(
                  "SELECT SUM(total_minor + rounding_minor) FROM sale WHERE business_date = '"
                      + shown.day().date()
                      + "'"));
      assertThat(distrusted).hasValue(1);
    } finally {
      store.sql("DELETE FROM projection WHERE name = 'sales'");
    }
    assertThat(monitor(distrusted::incrementAndGet).look().figures().addsUp()).isTrue();
    assertThat(distrusted).hasValue(1);
  }

  @Test
  void sumsThatWereNotReadAreNotBlamed() throws SQLException {
    var unused = RandomDay.sold(store, 9_124);
    String one = " WHERE sale_id = (SELECT MAX(sale_id) FROM sale) LIMIT 1";
    AtomicInteger distrusted = new AtomicInteger();
    store.sql("DELETE FROM projection WHERE name = 'sales'");
    store.sql("UPDATE sale_tender SET amount_minor = amount_minor + 100" + one);
    try {
      ShopFigures shown = monitor(distrusted::incrementAndGet).look().figures();

      assertThat(shown.summed()).isFalse();
      assertThat(shown.addsUp()).isFalse();
      assertThat(distrusted).hasValue(0);
    } finally {
      store.sql("UPDATE sale_tender SET amount_minor = amount_minor - 100" + one);
    }
  }

  @Test
  void theHeadsOfADateAreReadFromTheirKeyAlone() throws SQLException {
    var unused = RandomDay.sold(store, 9_123);
    try (Connection connection = snapshot()) {
      String date = today(connection).date().toString();
      String all = "s.store_id = 1 AND s.business_date = '" + date + "'";

      List<String> plan =
          Statements.query(
              connection,
              "EXPLAIN " + SoldDao.TICKETS.replace("{which}", all),
              date,
              (row, none) -> {},
              row -> row.getString("key") + ": " + row.getString("Extra"));

      assertThat(plan).singleElement().asString().startsWith("heads: ").contains("Using index;");
      connection.rollback();
    }
  }

  private static ShopMonitor monitor(Runnable distrust) {
    var pool = store.server().database().dataSource();
    var jdbi = store.server().database().jdbi();
    Clock clock = Clock.systemUTC();
    Rules rules = new Rules(jdbi, 1);
    return new ShopMonitor(
        pool,
        new MonitorService.Watched(1, new StoreZone(jdbi, 1), clock, distrust),
        new OpenBaskets(new Baskets(pool, rules, clock), rules, 1, clock),
        new MonitorService.Lanes(Set::of, new AtPayment()));
  }

  /** Whichever date is looked at: a lane may stand in a shift of one that is over. */
  @Test
  void anOpenShiftHasWhatItSold() throws SQLException {
    String item = store.item(2_500_00);
    try (TestLane lane = store.lane("OWNER");
        Connection connection = snapshot()) {
      for (int sale = 0; sale < 3; sale++) {
        lane.scan(item);
        var unused = lane.pay(lane.cashRequest(lane.basket().getTotals().getCashDueMinor()));
      }
      long head = EventDao.head(connection, 1);
      for (int later : List.of(0, 3, 7)) {
        ShopDay day = new ShopDay(today(connection).date().plusDays(later), ZONE);

        ShopFigures figures = new ShopFigures(connection, 1, day, head, true);

        assertThat(figures.shift(shift(connection, lane.terminal())))
            .isEqualTo(new SoldDao.ShiftSum(3, 7_500_00));
      }
      connection.rollback();
    }
  }

  private static UUID shift(Connection connection, String terminal) throws SQLException {
    int id = (int) store.number("SELECT terminal_id FROM terminal WHERE code = '" + terminal + "'");
    return Objects.requireNonNull(LanesDao.openShifts(connection, 1).get(id)).shiftId();
  }

  private static Connection snapshot() throws SQLException {
    Connection connection = store.server().database().dataSource().getConnection();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  private static ShopDay today(Connection connection) throws SQLException {
    return new ShopDay(Objects.requireNonNull(LanesDao.date(connection, 1)).date(), ZONE);
  }

  /** Whoever asks for a report has sales summed. */
  private static void sum() {
    try (TestLane manager = store.lane("OWNER")) {
      var unused =
          ReportServiceGrpc.newBlockingStub(manager.channel())
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(manager.headers()))
              .listSales(
                  ListSalesRequest.newBuilder()
                      .setFromDate("2026-01-01")
                      .setToDate("2026-01-01")
                      .build());
    }
  }

  /** Of the date itself, of one that it lies a few days before, and a week before. */
  private static void sameAsLines() throws SQLException {
    for (int later : List.of(0, 3, 7)) {
      try (Connection connection = snapshot()) {
        long head = EventDao.head(connection, 1);
        ShopDay day = new ShopDay(today(connection).date().plusDays(later), ZONE);
        ShopFigures summed = new ShopFigures(connection, 1, day, head, true);
        ShopFigures lines = new ShopFigures(connection, 1, day, head, false);
        summed.name(connection);
        lines.name(connection);

        same(summed.today(), lines.today());
        same(summed.weekAgo(), lines.weekAgo());
        assertThat(summed.today().items()).isEqualTo(lines.today().items());
        assertThat(summed.topItems()).isEqualTo(lines.topItems());
        assertThat(summed.lowStock()).isEqualTo(lines.lowStock());
        connection.rollback();
      }
    }
  }

  private static void same(DaySales one, DaySales other) {
    same(one.all(), other.all());
    Map<Integer, Part> hours = one.hours();
    assertThat(hours.keySet()).isEqualTo(other.hours().keySet());
    hours.forEach((hour, part) -> same(part, Objects.requireNonNull(other.hours().get(hour))));
    long minute = ShopDay.minute(Clock.systemUTC().instant());
    for (long back = 0; back < 10; back++) {
      same(one.until(minute - back), other.until(minute - back));
    }
  }

  private static void same(Part one, Part other) {
    assertThat(one.tickets()).isEqualTo(other.tickets());
    assertThat(one.salesMinor()).isEqualTo(other.salesMinor());
    assertThat(one.netMinor()).isEqualTo(other.netMinor());
    assertThat(one.costMinor()).isEqualTo(other.costMinor());
    assertThat(one.departments()).isEqualTo(other.departments());
    assertThat(one.tenders()).isEqualTo(other.tenders());
  }
}

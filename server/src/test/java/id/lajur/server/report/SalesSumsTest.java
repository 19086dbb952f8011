package id.lajur.server.report;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.people.StoreZone;
import id.lajur.server.store.RandomDay;
import id.lajur.server.store.StoreFixture;
import id.lajur.server.store.TestLane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sums and the lines after them are all lines, to the last unit, whoever sums or sells meanwhile.
 */
class SalesSumsTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int STORE = 1;
  private static final int SELLING = 4;
  private static final int SALES_EACH = 25;

  private static List<String> terminals = List.of();

  private final SalesSums sums = new SalesSums(jdbi(), STORE);
  private final SalesReport report = new SalesReport(jdbi(), new StoreZone(jdbi(), STORE), sums);

  private static Jdbi jdbi() {
    return store.server().database().jdbi();
  }

  @BeforeAll
  static void aDayOfTrade() throws SQLException {
    terminals = RandomDay.sold(store, 8_211);
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void eachReportIsThatOfItsLinesWhereverTheSumsStand() {
    long head = store.number("SELECT seq FROM event_head");
    long sale =
        store.number("SELECT MAX(seq) - MIN(seq) FROM event WHERE kind = 'SALE'") / 2
            + store.number("SELECT MIN(seq) FROM event WHERE kind = 'SALE'");
    for (long mark : List.of(0L, sale, head - 5, head)) {
      jdbi().useTransaction(handle -> standAt(handle, mark));
      for (Selection selection : selections()) {
        for (SalesBy by : SalesBy.values()) {
          if (SummedSales.tell(by, selection)) {
            sameAsLines(by, selection);
          }
        }
      }
    }
  }

  @Test
  void theLinesOfAnItemAreTheSameByItsKeyAsByTheSales() {
    for (Selection selection : selections()) {
      if (selection.itemId() == null) {
        continue;
      }
      Snapshot.of(
          jdbi(),
          handle -> {
            ReportDao lines = handle.attach(ReportDao.class);
            for (SalesBy by : SalesBy.values()) {
              assertThat(SummedSales.lines(lines, ReportDao.OF_ITEM, by, selection))
                  .as("%s of %s", by, selection)
                  .containsExactlyInAnyOrderElementsOf(
                      SummedSales.lines(lines, ReportDao.ALL, by, selection));
            }
            assertThat(lines.tickets(ReportDao.OF_ITEM, selection))
                .isEqualTo(lines.tickets(ReportDao.ALL, selection));
            return true;
          });
    }
  }

  private static void standAt(Handle handle, long mark) {
    SalesSumDao dao = handle.attach(SalesSumDao.class);
    assertThat(dao.lockMark(STORE)).isPresent();
    dao.deleteMinutes(STORE);
    dao.deleteOperators(STORE);
    dao.deleteItems(STORE);
    dao.deleteMembers(STORE);
    dao.deleteTenders(STORE);
    dao.sum(STORE, 0, mark / 3);
    dao.sum(STORE, mark / 3, mark);
    dao.moveMark(STORE, mark);
  }

  private static List<Selection> selections() {
    Integer terminal =
        (int)
            store.number(
                "SELECT terminal_id FROM terminal WHERE code = '" + terminals.get(0) + "'");
    Integer department = (int) store.number("SELECT MAX(department_id) FROM sale_line");
    Integer item =
        (int)
            store.number(
                "SELECT item_id FROM sale_line GROUP BY item_id ORDER BY COUNT(*) DESC LIMIT 1");
    Integer itsDepartment =
        (int) store.number("SELECT MAX(department_id) FROM sale_line WHERE item_id = " + item);
    return List.of(
        selection(null, null, null),
        selection(terminal, null, null),
        selection(null, department, null),
        selection(terminal, itsDepartment, null),
        selection(null, null, item),
        selection(null, itsDepartment, item),
        selection(null, department, item),
        selection(terminal, null, item));
  }

  private static Selection selection(
      @Nullable Integer terminal, @Nullable Integer department, @Nullable Integer item) {
    return new Selection(STORE, first(), last(), terminal, department, item, 0);
  }

  private static LocalDate first() {
    return LocalDate.now(ZoneOffset.UTC).minusYears(2);
  }

  private static LocalDate last() {
    return LocalDate.now(ZoneOffset.UTC).plusYears(2);
  }

  private static Selection at(Selection selection, long mark) {
    return new Selection(
        selection.storeId(),
        selection.from(),
        selection.to(),
        selection.terminalId(),
        selection.departmentId(),
        selection.itemId(),
        mark);
  }

  private static void sameAsLines(SalesBy by, Selection selection) {
    Snapshot.of(
        jdbi(),
        handle -> {
          ReportDao lines = handle.attach(ReportDao.class);
          SalesSumDao dao = handle.attach(SalesSumDao.class);
          Selection now = at(selection, dao.mark(STORE).orElseThrow());
          SummedSales summed = new SummedSales(dao, lines, now);

          Map<String, SalesRow> told = byCode(by, selection, summed.parts(by));

          assertThat(told)
              .as("%s of %s", by, now)
              .isEqualTo(
                  byCode(by, selection, SummedSales.lines(lines, ReportDao.ALL, by, selection)));
          assertThat(summed.tickets()).isEqualTo(lines.tickets(ReportDao.ALL, selection));
          return true;
        });
  }

  /** Only rows of one item have a quantity. */
  private static Map<String, SalesRow> byCode(
      SalesBy by, Selection selection, List<SalesRow> parts) {
    boolean ofItems = by == SalesBy.ITEM || selection.itemId() != null;
    Map<String, SalesRow> rows = new TreeMap<>();
    for (SalesRow row : parts) {
      rows.merge(
          row.code(),
          new SalesRow(
              row.code(),
              row.name(),
              row.department(),
              row.unit(),
              ofItems ? row.quantityMilli() : 0,
              row.figures()),
          SalesRow::plus);
    }
    return rows;
  }

  /** Postings end in any order, and two servers sum; each moment is whole. */
  @Test
  void nothingIsMissingOrDoubledWhileLanesSellAndSumsAreMade() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(SELLING + 3);
    List<TestLane> lanes = new ArrayList<>();
    try (SalesSums other = new SalesSums(jdbi(), STORE)) {
      List<Future<?>> selling = new ArrayList<>();
      for (int number = 0; number < SELLING; number++) {
        TestLane lane = store.lane("OWNER");
        lanes.add(lane);
        String item = store.item((number + 1) * 1_500_00L);
        selling.add(threads.submit(() -> sell(lane, item)));
      }
      List<Future<?>> working =
          List.of(
              threads.submit(() -> until(over, sums::catchUp)),
              threads.submit(() -> until(over, other::catchUp)),
              threads.submit(() -> until(over, SalesSumsTest::aMomentIsWhole)));
      for (Future<?> each : selling) {
        each.get();
      }
      over.set(true);
      for (Future<?> each : working) {
        each.get();
      }
    } finally {
      over.set(true);
      threads.shutdown();
      lanes.forEach(TestLane::close);
    }
    sums.catchUp();
    aMomentIsWhole();
    assertThat(mark()).isEqualTo(store.number("SELECT seq FROM event_head"));
    store.assertAuditClean();
  }

  private static void sell(TestLane lane, String item) {
    for (int sale = 0; sale < SALES_EACH; sale++) {
      lane.scan(item);
      lane.scan(item);
      var unused = lane.pay(lane.cashRequest(lane.basket().getTotals().getCashDueMinor()));
    }
  }

  private static void until(AtomicBoolean over, Runnable act) {
    do {
      act.run();
    } while (!over.get());
  }

  private static void aMomentIsWhole() {
    Snapshot.of(
        jdbi(),
        handle -> {
          ReportDao lines = handle.attach(ReportDao.class);
          SalesSumDao dao = handle.attach(SalesSumDao.class);
          Selection all = at(selection(null, null, null), dao.mark(STORE).orElseThrow());
          SummedSales summed = new SummedSales(dao, lines, all);
          ReportDao.Heads heads = lines.heads(all);
          for (SalesBy by : SalesBy.values()) {
            if (!SummedSales.tell(by, all)) {
              continue;
            }
            SalesFigures total =
                summed.parts(by).stream()
                    .map(SalesRow::figures)
                    .reduce(SalesFigures.NONE, SalesFigures::plus);
            assertThat(total.totalMinor()).as("%s", by).isEqualTo(heads.totalMinor());
            assertThat(total.taxMinor()).isEqualTo(heads.taxMinor());
          }
          assertThat(summed.tickets()).isEqualTo(heads.tickets());
          return true;
        });
  }

  private static long mark() {
    return store.number("SELECT seq FROM projection WHERE name = 'sales'");
  }

  @Test
  void whatEndsBetweenSumsAndMarkLeavesNothingHalfDone() throws SQLException {
    sums.catchUp();
    sellOne();
    store.sql(
        "CREATE TRIGGER no_mark BEFORE UPDATE ON projection FOR EACH ROW"
            + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the power is gone'");
    try {
      long before = mark();
      sums.catchUp();

      assertThat(mark()).isEqualTo(before);
      aMomentIsWhole();
      store.assertAuditClean();
    } finally {
      store.sql("DROP TRIGGER no_mark");
    }
    sums.catchUp();

    assertThat(mark()).isEqualTo(store.number("SELECT seq FROM event_head"));
    aMomentIsWhole();
  }

  private static void sellOne() throws SQLException {
    String item = store.item(2_500_00);
    try (TestLane lane = store.lane("OWNER")) {
      lane.scan(item);
      var unused = lane.pay(lane.cashRequest(lane.basket().getTotals().getCashDueMinor()));
    }
  }

  @Test
  void sumsThatAreWrongAreNotTold() throws SQLException {
    SalesReport.Asked all = new SalesReport.Asked(new Period(first(), last()), "", "", "");
    SalesReport.Sales right = report.sales(STORE, SalesBy.DEPARTMENT, all);
    store.sql("UPDATE sales_by_operator SET gross_minor = gross_minor + 100 LIMIT 1");

    SalesReport.Sales told = report.sales(STORE, SalesBy.DEPARTMENT, all);

    assertThat(told.total()).isEqualTo(right.total());
    assertThat(told.rows())
        .extracting(SalesRow::code, SalesRow::figures)
        .isEqualTo(right.rows().stream().map(row -> tuple(row.code(), row.figures())).toList());
    madeAnew();
  }

  /** As after an upgrade, when the sums begin at the first event: a day is read from its lines. */
  @Test
  void sumsThatAreFarBehindAreNotRead() throws SQLException {
    SalesReport.Asked all = new SalesReport.Asked(new Period(first(), last()), "", "", "");
    long head = store.number("SELECT seq FROM event_head");
    jdbi().useTransaction(handle -> standAt(handle, head - 10));
    long cost = report.read(STORE, SalesBy.DEPARTMENT, all).total().costMinor();
    store.sql("UPDATE sales_by_operator SET cost_minor = cost_minor + 7 LIMIT 1"); // a mark of them

    assertThat(costWhereMostUnsummedIs(10, all)).as("from sums and lines").isEqualTo(cost + 7);
    assertThat(costWhereMostUnsummedIs(9, all)).as("from lines").isEqualTo(cost);
    store.sql("DELETE FROM projection WHERE name = 'sales'");
    madeAnew();
  }

  private long costWhereMostUnsummedIs(long events, SalesReport.Asked asked) {
    return new SalesReport(jdbi(), new StoreZone(jdbi(), STORE), sums, events)
        .read(STORE, SalesBy.DEPARTMENT, asked)
        .total()
        .costMinor();
  }

  @Test
  void membersThatAreSummedWronglyAreNotTold() throws SQLException {
    SalesReport.Asked all = new SalesReport.Asked(new Period(first(), last()), "", "", "");
    SalesReport.Sales right = report.sales(STORE, SalesBy.MEMBER, all);
    store.sql("DELETE FROM sales_by_member WHERE member_id <> 0 LIMIT 1");

    SalesReport.Sales told = report.sales(STORE, SalesBy.MEMBER, all);

    assertThat(told.total()).isEqualTo(right.total());
    assertThat(told.rows())
        .extracting(SalesRow::code, SalesRow::figures)
        .hasSizeGreaterThan(2)
        .isEqualTo(right.rows().stream().map(row -> tuple(row.code(), row.figures())).toList());
    assertThat(told.rows().get(told.rows().size() - 1).code()).as("nobody's").isEmpty();
    madeAnew();
  }

  /** A store that sums already gets another table: what it has is thrown away with the mark. */
  @Test
  void aStoreThatSummedBeforeMembersAndTendersWereHasThemSummedToo() throws Exception {
    sums.catchUp();
    store.sql("DROP TABLE sales_by_member");
    store.sql("DROP TABLE tenders_by_minute");
    store.sql(statements("V83__sales_by_member.sql").get(0)); // as it was at first
    for (String statement : statements("V84__sales_by_member_alone.sql")) {
      store.sql(statement);
    }
    store.sql(
        "ALTER TABLE sale DROP KEY heads, ADD KEY store_id (store_id, business_date, terminal_id)");
    for (String statement : statements("V85__tenders_summed.sql")) {
      store.sql(statement);
    }

    assertThat(auditIsClean()).as("no mark tells of what is not summed").isTrue();
    madeAnew();
  }

  /** A migration is told of at its end, and each of its statements is kept before. */
  @Test
  void aMigrationThatWasCutOffIsRunAgain() throws Exception {
    sums.catchUp();
    store.sql("DROP TABLE tenders_by_minute");
    store.sql(
        "ALTER TABLE sale DROP KEY heads, ADD KEY store_id (store_id, business_date, terminal_id)");
    List<String> statements = statements("V85__tenders_summed.sql");
    for (int done = 1; done <= statements.size(); done++) {
      for (String statement : statements.subList(0, done)) {
        store.sql(statement);
      }
    }

    assertThat(
            store.number(
                """
                SELECT COUNT(*) FROM information_schema.statistics
                 WHERE table_schema = DATABASE() AND table_name = 'sale'
                   AND index_name IN ('heads', 'store_id')"""))
        .as("the columns of one key, not of both")
        .isEqualTo(8);
    madeAnew();
  }

  private static List<String> statements(String migration) throws IOException {
    try (var sql = SalesSums.class.getResourceAsStream("/db/migration/" + migration)) {
      String text = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.replaceAll("--.*", "").split(";"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    }
  }

  @Test
  void sumsWithoutAMarkAreMadeAnew() throws SQLException {
    sums.catchUp();
    store.sql("DELETE FROM projection WHERE name = 'sales'");
    linesAreRead();
    madeAnew();
  }

  @Test
  void sumsOfEventsThatTheLogDoesNotHaveAreMadeAnew() throws SQLException {
    store.sql("UPDATE projection SET seq = seq + 1000000 WHERE name = 'sales'");
    linesAreRead();
    madeAnew();
  }

  @Test
  void sumsThatSomebodyEmptiedAreMadeAnew() throws SQLException {
    sums.catchUp();
    for (String table :
        List.of(
            "sales_by_minute",
            "sales_by_operator",
            "sales_by_item",
            "sales_by_member",
            "tenders_by_minute")) {
      store.sql("DELETE FROM " + table);
    }
    store.sql("DELETE FROM projection WHERE name = 'sales'");
    linesAreRead();
    madeAnew();
  }

  private void linesAreRead() {
    SalesReport.Asked all = new SalesReport.Asked(new Period(first(), last()), "", "", "");
    assertThat(report.read(STORE, SalesBy.ITEM, all).total().totalMinor())
        .isEqualTo(store.number("SELECT SUM(total_minor) FROM sale"));
  }

  private void madeAnew() {
    await()
        .atMost(60, SECONDS)
        .until(
            () -> {
              sums.catchUp();
              return mark() == store.number("SELECT seq FROM event_head") && auditIsClean();
            });
    aMomentIsWhole();
  }

  private static boolean auditIsClean() throws SQLException {
    try (Connection connection = store.server().database().dataSource().getConnection()) {
      AuditReport audit = Audit.run(connection);
      return audit.clean();
    }
  }
}

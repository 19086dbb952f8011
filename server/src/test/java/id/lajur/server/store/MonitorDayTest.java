package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.live.v1.DepartmentSales;
import id.lajur.live.v1.HourSales;
import id.lajur.live.v1.Lane;
import id.lajur.live.v1.ListReceiptsRequest;
import id.lajur.live.v1.ListReceiptsResponse;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.Shop;
import id.lajur.live.v1.SoldReceipt;
import id.lajur.live.v1.TenderSales;
import id.lajur.live.v1.TopItem;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.Tender;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import id.lajur.till.v1.CloseDayRequest;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the monitor shows of a random day is what the database sums up, whoever read it when. */
class MonitorDayTest {
  private static final Path FOLDER = Path.of("target", "store of a monitor").toAbsolutePath();
  private static final String ZONE = "Asia/Jakarta";
  private static final String TODAY = "2026-11-23";
  private static final String WEEK_AGO = "2026-11-16";
  private static final int LANES = 3;
  private static final int ITEMS = 12;
  private static final long COIN = 100_00;

  private final HeldClock clock = new HeldClock(Instant.parse("2026-11-16T00:10:00Z")); // 7.10
  private final List<TestLane> lanes = new ArrayList<>();
  private @Nullable StoreServer running;
  private int port;

  /** Stands still but for the test. */
  private static final class HeldClock extends Clock {
    private volatile Instant now;

    HeldClock(Instant now) {
      this.now = now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void aShop() throws Exception {
    DataFolders.deleteTree(FOLDER);
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    start();
    List<NewItem> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      String code = "B" + i;
      items.add(
          NewItem.goods(
              code,
              code,
              "Barang " + i,
              "DEP" + i % 4,
              i % 3 == 0 ? "BEBAS" : "BIASA",
              (10 + i * 37) * 50_00L));
    }
    server().catalog().write(items, clock.instant().minus(Duration.ofDays(1)));
    server().setup().addSupplier("PT", "PT Uji");
    for (int i = 1; i <= LANES; i++) {
      lanes.add(lane("L" + i, Integer.toString(200 + i)));
    }
  }

  private void start() {
    running =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", port, new DatabaseSettings.Embedded(FOLDER, 128)),
            new StoreProfile("UJI", "Toko Uji", "", "", "IDR", 100, 100_00, ZONE, "", true),
            clock);
  }

  private StoreServer server() {
    return Objects.requireNonNull(running);
  }

  private TestLane lane(String code, String operator) {
    Authority.Identity identity = server().setup().addTerminal(code, "Lajur " + code, "LANE");
    server().setup().addOperator(operator, "Kasir " + code, "OWNER", "4711".toCharArray(), "id");
    TestLane lane = new TestLane(port, server().authority().certificatePem(), identity, operator);
    lane.signOn();
    return lane;
  }

  @AfterEach
  void leave() throws IOException {
    lanes.forEach(TestLane::close);
    server().close();
    DataFolders.deleteTree(FOLDER);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_123})
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void theMonitorShowsWhatTheDatabaseSumsUp(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    lanes.forEach(lane -> lane.openShift(100_000_00));
    receive(random);
    sellSome(random, 25);
    closeDay();
    clock.pass(Duration.ofDays(7).minus(Duration.between(opened(), clock.instant())));
    lanes.forEach(lane -> lane.openShift(100_000_00));
    Iterator<WatchShopResponse> stream = watch(lanes.get(0)); // follows all of the day
    assertThat(stream.next().getShop().getToday().getTickets()).isZero();

    sellSome(random, 25);
    sum();
    sellAlone(random);
    lanes.get(1).scan("B1"); // stays open
    Shop followed = until(stream, this::isAtTheHead);
    assertSums(followed);
    server().close();
    start();
    Shop read = until(watch(lanes.get(0)), this::isAtTheHead);

    assertThat(withoutLanes(read)).isEqualTo(withoutLanes(followed));
    assertThat(read.getLanesList())
        .filteredOn(lane -> lane.getTerminal().equals("L2"))
        .singleElement()
        .satisfies(lane -> assertThat(lane.getBasket().getLines()).isEqualTo(1));
    sellSome(random, 5);
    assertSums(until(watch(lanes.get(0)), this::isAtTheHead));
    try (Connection connection = server().database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }

  private Instant opened() {
    return Instant.parse("2026-11-16T00:10:00Z");
  }

  private boolean isAtTheHead(Shop shop) {
    return shop.getSequence() == number("SELECT seq FROM event_head");
  }

  /** Who is connected just after a start differs. */
  private static Shop withoutLanes(Shop shop) {
    return shop.toBuilder().clearLanes().build();
  }

  private static Iterator<WatchShopResponse> watch(TestLane lane) {
    return MonitorServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()))
        .withWaitForReady()
        .withDeadlineAfter(60, TimeUnit.SECONDS)
        .watchShop(WatchShopRequest.getDefaultInstance());
  }

  private static Shop until(Iterator<WatchShopResponse> stream, Predicate<Shop> wanted) {
    Shop shop = stream.next().getShop();
    while (!wanted.test(shop)) {
      shop = stream.next().getShop();
    }
    return shop;
  }

  private void receive(SplittableRandom random) {
    PostGoodsReceiptRequest.Builder delivery =
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setSupplier("PT")
            .setDeliveryNote("SJ 1");
    for (int i = 0; i < ITEMS; i++) {
      delivery.addLines(
          GoodsReceiptLine.newBuilder()
              .setCode("B" + i)
              .setQuantityMilli(random.nextLong(5, 60) * 1_000)
              .setCostMinor(random.nextLong(100, 9_000) * 100));
    }
    var unused = lanes.get(0).receive(delivery.build());
  }

  private void sellSome(SplittableRandom random, int tickets) {
    for (int i = 0; i < tickets; i++) {
      clock.pass(Duration.ofSeconds(random.nextLong(1_500)));
      TestLane lane = lanes.get(random.nextInt(LANES));
      lane.voidOpenBaskets();
      int lines = random.nextInt(2, 6);
      for (int line = 0; line < lines; line++) {
        var unused =
            lane.scan(lane.scanRequest("B" + random.nextInt(ITEMS), random.nextLong(1, 4) * 1_000));
      }
      int turn = random.nextInt(10);
      if (turn == 0) {
        lane.voidOpenBaskets();
        continue;
      }
      if (turn == 1) {
        var unused = lane.voidLine(1);
      }
      if (turn == 2 || turn == 3) {
        bringBack(lane, "B" + random.nextInt(ITEMS), random.nextLong(1, 8));
      }
      if (turn == 4) {
        discount(lane, DiscountSource.DISCOUNT_SOURCE_COUPON);
      }
      if (turn == 5) {
        discount(lane, DiscountSource.DISCOUNT_SOURCE_MANUAL);
      }
      long total = lane.basket().getTotals().getTotalMinor();
      if (total > 0 || total % COIN == 0) {
        pay(lane, random);
      } // else it stays open: its coins cannot be given back
    }
  }

  private static void bringBack(TestLane lane, String item, long pieces) {
    lane.adopt(
        lane.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setCode(item)
                    .setQuantityMilli(pieces * 1_000)
                    .setKind(LineKind.LINE_KIND_RETURN)
                    .setReason("rusak")
                    .build())
            .getBasket());
  }

  private static void discount(TestLane lane, DiscountSource source) {
    lane.adopt(
        lane.baskets()
            .discountBasket(
                DiscountBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setSource(source)
                    .setAmountMinor(350_00)
                    .setReason("kupon")
                    .build())
            .getBasket());
  }

  private static void pay(TestLane lane, SplittableRandom random) {
    long total = lane.basket().getTotals().getTotalMinor();
    PayRequest.Builder request =
        PayRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setBasket(lane.ref())
            .setTotalMinor(total);
    if (total > 0) {
      long card = random.nextInt(3) == 0 ? Math.min(total, 5_000_00) : 0;
      if (card > 0) {
        request.addTenders(Tender.newBuilder().setKind("CARD").setAmountMinor(card));
      }
      if (total > card) {
        request.addTenders(
            Tender.newBuilder().setKind("CASH").setAmountMinor(total - card + 20_000_00));
      }
    }
    var unused = lane.pay(request.build());
  }

  /** Receipts that lane 3 gave alone an hour ago, and brings now. */
  private void sellAlone(SplittableRandom random) {
    TestLane lane = lanes.get(2);
    lane.voidOpenBaskets();
    String shift =
        uuid(
            "SELECT LOWER(HEX(h.shift_id)) FROM shift h JOIN terminal t USING (terminal_id)"
                + " WHERE t.code = 'L3' AND h.closed_at IS NULL");
    EmergencyTill till = new EmergencyTill("L3", lane.operator(), shift);
    int taxClass = (int) number("SELECT tax_class_id FROM tax_class WHERE code = 'BIASA'");
    long soldAt = clock.instant().minus(Duration.ofMinutes(61)).toEpochMilli();
    long price = (10 + 37) * 50_00L; // of B1
    for (int i = 0; i < 3; i++) {
      var unused =
          lane.emergency()
              .postEmergencySale(
                  till.request(
                      till.next(
                          EmergencyTill.newBasket(),
                          soldAt + random.nextLong(60_000),
                          taxClass,
                          EmergencyTill.line("B1", price))));
    }
    String before =
        uuid(
            "SELECT LOWER(HEX(h.shift_id)) FROM shift h JOIN terminal t USING (terminal_id)"
                + " WHERE t.code = 'L3' AND h.business_date = '%s'".formatted(WEEK_AGO));
    EmergencyTill ofWeekAgo = till.inShift(before);
    var unused =
        lane.emergency()
            .postEmergencySale(
                ofWeekAgo.request(
                    ofWeekAgo.next(
                        EmergencyTill.newBasket(),
                        opened().plusSeconds(600).toEpochMilli(),
                        taxClass,
                        EmergencyTill.line("B1", price))));
  }

  /** Whoever asks for a report has sales summed. */
  private void sum() {
    var unused =
        ReportServiceGrpc.newBlockingStub(lanes.get(0).channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lanes.get(0).headers()))
            .listSales(
                ListSalesRequest.newBuilder().setFromDate(WEEK_AGO).setToDate(TODAY).build());
  }

  private void closeDay() {
    lanes.forEach(TestLane::voidOpenBaskets);
    var unused =
        lanes
            .get(0)
            .till()
            .closeDay(
                CloseDayRequest.newBuilder().setRequestId(TestLane.newId()).setForce(true).build());
  }

  private void assertSums(Shop shop) {
    assertThat(shop.getBusinessDate()).isEqualTo(TODAY);
    assertThat(shop.getComparedDate()).isEqualTo(WEEK_AGO);
    assertThat(shop.getOpen()).isTrue();
    assertThat(shop.getToday().getSalesMinor())
        .isEqualTo(sum("total_minor", TODAY))
        .isEqualTo(
            shop.getDepartmentsList().stream().mapToLong(DepartmentSales::getSalesMinor).sum())
        .isEqualTo(shop.getHoursList().stream().mapToLong(HourSales::getSalesMinor).sum())
        .isEqualTo(shop.getLanesList().stream().mapToLong(Lane::getSalesMinor).sum());
    assertThat(shop.getToday().getTickets())
        .isEqualTo(number("SELECT COUNT(*) FROM sale WHERE business_date = '" + TODAY + "'"));
    String untilNow = "' AND s.sold_at < '" + minuteAfterNow().minus(Duration.ofDays(7)) + "'";
    assertThat(shop.getWeekAgo().getSalesMinor())
        .isEqualTo(sum("total_minor", WEEK_AGO + untilNow.substring(0, untilNow.length() - 1)));
    assertThat(shop.getToday().getTicketsOfTheHour())
        .isEqualTo(
            number(
                "SELECT COUNT(*) FROM sale s WHERE s.business_date = '%s' AND s.sold_at >= '%s'"
                    .formatted(TODAY, sql(minuteAfterNow().minus(Duration.ofHours(1))))));
    assertBehind(shop);
    assertThat(shop.getMargin().getNetMinor()).isEqualTo(sum("total_minor - s.tax_minor", TODAY));
    assertThat(shop.getMargin().getCostMinor()).isEqualTo(sum("cost_minor", TODAY));
    assertThat(shop.getTendersList().stream().mapToLong(TenderSales::getAmountMinor).sum())
        .isEqualTo(sum("total_minor + s.rounding_minor", TODAY));
    for (HourSales hour : shop.getHoursList()) {
      String inHour = "' AND HOUR(CONVERT_TZ(s.sold_at, '+00:00', '+07:00')) = '" + hour.getHour();
      assertThat(hour.getSalesMinor()).isEqualTo(sum("total_minor", TODAY + inHour));
      assertThat(hour.getWeekAgoMinor()).isEqualTo(sum("total_minor", WEEK_AGO + inHour));
    }
    for (TenderSales tender : shop.getTendersList()) {
      long change = tender.getKind().equals("CASH") ? sum("change_minor", TODAY) : 0;
      assertThat(tender.getAmountMinor() + change)
          .isEqualTo(
              number(
                  ("SELECT COALESCE(SUM(p.amount_minor), 0) FROM sale s JOIN sale_tender p"
                          + " USING (sale_id) WHERE s.business_date = '%s' AND p.kind = '%s'")
                      .formatted(TODAY, tender.getKind())));
    }
    assertThat(shop.getLanesList().stream().mapToLong(Lane::getWeekAgoMinor).sum())
        .isEqualTo(shop.getWeekAgo().getSalesMinor());
    for (Lane lane : shop.getLanesList()) {
      assertThat(lane.getWeekAgoMinor())
          .isEqualTo(
              sum(
                  "total_minor",
                  "%s' AND s.terminal_id = (SELECT terminal_id FROM terminal WHERE code = '%s') AND"
                          .formatted(WEEK_AGO, lane.getTerminal())
                      + untilNow.substring(5, untilNow.length() - 1)));
      assertThat(lane.getShiftTickets())
          .isEqualTo(
              number(
                  "SELECT COUNT(*) FROM sale s JOIN shift h USING (shift_id) JOIN terminal t ON"
                      + " t.terminal_id = h.terminal_id WHERE h.closed_at IS NULL AND t.code = '"
                      + lane.getTerminal()
                      + "'"));
    }
    for (TopItem item : shop.getTopItemsList()) {
      assertThat(item.getQuantityMilli())
          .isEqualTo(
              number(
                  "SELECT -SUM(m.quantity_milli) FROM stock_move m JOIN item i USING (item_id)"
                      + " JOIN posting p USING (posting_id) WHERE p.kind = 'SALE'"
                      + " AND p.business_date = '%s' AND i.code = '%s'"
                          .formatted(TODAY, item.getItemCode())));
    }
    assertThat(shop.getReceiptsList().stream().mapToLong(SoldReceipt::getTotalMinor).sum())
        .as("all receipts of so short a day are listed")
        .isEqualTo(shop.getToday().getSalesMinor());
  }

  /** The last hour and a week ago open the receipts that they count, and no others. */
  private void assertBehind(Shop shop) {
    long minute = 60_000;
    ListReceiptsResponse hour =
        listed(
            ListReceiptsRequest.newBuilder()
                .setFromMs(shop.getAsOfMs() - 59 * minute)
                .setUntilMs(shop.getAsOfMs() + minute));
    assertThat(hour.getCount()).isEqualTo(shop.getToday().getTicketsOfTheHour());
    ListReceiptsRequest.Builder before =
        ListReceiptsRequest.newBuilder()
            .setBusinessDate(shop.getComparedDate())
            .setUntilMs(shop.getWeekAgoAsOfMs() + minute);
    assertThat(listed(before).getCount()).isEqualTo(shop.getWeekAgo().getTickets());
    assertThat(listed(before).getPartMinor()).isEqualTo(shop.getWeekAgo().getSalesMinor());
    for (Lane lane : shop.getLanesList()) {
      assertThat(listed(before.clone().setTerminal(lane.getTerminal())).getPartMinor())
          .isEqualTo(lane.getWeekAgoMinor());
    }
    assertThat(listed(before.setFromMs(shop.getWeekAgoAsOfMs() - 59 * minute)).getCount())
        .isEqualTo(shop.getWeekAgo().getTicketsOfTheHour());
  }

  private ListReceiptsResponse listed(ListReceiptsRequest.Builder request) {
    TestLane desk = lanes.get(0);
    return MonitorServiceGrpc.newBlockingStub(desk.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(desk.headers()))
        .listReceipts(request.build());
  }

  private Instant minuteAfterNow() {
    return Instant.ofEpochSecond((clock.instant().getEpochSecond() / 60 + 1) * 60);
  }

  private static String sql(Instant moment) {
    return moment.toString().replace("T", " ").replace("Z", "");
  }

  /**
   * @param where the date, and what else follows in the quotes
   */
  private long sum(String column, String where) {
    return number(
        "SELECT COALESCE(SUM(s.%s), 0) FROM sale s WHERE s.business_date = '%s'"
            .formatted(column, where.replaceAll("T(\\d\\d:\\d\\d:\\d\\d)Z", " $1")));
  }

  private long number(String sql) {
    return server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private String uuid(String sql) {
    return text(sql).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private String text(String sql) {
    return server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}

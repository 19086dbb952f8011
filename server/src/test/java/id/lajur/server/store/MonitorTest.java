package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.live.v1.EntryLine;
import id.lajur.live.v1.GetReceiptDetailRequest;
import id.lajur.live.v1.GetReceiptDetailResponse;
import id.lajur.live.v1.Incident;
import id.lajur.live.v1.Lane;
import id.lajur.live.v1.LaneState;
import id.lajur.live.v1.ListReceiptsRequest;
import id.lajur.live.v1.ListReceiptsResponse;
import id.lajur.live.v1.LowStock;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.Shop;
import id.lajur.live.v1.SoldReceipt;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import id.lajur.people.v1.SignOffRequest;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.sale.v1.AnnounceEmergencySalesRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.TellPaymentRequest;
import id.lajur.till.v1.OpenDrawerRequest;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop as a manager watches it, and the receipts behind the figures. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MonitorTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int PIECES = 10;

  private final TestLane manager = store.enrolled("MANAGER");
  private final List<TestLane> lanes = new ArrayList<>();

  @AfterEach
  void leave() {
    manager.close();
    lanes.forEach(TestLane::close);
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private TestLane lane(String role) {
    TestLane lane = store.lane(role);
    lanes.add(lane);
    return lane;
  }

  private static MonitorServiceGrpc.MonitorServiceBlockingStub monitor(TestLane desk) {
    return MonitorServiceGrpc.newBlockingStub(desk.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(desk.headers()))
        .withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  private static Iterator<WatchShopResponse> watch(TestLane desk) {
    return monitor(desk).watchShop(WatchShopRequest.getDefaultInstance());
  }

  private static Shop until(Iterator<WatchShopResponse> stream, Predicate<Shop> wanted) {
    Shop shop = stream.next().getShop();
    while (!wanted.test(shop)) {
      shop = stream.next().getShop();
    }
    return shop;
  }

  private static Predicate<Shop> stands(String terminal, LaneState state) {
    return shop -> lane(shop, terminal).getState() == state;
  }

  private static Lane lane(Shop shop, String terminal) {
    return shop.getLanesList().stream()
        .filter(lane -> lane.getTerminal().equals(terminal))
        .findFirst()
        .orElseGet(Lane::getDefaultInstance);
  }

  private static Incident incident(Shop shop, String kind, String terminal) {
    return shop.getIncidentsList().stream()
        .filter(each -> each.getKind().equals(kind) && each.getTerminal().equals(terminal))
        .findFirst()
        .orElseGet(Incident::getDefaultInstance);
  }

  @Test
  void aLaneIsSeenFromItsOpeningToItsClose() throws SQLException {
    manager.signOn();
    Iterator<WatchShopResponse> shop = watch(manager);
    TestLane lane = store.enrolled("SUPERVISOR");
    lanes.add(lane);
    String code = lane.terminal();
    until(shop, stands(code, LaneState.LANE_STATE_CLOSED));

    lane.signOn();
    lane.openShift(100_000_00);
    Lane ready = lane(until(shop, stands(code, LaneState.LANE_STATE_READY)), code);
    assertThat(ready.getOperatorNumber()).isEqualTo(lane.operator());
    assertThat(ready.hasBasket()).isFalse();

    String item = store.item(12_000_00);
    lane.scan(lane.scanRequest(item, 3_000));
    Lane serving = lane(until(shop, stands(code, LaneState.LANE_STATE_SERVING)), code);
    assertThat(serving.getBasket().getTotalMinor()).isEqualTo(36_000_00);
    assertThat(serving.getBasket().getPieces()).isEqualTo(3);
    assertThat(serving.getBasket().getLastItem()).isEqualTo("Barang " + item);
    lane.scan(item);
    until(shop, now -> lane(now, code).getBasket().getLines() == 2);

    tellPayment(lane, true);
    Lane paying = lane(until(shop, stands(code, LaneState.LANE_STATE_PAYING)), code);
    assertThat(paying.getBasket().getTotalMinor()).isEqualTo(48_000_00);
    tellPayment(lane, false);
    until(shop, stands(code, LaneState.LANE_STATE_SERVING));
    tellPayment(lane, true);
    until(shop, stands(code, LaneState.LANE_STATE_PAYING));

    lane.pay(lane.cashRequest(48_000_00));
    Lane sold = lane(until(shop, now -> lane(now, code).getShiftTickets() == 1), code);
    assertThat(sold.getShiftSalesMinor()).isEqualTo(48_000_00);
    assertThat(sold.getState()).isEqualTo(LaneState.LANE_STATE_READY);

    lane.scan(item);
    until(shop, stands(code, LaneState.LANE_STATE_SERVING));
    lane.voidOpenBaskets();

    lane.sessions().signOff(SignOffRequest.newBuilder().setRequestId(TestLane.newId()).build());
    until(shop, stands(code, LaneState.LANE_STATE_PAUSED));
    lane.signOn();
    until(shop, stands(code, LaneState.LANE_STATE_READY));

    lane.emergency()
        .announceEmergencySales(
            AnnounceEmergencySalesRequest.newBuilder()
                .setLastNumber(3)
                .setWaitingMinor(75_000_00)
                .build());
    Lane alone = lane(until(shop, stands(code, LaneState.LANE_STATE_EMERGENCY)), code);
    assertThat(alone.getUnsentSales()).isEqualTo(3);
    assertThat(alone.getUnsentMinor()).isEqualTo(75_000_00);
  }

  private static void tellPayment(TestLane lane, boolean at) {
    var unused =
        lane.sales()
            .tellPayment(
                TellPaymentRequest.newBuilder()
                    .setBasketId(lane.basket().getBasketId())
                    .setAtPayment(at)
                    .build());
  }

  @Test
  void aLaneWhoseMachineIsGoneIsAway() {
    manager.signOn();
    TestLane lane = lane("CASHIER");
    String code = lane.terminal();
    Iterator<WatchShopResponse> shop = watch(manager);
    until(shop, stands(code, LaneState.LANE_STATE_READY));

    lane.close();

    until(shop, stands(code, LaneState.LANE_STATE_AWAY));
  }

  @Test
  void whatIsTakenBackIsToldAsItHappens() throws SQLException {
    manager.signOn();
    Iterator<WatchShopResponse> shop = watch(manager);
    TestLane lane = lane("OWNER");
    String code = lane.terminal();
    String item = store.item(9_000_00);
    lane.scan(item);
    int second = lane.scan(item).getLineId();

    lane.voidLine(second);
    Incident voided =
        incident(
            until(shop, now -> incident(now, "LINE_VOIDED", code).getNumber() > 0),
            "LINE_VOIDED",
            code);
    assertThat(voided.getAmountMinor()).isEqualTo(9_000_00);
    assertThat(voided.getItemName()).isEqualTo("Barang " + item);
    assertThat(voided.getReason()).isEqualTo("salah pindai");
    lane.adopt(LineActs.override(lane, 1, 8_000_00, ""));
    until(shop, now -> incident(now, "PRICE_OVERRIDDEN", code).getNumber() > 0);
    lane.till()
        .openDrawer(
            OpenDrawerRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setReason("tukar uang")
                .build());
    until(shop, now -> incident(now, "DRAWER_OPENED", code).getNumber() > 0);
    lane.voidOpenBaskets();
    Shop last = until(shop, now -> incident(now, "BASKET_VOIDED", code).getNumber() > 0);

    assertThat(last.getIncidentsList())
        .isSortedAccordingTo(
            (one, other) -> Long.compare(other.getOccurredAtMs(), one.getOccurredAtMs()));
    assertThat(until(watch(manager), now -> true).getIncidentsList())
        .as("read anew or followed")
        .containsAll(last.getIncidentsList());
  }

  @Test
  void aPriceLevelThatIsChosenIsToldAsItHappens() throws SQLException {
    manager.signOn();
    Iterator<WatchShopResponse> shop = watch(manager);
    TestLane lane = lane("OWNER");
    String code = lane.terminal();
    String item = store.item(9_000_00);
    LevelActs.level(lane, "PANTAU", "Harga pantau");
    LevelActs.price(lane, item, "PANTAU", 7_000_00);
    lane.scan(item);

    var unused = LevelActs.choose(lane, "PANTAU", "");

    Incident chosen =
        incident(
            until(shop, now -> incident(now, "PRICE_LEVEL_CHOSEN", code).getNumber() > 0),
            "PRICE_LEVEL_CHOSEN",
            code);
    assertThat(chosen.getAmountMinor()).isEqualTo(-2_000_00);
    assertThat(chosen.getReason()).isEqualTo("Harga pantau");
    lane.voidOpenBaskets();
  }

  @Test
  void goodsOfWhichLessIsThereThanADayNeedsAreTold() throws SQLException {
    manager.signOn();
    TestLane lane = lane("OWNER");
    String item = store.item(1_000_00);
    Iterator<WatchShopResponse> shop = watch(manager);
    lane.scan(lane.scanRequest(item, 3_000));
    lane.pay(lane.cashRequest(3_000_00));

    LowStock low = until(shop, now -> !low(now, item).getItemCode().isEmpty(), item);
    assertThat(low.getStockMilli()).isEqualTo(-3_000);
    assertThat(low.getUnit()).isEqualTo("pcs");

    receive(lane, item, 50_000_00);
    until(shop, now -> low(now, item).getItemCode().isEmpty());
  }

  private static LowStock until(
      Iterator<WatchShopResponse> stream, Predicate<Shop> wanted, String item) {
    return low(until(stream, wanted), item);
  }

  /** Ten pieces come in. */
  private static void receive(TestLane lane, String item, long costMinor) {
    store.server().setup().addSupplier("PT-" + item, "PT Uji");
    var unused =
        lane.receive(
            PostGoodsReceiptRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setSupplier("PT-" + item)
                .setDeliveryNote("SJ")
                .addLines(
                    GoodsReceiptLine.newBuilder()
                        .setCode(item)
                        .setQuantityMilli(PIECES * 1_000L)
                        .setCostMinor(costMinor))
                .build());
  }

  private static LowStock low(Shop shop, String item) {
    return shop.getLowStockList().stream()
        .filter(each -> each.getItemCode().equals(item))
        .findFirst()
        .orElseGet(LowStock::getDefaultInstance);
  }

  @Test
  void costIsShownToNobodyWhoMayNotSeeIt() throws SQLException {
    TestLane lane = lane("OWNER");
    String item = store.item(10_000_00);
    receive(lane, item, 6_000_00 * 10);
    lane.scan(item);
    PayResponse sale = lane.pay(lane.cashRequest(10_000_00));
    try (TestLane sees = store.lane("MANAGER");
        TestLane blind = store.lane(store.role(List.of("live.watch", "till.shift"), ""))) {
      Shop shown = watch(sees).next().getShop();
      Shop hidden = watch(blind).next().getShop();

      assertThat(shown.hasMargin()).isTrue();
      assertThat(shown.getMargin().getNetMinor()).isPositive();
      assertThat(hidden.hasMargin()).isFalse();
      assertThat(hidden.hasWeekAgoMargin()).isFalse();
      assertThat(hidden.getToday().getSalesMinor()).isPositive();
      assertThat(hidden.getReceiptsList()).allMatch(receipt -> receipt.getCostMinor() == 0);
      assertThat(detail(sees, sale.getSaleId()).getCostEntryList())
          .extracting(EntryLine::getAmountMinor)
          .containsExactlyInAnyOrder(6_000_00L, -6_000_00L);
      assertThat(detail(sees, sale.getSaleId()).getLines(0).getCostMinor()).isEqualTo(6_000_00);
      assertThat(detail(blind, sale.getSaleId()).getCostEntryCount()).isZero();
      assertThat(detail(blind, sale.getSaleId()).getLines(0).getCostMinor()).isZero();
    }
  }

  @Test
  void aFigureIsTheSumOfTheReceiptsBehindIt() throws SQLException {
    manager.signOn();
    TestLane lane = lane("OWNER");
    String code = lane.terminal();
    String item = store.item(5_000_00);
    String other = store.item(700_00);
    for (int i = 0; i < 5; i++) {
      lane.scan(lane.scanRequest(item, (i + 1) * 1_000L));
      lane.scan(other);
      lane.pay(lane.cashRequest(100_000_00));
    }
    Shop shop = until(watch(manager), now -> lane(now, code).getTickets() == 5);

    List<SoldReceipt> all = new ArrayList<>();
    ListReceiptsRequest.Builder page =
        ListReceiptsRequest.newBuilder().setTerminal(code).setPageSize(2);
    ListReceiptsResponse answer = monitor(manager).listReceipts(page.build());
    all.addAll(answer.getReceiptsList());
    while (!answer.getNextPageToken().isEmpty()) {
      answer = monitor(manager).listReceipts(page.setPageToken(answer.getNextPageToken()).build());
      all.addAll(answer.getReceiptsList());
    }

    assertThat(all).hasSize(5).doesNotHaveDuplicates();
    assertThat(answer.getCount()).isEqualTo(5);
    assertThat(answer.getPartMinor())
        .isEqualTo(lane(shop, code).getSalesMinor())
        .isEqualTo(all.stream().mapToLong(SoldReceipt::getTotalMinor).sum());
    assertThat(listed(ListReceiptsRequest.newBuilder().setItemCode(item))).isEqualTo(15 * 5_000_00);
    assertThat(shop.getDepartmentsList())
        .allSatisfy(
            department ->
                assertThat(
                        listed(
                            ListReceiptsRequest.newBuilder().setDepartment(department.getCode())))
                    .isEqualTo(department.getSalesMinor()));
    assertThat(shop.getTendersList())
        .allSatisfy(
            tender ->
                assertThat(listed(ListReceiptsRequest.newBuilder().setTender(tender.getKind())))
                    .isEqualTo(tender.getAmountMinor()));
    assertThat(shop.getHoursList())
        .allSatisfy(
            hour ->
                assertThat(listed(ListReceiptsRequest.newBuilder().setHour(hour.getHour())))
                    .isEqualTo(hour.getSalesMinor()));
    assertThat(listed(ListReceiptsRequest.newBuilder().setOperatorNumber(lane.operator())))
        .isEqualTo(lane(shop, code).getSalesMinor());
    assertThat(listed(ListReceiptsRequest.newBuilder().setBusinessDate("2001-01-01"))).isZero();
  }

  private long listed(ListReceiptsRequest.Builder request) {
    return monitor(manager).listReceipts(request.build()).getPartMinor();
  }

  @Test
  void aReceiptOpensDownToItsLinesAndItsEntry() throws SQLException {
    manager.signOn();
    TestLane lane = lane("OWNER");
    String item = store.item(5_000_00);
    lane.scan(item);
    PayResponse sale = lane.pay(lane.cashRequest(10_000_00));

    GetReceiptDetailResponse detail = detail(manager, sale.getSaleId());

    assertThat(detail.getReceipt().getTotalMinor()).isEqualTo(5_000_00);
    assertThat(detail.getLinesList())
        .singleElement()
        .satisfies(line -> assertThat(line.getItemCode()).isEqualTo(item));
    assertThat(detail.getTendersList())
        .singleElement()
        .satisfies(tender -> assertThat(tender.getAmountMinor()).isEqualTo(10_000_00));
    assertThat(detail.getChangeMinor()).isEqualTo(5_000_00);
    assertThat(detail.getEntryList().stream().mapToLong(EntryLine::getAmountMinor).sum()).isZero();
    assertThat(detail.getEntryList()).extracting(EntryLine::getAccount).contains("1102", "4101");
  }

  private static GetReceiptDetailResponse detail(TestLane desk, String saleId) {
    return monitor(desk)
        .getReceiptDetail(GetReceiptDetailRequest.newBuilder().setSaleId(saleId).build());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, -1, 0, '', MOMENT_INVALID",
    "gestern, -1, 0, '', MOMENT_INVALID",
    "'', 48, 0, '', MOMENT_INVALID",
    "'', -1, -1, '', PAGE_INVALID",
    "'', -2, 0, '', MOMENT_INVALID",
    "'', -1, 0, 12-x, PAGE_INVALID",
  })
  void aListOfNothingIsRefused(String date, int hour, int size, String token, String reason) {
    manager.signOn();
    ListReceiptsRequest.Builder request =
        ListReceiptsRequest.newBuilder()
            .setBusinessDate(date)
            .setPageSize(size)
            .setPageToken(token);
    ListReceiptsRequest asked =
        hour >= 0
            ? request.setHour(hour).build()
            : hour == -2 ? request.setFromMs(-1).build() : request.build();

    assertThat(TestLane.outcome(() -> monitor(manager).listReceipts(asked))).isEqualTo(reason);
  }

  @Test
  void aReceiptThatIsNoneIsRefused() {
    manager.signOn();

    assertThat(TestLane.outcome(() -> detail(manager, "x"))).isEqualTo("ID_INVALID");
    assertThat(TestLane.outcome(() -> detail(manager, TestLane.newId()))).isEqualTo("SALE_UNKNOWN");
  }

  /** Of many sales that nobody read, whoever wakes is told little more than how it ended. */
  @Test
  void aWatcherThatSleepsIsSentTheNewestWhenItWakes() throws SQLException {
    manager.signOn();
    TestLane desk = narrow();
    Sleeper sleeper = new Sleeper(desk);
    sleeper.call.request(1);
    sleeper.next();
    TestLane lane = lane("CASHIER");
    String code = lane.terminal();
    String item = store.item(1_000_00);
    int sales = 150;
    Iterator<WatchShopResponse> awake = watch(manager);
    int seenAwake = 0;
    for (int i = 0; i < sales; i++) {
      lane.scan(item);
      lane.pay(lane.cashRequest(1_000_00));
      int sold = i + 1;
      until(awake, shop -> lane(shop, code).getTickets() == sold);
      seenAwake++;
    }

    int read = 0;
    long tickets;
    do {
      sleeper.call.request(1);
      tickets = lane(sleeper.next().getShop(), code).getTickets();
      read++;
    } while (tickets < sales);

    assertThat(seenAwake).isEqualTo(sales);
    assertThat(read).isLessThan(sales / 2);
    sleeper.call.cancel("enough", null);
  }

  /** A desk to which little is sent before it reads. */
  private TestLane narrow() {
    var server = store.server();
    var identity = server.setup().addTerminal("NARROW", "Kantor", "BACK_OFFICE");
    server.setup().addOperator("77", "Rina", "MANAGER", StoreFixture.PIN.toCharArray(), "id");
    TestLane desk =
        new TestLane(server.port(), server.authority().certificatePem(), identity, "77", 64 << 10);
    lanes.add(desk);
    desk.signOn();
    return desk;
  }

  /** Takes one message when it asks for one. */
  private static final class Sleeper extends ClientCall.Listener<WatchShopResponse> {
    private final BlockingQueue<WatchShopResponse> come = new LinkedBlockingQueue<>();
    final ClientCall<WatchShopRequest, WatchShopResponse> call;

    Sleeper(TestLane desk) {
      call =
          ClientInterceptors.intercept(
                  desk.channel(), MetadataUtils.newAttachHeadersInterceptor(desk.headers()))
              .newCall(MonitorServiceGrpc.getWatchShopMethod(), CallOptions.DEFAULT);
      call.start(this, new Metadata());
      call.sendMessage(WatchShopRequest.getDefaultInstance());
      call.halfClose();
    }

    WatchShopResponse next() {
      try {
        WatchShopResponse next = come.poll(20, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("nothing came");
        }
        return next;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onMessage(WatchShopResponse message) {
      come.add(message);
    }
  }

  @Test
  void whoMayNotWatchAnyMoreIsToldSo() {
    String role = store.role(List.of("live.watch", "till.shift"), "");
    TestLane desk = lane(role);
    Iterator<WatchShopResponse> shop = watch(desk);
    assertThat(shop.next().getShop().getLanesList()).isNotEmpty();

    store.sql(
        "DELETE p FROM role_permission p JOIN role r USING (role_id) WHERE r.code = '%s'"
                .formatted(role)
            + " AND p.permission = 'live.watch'");
    store.sql("UPDATE store SET rules_version = rules_version + 1");

    try {
      until(shop, now -> false);
    } catch (StatusRuntimeException refused) {
      assertThat(TestLane.reason(refused)).isEqualTo("PERMISSION_MISSING");
    }
  }
}

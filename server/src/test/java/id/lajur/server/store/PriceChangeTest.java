package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.catalog.v1.SetPriceResponse;
import id.lajur.live.v1.Event;
import id.lajur.live.v1.EventKind;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices set at one machine and charged at another. */
class PriceChangeTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private final TestLane office = store.lane("OWNER");

  @AfterEach
  void leave() {
    lane.close();
    office.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static SetPriceRequest request(String item, long priceMinor, long effectiveAtMs) {
    return SetPriceRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setItemCode(item)
        .setPriceMinor(priceMinor)
        .setEffectiveAtMs(effectiveAtMs)
        .build();
  }

  private String refused(SetPriceRequest request) {
    return TestLane.reason(
        catchThrowableOfType(
            StatusRuntimeException.class, () -> office.catalog().setPrice(request)));
  }

  private static long charged(AddLineResponse scan) {
    return scan.getBasket().getLinesList().stream()
        .filter(line -> line.getLineId() == scan.getLineId())
        .findFirst()
        .orElseThrow()
        .getPriceMinor();
  }

  @Test
  void aPriceSetNowIsChargedAtTheNextScanOnEveryLane() throws SQLException {
    String item = store.item(1_000_00);
    assertThat(charged(lane.scan(item))).isEqualTo(1_000_00);

    office.catalog().setPrice(request(item, 1_250_00, 0));

    assertThat(charged(lane.scan(item))).isEqualTo(1_250_00);
    try (TestLane another = store.lane()) {
      assertThat(charged(another.scan(item))).isEqualTo(1_250_00);
    }
  }

  @Test
  void whatLiesInABasketKeepsThePriceOfItsScan() throws SQLException {
    String item = store.item(1_000_00);
    lane.scan(item);

    office.catalog().setPrice(request(item, 9_000_00, 0));

    assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(1_000_00);
    assertThat(lane.pay(lane.cashRequest(1_000_00)).getTotalMinor()).isEqualTo(1_000_00);
  }

  @Test
  void aPriceSetForLaterIsChargedFromThatMomentOn() throws SQLException {
    String item = store.item(1_000_00);
    long from = Clock.systemUTC().instant().plusMillis(2_500).toEpochMilli();

    SetPriceResponse set = office.catalog().setPrice(request(item, 2_000_00, from));

    assertThat(set.getEffectiveAtMs()).isEqualTo(from);
    long price = charged(lane.scan(item));
    if (Clock.systemUTC().millis() < from) { // a machine that stood still meanwhile proves nothing
      assertThat(price).isEqualTo(1_000_00);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> offer(item).getPriceMinor() == 2_000_00);
    assertThat(Clock.systemUTC().millis()).isGreaterThanOrEqualTo(from);
    assertThat(charged(lane.scan(item))).isEqualTo(2_000_00);
  }

  private ItemOffer offer(String code) {
    return lane.catalog()
        .checkPrice(CheckPriceRequest.newBuilder().setCode(code).build())
        .getOffer();
  }

  @Test
  @Timeout(30)
  void aWatcherHearsOfIt() throws SQLException {
    String item = store.item(1_000_00);
    Iterator<WatchEventsResponse> stream =
        LiveServiceGrpc.newBlockingStub(office.channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(office.headers()))
            .watchEvents(
                WatchEventsRequest.newBuilder()
                    .setAfterSequence(store.number("SELECT seq FROM event_head"))
                    .build());

    long before = System.nanoTime();
    office.catalog().setPrice(request(item, 1_100_00, 0));
    List<Event> heard = new ArrayList<>(stream.next().getEventsList());

    assertThat(heard.get(0).getKind()).isEqualTo(EventKind.EVENT_KIND_CATALOG_CHANGED);
    assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void aPackHasAPriceOfItsOwn() throws SQLException {
    store
        .server()
        .catalog()
        .write(
            List.of(
                new NewItem(
                    "KOPI24",
                    "Kopi",
                    "UMUM",
                    "",
                    SaleItem.Kind.GOODS,
                    null,
                    "BIASA",
                    false,
                    SaleItem.StockPolicy.ALLOW,
                    null,
                    List.of(
                        new NewItem.Unit("pcs", 1000, 2_000_00L, List.of("KOPI1")),
                        new NewItem.Unit("dus", 24_000, 45_000_00L, List.of("KOPIDUS"))))),
            Clock.systemUTC().instant());

    office.catalog().setPrice(request("KOPI24", 44_000_00, 0).toBuilder().setUnit("dus").build());

    assertThat(charged(lane.scan("KOPIDUS"))).isEqualTo(44_000_00);
    assertThat(charged(lane.scan("KOPI1"))).isEqualTo(2_000_00);
  }

  @Test
  void aChangeSentTwiceIsMadeOnceAndJournaledWithBeforeAndAfter() throws SQLException {
    String item = store.item(1_000_00);
    SetPriceRequest request = request(item, 1_500_00, 0);
    long events = store.number("SELECT COUNT(*) FROM event WHERE kind = 'CATALOG_CHANGED'");

    SetPriceResponse first = office.catalog().setPrice(request);

    assertThat(office.catalog().setPrice(request)).isEqualTo(first);
    assertThat(refused(request.toBuilder().setPriceMinor(1).build())).isEqualTo("REQUEST_REUSED");
    assertThat(store.number("SELECT COUNT(*) FROM event WHERE kind = 'CATALOG_CHANGED'"))
        .isEqualTo(events + 1);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry a JOIN item i ON i.item_id = a.line_id"
                    + " WHERE a.kind = 'PRICE_CHANGED' AND a.amount_minor = 150000"
                    + " AND a.before_value = 'pcs 100000' AND a.after_value LIKE 'pcs 150000 2%'"
                    + " AND a.operator_id IS NOT NULL AND i.code = '"
                    + item
                    + "'"))
        .isOne();
  }

  @Test
  void theSameChangeSentManyTimesAtOnceIsMadeOnce() throws Exception {
    String item = store.item(1_000_00);
    SetPriceRequest request = request(item, 1_750_00, 0);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<SetPriceResponse>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        answers.add(threads.submit(() -> office.catalog().setPrice(request)));
      }
      SetPriceResponse first = answers.get(0).get();
      for (Future<SetPriceResponse> answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM price JOIN item USING (item_id) WHERE code = '" + item + "'"))
        .isEqualTo(2);
  }

  @Test
  void changesOfOneItemFromManyMachinesAllStandInTheirOrder() throws Exception {
    String item = store.item(1_000_00);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int first = i;
        all.add(
            threads.submit(
                () -> {
                  try (TestLane machine = store.lane("OWNER")) {
                    for (int k = 0; k < 5; k++) {
                      machine.catalog().setPrice(request(item, 100L * (10 * first + k), 0));
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    long last =
        store.number(
            "SELECT amount_minor FROM audit_entry WHERE kind = 'PRICE_CHANGED' AND line_id ="
                + " (SELECT item_id FROM item WHERE code = '"
                + item
                + "') ORDER BY occurred_at DESC LIMIT 1");
    assertThat(charged(lane.scan(item))).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 100_000_000_000_001L, Long.MAX_VALUE})
  void anAbsurdPriceIsRefused(long priceMinor) throws SQLException {
    assertThat(refused(request(store.item(1_000_00), priceMinor, 0))).isEqualTo("AMOUNT_INVALID");
  }

  @Test
  void aPriceOfNothingIsAPrice() throws SQLException {
    String item = store.item(1_000_00);
    office.catalog().setPrice(request(item, 0, 0));
    assertThat(charged(lane.scan(item))).isZero();
  }

  @Test
  void aMomentThatHasPassedOrThatNobodyWillSeeIsRefused() throws SQLException {
    String item = store.item(1_000_00);
    Instant now = Clock.systemUTC().instant();
    for (long ms :
        new long[] {
          1,
          -1,
          now.minusSeconds(60).toEpochMilli(),
          now.plus(Duration.ofDays(3_000)).toEpochMilli(),
          Long.MAX_VALUE,
          Long.MIN_VALUE
        }) {
      assertThat(refused(request(item, 1_00, ms))).as("%d", ms).isEqualTo("MOMENT_INVALID");
    }
    assertThat(charged(lane.scan(item))).isEqualTo(1_000_00);
  }

  @Test
  void anUnknownItemOrUnitIsRefused() throws SQLException {
    assertThat(refused(request("TIDAK-ADA", 1_00, 0))).isEqualTo("ITEM_UNKNOWN");
    assertThat(refused(request("", 1_00, 0))).isEqualTo("ITEM_UNKNOWN");
    assertThat(refused(request("' OR 1=1 --", 1_00, 0))).isEqualTo("ITEM_UNKNOWN");
    assertThat(refused(request("x".repeat(201), 1_00, 0))).isEqualTo("TEXT_INVALID");
    String item = store.item(1_000_00);
    assertThat(refused(request(item, 1_00, 0).toBuilder().setUnit("dus").build()))
        .isEqualTo("UNIT_UNKNOWN");
    assertThat(refused(request(item, 1_00, 0).toBuilder().setRequestId("1").build()))
        .isEqualTo("REQUEST_ID_INVALID");
  }

  @Test
  void aCashierSetsNoPrices() throws SQLException {
    String item = store.item(1_000_00);
    assertThat(
            TestLane.reason(
                catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> lane.catalog().setPrice(request(item, 1_00, 0)))))
        .isEqualTo("PERMISSION_MISSING");
  }
}

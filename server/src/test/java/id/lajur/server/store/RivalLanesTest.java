package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lanes that want the same goods at the same moment. */
class RivalLanesTest {
  private static final int LANES = 8;
  private static final int TICKETS = 500;
  private static final int ITEMS = 20;
  private static final long RECEIVED_MILLI = 100_000;

  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @BeforeAll
  static void aSupplier() {
    store.server().setup().addSupplier("PT-RIVAL", "PT Rival");
  }

  @AfterEach
  void theBooksHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void theLastUnitSoldTwiceLeavesOneBelowZeroAtItsLastCost() throws Exception {
    String item = store.item(10_000_00);
    receive(item, 1_000, 6_000_00);

    assertThat(bothSellOne(item)).containsExactlyInAnyOrder("sold", "sold");

    assertThat(balance(item, "quantity_milli")).isEqualTo(-1_000);
    assertThat(balance(item, "value_minor")).isEqualTo(-6_000_00);
  }

  @Test
  void whereThePolicyForbidsExactlyOneOfTwoIsSold() throws Exception {
    String item = store.item(10_000_00);
    store
        .server()
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE item SET stock_policy = 'FORBID' WHERE code = ?", item));
    receive(item, 1_000, 6_000_00);

    assertThat(bothSellOne(item)).containsExactlyInAnyOrder("sold", "STOCK_FORBIDS");

    assertThat(balance(item, "quantity_milli")).isZero();
    assertThat(balance(item, "value_minor")).isZero();
    try (TestLane lane = store.lane()) {
      assertThat(outcome(() -> lane.scan(item))).isEqualTo("STOCK_FORBIDS");
    }
  }

  @Test
  void eightLanesSellTheSameTwentyItemsAndStockIsWhatIsLeft() throws Exception {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(store.item((i + 1) * 500_00L));
      receive(items.get(i), RECEIVED_MILLI, 30_000_00);
    }
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    long[] sold = new long[ITEMS];
    try {
      List<Future<long[]>> lanes = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        int seed = i;
        lanes.add(threads.submit(() -> sellTickets(items, seed)));
      }
      for (Future<long[]> lane : lanes) {
        long[] pieces = lane.get();
        for (int i = 0; i < ITEMS; i++) {
          sold[i] += pieces[i];
        }
      }
    } finally {
      threads.shutdownNow();
    }

    for (int i = 0; i < ITEMS; i++) {
      assertThat(balance(items.get(i), "quantity_milli"))
          .as(items.get(i))
          .isEqualTo(RECEIVED_MILLI - 1000 * sold[i]);
    }
  }

  private static long[] sellTickets(List<String> items, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] sold = new long[ITEMS];
    try (TestLane lane = store.lane()) {
      for (int ticket = 0; ticket < TICKETS; ticket++) {
        int lines = random.nextInt(1, 4);
        for (int line = 0; line < lines; line++) {
          int item = random.nextInt(ITEMS);
          lane.scan(items.get(item));
          sold[item]++;
        }
        lane.pay(lane.cashRequest(100_000_00));
      }
    }
    return sold;
  }

  /** Two lanes scan one piece each, and pay at the same moment. */
  private static List<String> bothSellOne(String item) throws Exception {
    CyclicBarrier scanned = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Callable<String> one =
        () -> {
          try (TestLane lane = store.lane()) {
            lane.scan(item);
            scanned.await();
            return outcome(() -> lane.pay(lane.cashRequest(10_000_00)));
          }
        };
    try {
      Future<String> first = threads.submit(one);
      Future<String> second = threads.submit(one);
      return List.of(first.get(), second.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String outcome(Runnable act) {
    try {
      act.run();
      return "sold";
    } catch (StatusRuntimeException refusal) {
      return TestLane.reason(refusal);
    }
  }

  private static void receive(String code, long quantityMilli, long costMinor) {
    try (TestLane back = store.lane("OWNER")) {
      back.receive(
          PostGoodsReceiptRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setSupplier("PT-RIVAL")
              .setDeliveryNote("SJ-R")
              .addLines(
                  GoodsReceiptLine.newBuilder()
                      .setCode(code)
                      .setQuantityMilli(quantityMilli)
                      .setCostMinor(costMinor))
              .build());
    }
  }

  private static long balance(String item, String column) {
    return store.number(
        "SELECT b."
            + column
            + " FROM stock_balance b JOIN item i USING (item_id) WHERE i.code = '"
            + item
            + "'");
  }
}

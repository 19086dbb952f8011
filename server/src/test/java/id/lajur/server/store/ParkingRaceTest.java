package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.WaitingBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many lanes that put their baskets aside at the same moment, and fetch them again. */
class ParkingRaceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int LANES = 16;
  private static final int ROUNDS = 12;
  private static final int LOOKS = 1_000;

  @Test
  void eachBasketIsGivenANumberOfItsOwnAndNobodyIsRefused() throws Exception {
    String item = store.item(1_000_00);
    List<TestLane> lanes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      for (int i = 0; i < LANES; i++) {
        lanes.add(store.lane());
      }
      for (int round = 0; round < ROUNDS; round++) {
        List<Integer> numbers = atOnce(threads, lanes, lane -> suspended(lane, item));
        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(n -> assertThat(n).isPositive());
        assertThat(atOnce(threads, lanes, ParkingRaceTest::resumedLines)).containsOnly(round + 1);
      }
    } finally {
      threads.shutdownNow();
      lanes.forEach(TestLane::close);
    }
    store.assertAuditClean();
  }

  @Test
  void aBasketThatItsLaneFetchesIsNeverOpenAtTheLaneThatReadsTheList() throws Exception {
    String item = store.item(1_000_00);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    AtomicBoolean ends = new AtomicBoolean();
    try (TestLane parking = store.lane();
        TestLane reading = store.lane()) {
      Future<Integer> parked =
          thread.submit(
              () -> {
                int lines = suspended(parking, item);
                while (!ends.get()) {
                  lines = resumedLines(parking);
                  suspended(parking);
                }
                return lines;
              });
      for (int look = 0; look < LOOKS; look++) {
        assertThat(
                reading
                    .baskets()
                    .listBaskets(ListBasketsRequest.getDefaultInstance())
                    .getBasketsList())
            .extracting(WaitingBasket::getState)
            .doesNotContain(BasketState.BASKET_STATE_OPEN);
      }
      ends.set(true);
      assertThat(parked.get()).isEqualTo(1);
    } finally {
      ends.set(true);
      thread.shutdownNow();
    }
  }

  /** What a lane does; answers with a number. */
  @FunctionalInterface
  private interface Act {
    int of(TestLane lane);
  }

  private static List<Integer> atOnce(ExecutorService threads, List<TestLane> lanes, Act act)
      throws Exception {
    CyclicBarrier ready = new CyclicBarrier(lanes.size());
    List<Callable<Integer>> calls = new ArrayList<>();
    for (TestLane lane : lanes) {
      calls.add(
          () -> {
            ready.await();
            return act.of(lane);
          });
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : threads.invokeAll(calls)) {
      answers.add(answer.get());
    }
    return answers;
  }

  private static int suspended(TestLane lane, String item) {
    lane.scan(item);
    return suspended(lane);
  }

  private static int suspended(TestLane lane) {
    return lane.baskets()
        .suspendBasket(
            SuspendBasketRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .build())
        .getBasket()
        .getSuspendNumber();
  }

  private static int resumedLines(TestLane lane) {
    lane.adopt(
        lane.baskets()
            .resumeBasket(
                ResumeBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasketId(lane.ref().getBasketId())
                    .build())
            .getBasket());
    return lane.basket().getLinesCount();
  }
}

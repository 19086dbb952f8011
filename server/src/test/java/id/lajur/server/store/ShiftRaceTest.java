package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.SecureHandoverRequest;
import id.lajur.till.v1.Takeover;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shifts and dates that open and close at the moment when something else wants them open. */
class ShiftRaceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final ExecutorService threads = Executors.newFixedThreadPool(3);
  private static final int ROUNDS = 25;
  private static final int DAYS = 5;
  private static final String OK = "answered";

  @AfterEach
  void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @AfterAll
  static void end() {
    threads.shutdownNow();
  }

  @Test
  void aBasketOpensInAnOpenShiftOrNotAtAll() throws Exception {
    String item = store.item(1_000_00);
    try (TestLane lane = store.enrolled()) {
      lane.signOn();
      for (int round = 0; round < ROUNDS; round++) {
        lane.openShift(0);
        AddLineRequest scan = lane.scanRequest(item, 0);

        List<String> outcomes = atOnce(() -> lane.baskets().addLine(scan), () -> closeShift(lane));

        assertThat(outcomes).isIn(List.of(OK, "BASKET_OPEN"), List.of("SHIFT_CLOSED", OK));
        if (outcomes.get(0).equals(OK)) {
          lane.reread();
          lane.pay(lane.cashRequest(1_000_00));
          closeShift(lane);
        }
      }
    }
  }

  @Test
  void aBasketIsResumedIntoAnOpenShiftOrNotAtAll() throws Exception {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane();
        TestLane closing = store.enrolled()) {
      closing.signOn();
      for (int round = 0; round < ROUNDS; round++) {
        lane.scan(item);
        BasketRef ref = lane.ref();
        lane.baskets()
            .suspendBasket(
                SuspendBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(ref)
                    .build());
        closing.openShift(0);

        List<String> outcomes =
            atOnce(() -> resume(closing, ref.getBasketId()), () -> closeShift(closing));

        assertThat(outcomes).isIn(List.of(OK, "BASKET_OPEN"), List.of("SHIFT_CLOSED", OK));
        TestLane paying = outcomes.get(0).equals(OK) ? closing : lane;
        if (paying == lane) {
          lane.adopt(resume(lane, ref.getBasketId()));
        } else {
          closing.adopt(lane.reread());
        }
        paying.pay(paying.cashRequest(1_000_00));
        if (paying == closing) {
          closeShift(closing);
        }
        lane.adopt(id.lajur.sale.v1.Basket.getDefaultInstance());
      }
    }
  }

  @Test
  void twoLanesAndTheDayOpenAndCloseAtTheSameMoment() throws Exception {
    try (TestLane first = store.enrolled("OWNER");
        TestLane second = store.enrolled("OWNER");
        TestLane manager = store.enrolled("OWNER")) {
      first.signOn();
      second.signOn();
      manager.signOn();
      closeDay(manager, true);
      for (int day = 0; day < DAYS; day++) {
        assertThat(atOnce(() -> openShift(first), () -> openShift(second))).containsOnly(OK);
        assertThat(store.number("SELECT COUNT(*) FROM business_day WHERE closed_at IS NULL"))
            .isEqualTo(1);

        List<String> closed =
            atOnce(
                () -> closeShift(first), () -> closeShift(second), () -> closeDay(manager, false));
        assertThat(closed.subList(0, 2)).containsOnly(OK);
        assertThat(closed.get(2)).isIn(OK, "SHIFT_OPEN");

        List<String> again = atOnce(() -> openShift(first), () -> closeDay(manager, true));
        assertThat(again.get(0)).isEqualTo(OK);
        assertThat(again.get(1)).isIn(OK, "DAY_CLOSED");

        List<String> both =
            atOnce(() -> closeShift(first), () -> closeDay(manager, true), () -> openShift(second));
        assertThat(both.get(0)).isIn(OK, "SHIFT_CLOSED");
        assertThat(both.get(1)).isIn(OK, "DAY_CLOSED");
        assertThat(both.get(2)).isEqualTo(OK);
        assertThat(TestLane.outcome(() -> closeDay(manager, true))).isIn(OK, "DAY_CLOSED");
        assertThat(store.number("SELECT COUNT(*) FROM shift WHERE closed_at IS NULL")).isZero();
      }
    }
  }

  @Test
  void cashThatWasHandedOverIsTakenOverOnceOrGoesToTheSafe() throws Exception {
    try (TestLane old = store.enrolled();
        TestLane first = store.enrolled();
        TestLane second = store.enrolled();
        TestLane manager = store.enrolled("OWNER")) {
      old.signOn();
      first.as(old.operator()).signOn();
      second.as(old.operator()).signOn();
      manager.signOn();
      for (int round = 0; round < ROUNDS; round++) {
        old.openShift(100_000_00);
        handOver(old, first.terminal());
        String handover =
            manager
                .till()
                .getDay(GetDayRequest.getDefaultInstance())
                .getHandovers(0)
                .getHandoverId();

        List<String> outcomes =
            atOnce(() -> takeOver(first), () -> takeOver(second), () -> secure(manager, handover));

        assertThat(outcomes).containsOnlyOnce(OK);
        assertThat(outcomes).containsOnly(OK, "HANDOVER_NONE");
        for (TestLane taking : List.of(first, second)) {
          if (TestLane.outcome(
                  () -> taking.till().getXReport(GetXReportRequest.getDefaultInstance()))
              .equals(OK)) {
            closeShift(taking);
          }
        }
      }
    }
  }

  private static void handOver(TestLane lane, String terminal) {
    var unused =
        lane.till()
            .closeShift(
                CloseShiftRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .addCounted(Denomination.newBuilder().setValueMinor(100_000_00).setPieces(1))
                    .setHandover(Handover.newBuilder().setTerminal(terminal))
                    .build());
  }

  private static Object takeOver(TestLane lane) {
    return lane.till()
        .openShift(
            OpenShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setTakeover(Takeover.TAKEOVER_AS_IT_STANDS)
                .build());
  }

  private static Object secure(TestLane manager, String handover) {
    return manager
        .till()
        .secureHandover(
            SecureHandoverRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setHandoverId(handover)
                .setCountedMinor(100_000_00)
                .build());
  }

  /** What becomes of calls that start at the same moment, in their order. */
  private static List<String> atOnce(Supplier<?>... calls) throws Exception {
    CyclicBarrier ready = new CyclicBarrier(calls.length);
    List<Future<String>> running = new ArrayList<>();
    for (Supplier<?> call : calls) {
      running.add(
          threads.submit(
              () -> {
                ready.await();
                String outcome = TestLane.outcome(call);
                while (outcome.equals("BUSY")) { // on a slow machine; nothing was done, ask again
                  outcome = TestLane.outcome(call);
                }
                return outcome;
              }));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> one : running) {
      outcomes.add(one.get());
    }
    return outcomes;
  }

  private static id.lajur.sale.v1.Basket resume(TestLane lane, String basketId) {
    return lane.baskets()
        .resumeBasket(
            ResumeBasketRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasketId(basketId)
                .build())
        .getBasket();
  }

  private static Object openShift(TestLane lane) {
    return lane.till()
        .openShift(OpenShiftRequest.newBuilder().setRequestId(TestLane.newId()).build());
  }

  private static Object closeShift(TestLane lane) {
    return lane.till()
        .closeShift(CloseShiftRequest.newBuilder().setRequestId(TestLane.newId()).build());
  }

  private static Object closeDay(TestLane lane, boolean force) {
    return lane.till()
        .closeDay(
            CloseDayRequest.newBuilder().setRequestId(TestLane.newId()).setForce(force).build());
  }
}

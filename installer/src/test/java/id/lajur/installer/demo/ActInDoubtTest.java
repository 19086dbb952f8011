package id.lajur.installer.demo;

import static id.lajur.installer.demo.StartedLane.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.faults.Wire;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.window.ServerLane;
import id.lajur.till.v1.MoveCashRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lane whose server goes away in the very act. */
@Timeout(240)
class ActInDoubtTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String ONLY_CASH = "EMERGENCY_ONLY_CASH";

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final List<Boolean> settled = new CopyOnWriteArrayList<>();
  private final EnrolledLane at;

  ActInDoubtTest(@TempDir Path folder) {
    this.at = shop.enrolLane(folder);
  }

  private final class Settled implements EmergencyNews {
    @Override
    public void cashSettled(MoveCashRequest cash, boolean booked) {
      settled.add(booked);
    }
  }

  private final class Started implements AutoCloseable {
    final ReceiptPrinter printer;
    final ServerLane lane;
    private final StartedLane started;

    Started(Wire wire) throws IOException {
      this.started = at.start(wire.port(), new Settled());
      this.printer = started.printer;
      this.lane = started.lane;
      if (lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join().shift().isEmpty()) {
        lane.openShift(200_000_00).join();
      }
      await().atMost(LONG).until(() -> Files.exists(at.folder().resolve("shelf.snapshot")));
    }

    BasketView scan(int index) {
      return lane.addLine(shop.code(index), 1_000, "").join();
    }

    String pay(BasketView basket) {
      return lane.payCash(basket.totalMinor(), basket.cashDueMinor()).join().number();
    }

    ApprovalView approval() {
      return lane.approve(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN, "till.cash").join();
    }

    CompletableFuture<Void> drop(ApprovalView approval) {
      return lane.moveCash(CashKind.DROP, 50_000_00, "to the safe", approval);
    }

    void dropInDoubt(Wire wire) {
      ApprovalView approval = approval();
      wire.holdAnswers();
      assertThat(refusal(drop(approval))).isEqualTo("CASH_IN_DOUBT");
    }

    void awaitTheServer() {
      await().atMost(LONG).until(() -> !refusal(lane.waitingBaskets()).equals(ONLY_CASH));
    }

    @Override
    public void close() {
      started.close();
    }
  }

  private long drops() {
    return at.figure(
        "SELECT COUNT(*) FROM cash_movement JOIN posting USING (posting_id)"
            + " JOIN terminal USING (terminal_id) WHERE code = :code");
  }

  private long baskets(String state) {
    return at.figure(
        "SELECT COUNT(*) FROM basket JOIN terminal USING (terminal_id)"
            + " WHERE code = :code AND state = '"
            + state
            + "'");
  }

  @Test
  void aBasketThatMayHaveBeenPutAsideIsSoldByTheLaneOnce() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      BasketView atHand = lane.scan(1);
      wire.holdAnswers();

      assertThat(refusal(lane.lane.suspend())).isEqualTo(ONLY_CASH);
      assertThat(lane.pay(atHand)).contains("-E");
      wire.cut();

      lane.awaitTheServer();
      await().atMost(LONG).until(() -> at.sales() == 1);
      assertThat(baskets("SUSPENDED")).isZero();
    }
  }

  @Test
  void aBasketThatMayHaveBeenPutAsideIsTheLanesUntilItIsSold() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      lane.scan(2);
      wire.holdAnswers();
      assertThat(refusal(lane.lane.suspend())).isEqualTo(ONLY_CASH);
      assertThat(baskets("SUSPENDED")).isEqualTo(1);
      wire.cut();

      BasketView two = lane.scan(3);
      assertThat(two.lines()).hasSize(2);
      lane.pay(two);

      await().atMost(LONG).until(() -> at.sales() == 1);
      assertThat(baskets("SUSPENDED")).isZero();
    }
  }

  @Test
  void aBasketThatWasFetchedWithoutAnAnswerComesWhenTheServerIsBack() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      BasketView aside = lane.scan(4);
      lane.lane.suspend().join();
      String basketId = lane.lane.waitingBaskets().join().get(0).basketId();
      wire.holdAnswers();

      assertThat(refusal(lane.lane.resume(basketId))).isEqualTo(ONLY_CASH);
      assertThat(lane.pay(lane.scan(5))).contains("-E");
      wire.cut();

      awaitAtHand(lane, aside);
      assertThat(lane.pay(aside)).contains("-S");
      await().atMost(LONG).until(() -> at.sales() == 2);
    }
  }

  /** Holds the row of this lane's basket, so that whoever turns it waits. */
  private Connection holdingTheBasket() throws SQLException {
    Connection holding = shop.store().server().database().dataSource().getConnection();
    holding.setAutoCommit(false);
    try (PreparedStatement lock =
        holding.prepareStatement(
            "SELECT basket_id FROM basket WHERE terminal_id ="
                + " (SELECT terminal_id FROM terminal WHERE code = ?) FOR UPDATE")) {
      lock.setString(1, at.code());
      lock.executeQuery().close();
    }
    return holding;
  }

  private long entries(String kind) {
    return at.figure(
        "SELECT COUNT(*) FROM basket_entry JOIN terminal USING (terminal_id)"
            + " WHERE code = :code AND basket_entry.kind = '"
            + kind
            + "'");
  }

  /** Until the lane has asked once more and waits as well, or would sell with the server again. */
  private void awaitWayBack(Started lane) {
    await()
        .atMost(LONG)
        .until(
            () -> {
              var unused = lane.lane.comeBack().join();
              return waiters() > 1 || !refusal(lane.lane.waitingBaskets()).equals(ONLY_CASH);
            });
  }

  private long waiters() {
    return at.figure(
        "SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE info LIKE 'SELECT basket_id FROM basket WHERE basket_id = % FOR UPDATE'"
            + " AND :code IS NOT NULL");
  }

  private void awaitEntry(String kind) {
    await().atMost(LONG).until(() -> entries(kind) > 0);
  }

  private void awaitAtHand(Started lane, BasketView basket) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(lane.lane.comeBack().join())
                    .hasValueSatisfying(
                        found ->
                            assertThat(found.lines())
                                .extracting(LineView::name)
                                .containsExactly(basket.lines().get(0).name())));
  }

  @Test
  void aBasketThatIsPutAsideAfterTheLaneHasGoneOnIsFetchedAgain() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      BasketView atHand = lane.scan(7);
      try (Connection holding = holdingTheBasket()) {
        assertThat(refusal(lane.lane.suspend())).isEqualTo(ONLY_CASH);
        awaitWayBack(lane);
        holding.rollback();
      }
      awaitEntry("SUSPEND");

      awaitAtHand(lane, atHand);
      assertThat(lane.pay(atHand)).contains("-S");
      assertThat(baskets("SUSPENDED")).isZero();
    }
  }

  @Test
  void aBasketThatIsFetchedAfterTheLaneHasGoneOnComesToIt() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      BasketView aside = lane.scan(8);
      lane.lane.suspend().join();
      String basketId = lane.lane.waitingBaskets().join().get(0).basketId();
      try (Connection holding = holdingTheBasket()) {
        assertThat(refusal(lane.lane.resume(basketId))).isEqualTo(ONLY_CASH);
        awaitWayBack(lane);
        holding.rollback();
      }
      awaitEntry("RESUME");

      awaitAtHand(lane, aside);
      assertThat(lane.pay(aside)).contains("-S");
    }
  }

  @Test
  void aBasketThatIsGivenUpAfterTheLaneHasGoneOnIsOneVoidAndComesNoMore() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      lane.scan(9);
      ApprovalView approval =
          lane.lane
              .approve(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN, "sale.void_basket")
              .join();
      try (Connection holding = holdingTheBasket()) {
        assertThat(lane.lane.voidBasket(approval.approvalId()).join().lines()).isEmpty();
        holding.rollback();
      }
      awaitEntry("VOID_BASKET");

      await()
          .atMost(LONG)
          .until(
              () ->
                  lane.lane.comeBack().join().isEmpty()
                      && !refusal(lane.lane.waitingBaskets()).equals(ONLY_CASH));
      assertThat(lane.pay(lane.scan(10))).contains("-S");
      assertThat(
              at.figure(
                  "SELECT COUNT(*) FROM audit_entry JOIN terminal USING (terminal_id)"
                      + " WHERE code = :code AND audit_entry.kind LIKE '%BASKET_VOIDED'"))
          .isEqualTo(1);
    }
  }

  @Test
  void cashWhoseBookingNobodyAnsweredIsBookedOnceAndItsSlipComesWhenTheServerIsBack()
      throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      lane.dropInDoubt(wire);
      assertThat(at.folder().resolve("paper")).as("not known to be booked").doesNotExist();
      assertThat(lane.pay(lane.scan(6))).as("selling goes on").contains("-E");
      wire.cut();

      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                var unused = lane.lane.comeBack().join();
                assertThat(settled).containsExactly(true);
              });
      assertThat(drops()).isEqualTo(1);
      lane.printer.close();
      assertThat(at.papers()).containsOnlyOnce("CASH TO THE SAFE");
    }
  }

  @Test
  void cashInDoubtOutlivesTheLane() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      try (Started lane = new Started(wire)) {
        lane.dropInDoubt(wire);
      }
      wire.cut();
      try (Started again = new Started(wire)) {
        assertThat(settled).containsExactly(true);
        assertThat(drops()).isEqualTo(1);
        again.drop(again.approval()).join();
        assertThat(drops()).as("the next is another one").isEqualTo(2);
      }
      assertThat(at.papers().split("CASH TO THE SAFE", -1)).hasSize(3);
    }
  }

  @Test
  void aShiftIsNotClosedBeforeItsCashIsSettled() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port());
        Started lane = new Started(wire)) {
      lane.dropInDoubt(wire);
      assertThat(refusal(lane.lane.closeShift(List.of(), ""))).isEqualTo(ONLY_CASH);
      wire.cut();
      lane.awaitTheServer();

      assertThat(lane.lane.closeShift(List.of(), "counted by another").join()).isNotNull();
      assertThat(settled).containsExactly(true);
      assertThat(drops()).isEqualTo(1);
    }
  }
}

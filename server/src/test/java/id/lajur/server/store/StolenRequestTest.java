package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.people.v1.ApproveRequest;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.OpenShiftRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that somebody has heard or kept and sends again, bent or not; PINs that are guessed. */
class StolenRequestTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void whoGuessesAPinGainsNothingByGoingFromLaneToLane() {
    List<TestLane> lanes = new ArrayList<>();
    try (TestLane victim = store.enrolled("MANAGER")) {
      for (int i = 0; i < 6; i++) {
        lanes.add(store.enrolled().as(victim.operator()));
      }
      for (TestLane lane : lanes.subList(0, 5)) {
        assertThat(outcome(() -> lane.tryPin("9999"))).isEqualTo("SIGN_ON_FAILED");
      }

      assertThat(outcome(() -> lanes.get(5).tryPin(StoreFixture.PIN))).isEqualTo("SIGN_ON_FAILED");
      assertThat(outcome(() -> victim.tryPin(StoreFixture.PIN))).isEqualTo("SIGN_ON_FAILED");
    } finally {
      lanes.forEach(TestLane::close);
    }
  }

  @Test
  void guessesAsAnApproverCountLikeGuessesAtTheSignOn() {
    try (TestLane lane = store.lane();
        TestLane other = store.lane();
        TestLane victim = store.enrolled("MANAGER")) {
      for (int i = 0; i < 5; i++) {
        TestLane asking = i % 2 == 0 ? lane : other;
        assertThat(outcome(() -> asking.approvals().approve(word(victim, "9999"))))
            .isEqualTo("SIGN_ON_FAILED");
      }

      assertThat(outcome(() -> victim.tryPin(StoreFixture.PIN))).isEqualTo("SIGN_ON_FAILED");
      assertThat(outcome(() -> other.approvals().approve(word(victim, StoreFixture.PIN))))
          .isEqualTo("SIGN_ON_FAILED");
    }
  }

  private static ApproveRequest word(TestLane supervisor, String pin) {
    return ApproveRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setSupervisorNumber(supervisor.operator())
        .setPin(pin)
        .setPermission("sale.void_basket")
        .setSubjectId(TestLane.newId())
        .build();
  }

  @Test
  void aCommandIsWorthNothingAtAnotherMachineAndNothingWithOtherContents() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane("OWNER");
        TestLane thief = store.lane("OWNER")) {
      AddLineRequest scan = lane.scanRequest(item, 1_000);
      lane.scan(scan);
      MoveCashRequest out =
          MoveCashRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setMovement(CashMovement.CASH_MOVEMENT_PAY_OUT)
              .setAmountMinor(5_000_00)
              .setReason("galon")
              .build();
      var moved = lane.till().moveCash(out);
      PayRequest pay = lane.cashRequest(1_000_00);
      PayResponse paid = lane.pay(pay);
      Map<String, String> before = Rpcs.contents(store, Rpcs.BY_TIME);

      List<Supplier<?>> elsewhere =
          List.of(
              () -> thief.baskets().addLine(scan),
              () -> thief.till().moveCash(out),
              () -> thief.sales().pay(pay));
      List<Supplier<?>> bent =
          List.of(
              () -> lane.baskets().addLine(scan.toBuilder().setQuantityMilli(2_000).build()),
              () -> lane.baskets().addLine(scan.toBuilder().setEnteredPriceMinor(1).build()),
              () -> lane.till().moveCash(out.toBuilder().setAmountMinor(5_000_01).build()),
              () -> lane.till().moveCash(out.toBuilder().setReason("gaji").build()),
              () -> lane.sales().pay(pay.toBuilder().setTotalMinor(1).build()),
              () ->
                  lane.sales()
                      .pay(
                          pay.toBuilder()
                              .setTenders(0, pay.getTenders(0).toBuilder().setAmountMinor(2_000_00))
                              .build()),
              () -> lane.till().openShift(shift(pay.getRequestId())),
              () -> lane.till().openShift(shift(out.getRequestId())));

      assertThat(elsewhere.stream().map(TestLane::outcome)).containsOnly("REQUEST_REUSED");
      assertThat(bent.stream().map(TestLane::outcome)).containsOnly("REQUEST_REUSED");
      assertThat(lane.till().moveCash(out)).isEqualTo(moved);
      assertThat(lane.sales().pay(pay)).isEqualTo(paid);
      assertThat(Rpcs.changed(store, before, Rpcs.BY_TIME)).isEmpty();
    }
  }

  private static OpenShiftRequest shift(String requestId) {
    return OpenShiftRequest.newBuilder().setRequestId(requestId).setFloatMinor(1).build();
  }

  @Test
  void aRecordedAnswerIsGivenToWhoeverIsAtTheMachineNowAndDoesNothing() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane("OWNER");
        TestLane next = store.enrolled("CASHIER")) {
      lane.scan(item);
      PayRequest pay = lane.cashRequest(1_000_00);
      PayResponse paid = lane.pay(pay);
      lane.as(next.operator()).signOn();
      Map<String, String> before = Rpcs.contents(store, Rpcs.BY_TIME);

      assertThat(lane.sales().pay(pay)).isEqualTo(paid);
      assertThat(Rpcs.changed(store, before, Rpcs.BY_TIME)).isEmpty();
    }
  }

  @Test
  void anApprovalIsNotBentToAnotherActOrAmountOrBasket() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane();
        TestLane other = store.lane();
        TestLane supervisor = store.enrolled("SUPERVISOR")) {
      lane.scan(item);
      other.scan(item);
      ApproveRequest given =
          word(supervisor, StoreFixture.PIN).toBuilder()
              .setSubjectId(lane.basket().getBasketId())
              .setMostMinor(1)
              .build();
      String approval = lane.approvals().approve(given).getApprovalId();
      Map<String, String> before = Rpcs.contents(store, Rpcs.BY_TIME);

      List<Supplier<?>> bent =
          List.of(
              () -> lane.approvals().approve(given.toBuilder().setMostMinor(2).build()),
              () -> lane.approvals().approve(given.toBuilder().clearMostMinor().build()),
              () ->
                  lane.approvals().approve(given.toBuilder().setPermission("sale.return").build()),
              () ->
                  lane.approvals()
                      .approve(
                          given.toBuilder().setSubjectId(other.basket().getBasketId()).build()),
              () -> other.approvals().approve(given));
      assertThat(bent.stream().map(TestLane::outcome)).containsOnly("REQUEST_REUSED");
      assertThat(outcome(() -> voided(other, approval))).isEqualTo("APPROVAL_INVALID");
      assertThat(Rpcs.changed(store, before, Rpcs.BY_TIME)).isEmpty();

      assertThat(outcome(() -> voided(lane, approval))).isEqualTo("answered");
    }
  }

  private static Object voided(TestLane lane, String approval) {
    return lane.baskets()
        .voidBasket(
            VoidBasketRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setReason("pembeli pergi")
                .setApprovalId(approval)
                .build());
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.server.people.Roles;
import id.lajur.till.v1.CloseOtherShiftRequest;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.DrawerReason;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.OpenDrawerRequest;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.SuspendedBasket;
import id.lajur.till.v1.WaitingShift;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One till, several operators; one operator, several tills; and who is not there any more. */
class HandoverTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static String opened(TestLane lane, long floatMinor) {
    return TestLane.outcome(
        () ->
            lane.till()
                .openShift(
                    OpenShiftRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setFloatMinor(floatMinor)
                        .build()));
  }

  private static ShiftReport close(TestLane lane, long cashMinor) {
    return lane.till()
        .closeShift(
            CloseShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .addCounted(
                    Denomination.newBuilder()
                        .setValueMinor(1_000_00)
                        .setPieces((int) (cashMinor / 1_000_00)))
                .build())
        .getReport();
  }

  private static String newOperator() {
    try (TestLane other = store.enrolled()) {
      return other.operator();
    }
  }

  @Test
  void operatorsFollowEachOtherOnOneTillEachWithHisOwnShiftAndZ() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane lane = store.lane()) {
      String first = lane.operator();
      lane.scan(item);
      lane.pay(lane.cashRequest(10_000_00));
      lane.as(newOperator()).signOn();
      assertThat(opened(lane, 50_000_00)).isEqualTo("SHIFT_OPEN");
      assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("SHIFT_CLOSED");

      String second = lane.operator();
      lane.as(first).signOn();
      ShiftReport z1 = close(lane, 110_000_00);
      lane.as(second).signOn();
      assertThat(opened(lane, 50_000_00)).isEqualTo("answered");
      lane.scan(item);
      lane.pay(lane.cashRequest(10_000_00));
      ShiftReport z2 = close(lane, 60_000_00);

      assertThat(z1.getDifferenceMinor()).isZero();
      assertThat(z2.getDifferenceMinor()).isZero();
      assertThat(z2.getZNumber()).isEqualTo(z1.getZNumber() + 1);
      assertThat(z2.getSaleCount()).isEqualTo(1);
      assertThat(z2.getOperatorName()).isNotEqualTo(z1.getOperatorName());
    }
  }

  @Test
  void whoMovesToAnotherLaneCountsTheOldTillAndOpensTheNewOneWithHisCash() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      old.scan(item);
      old.pay(old.cashRequest(10_000_00));
      next.as(old.operator()).signOn();
      assertThat(TestLane.outcome(() -> next.scan(item))).isEqualTo("SHIFT_CLOSED");

      assertThat(close(old, 110_000_00).getDifferenceMinor()).isZero();
      assertThat(opened(next, 110_000_00)).isEqualTo("answered");
      next.scan(item);
      next.pay(next.cashRequest(10_000_00));

      assertThat(close(next, 120_000_00).getDifferenceMinor()).isZero();
    }
  }

  @Test
  void theDayTellsWhatItsCloseWaitsForAndWhatItWouldLeave() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane lane = store.lane();
        TestLane other = store.lane();
        TestLane manager = store.enrolled("MANAGER")) {
      manager.signOn();
      lane.scan(item);
      other.scan(item);
      String basket = other.basket().getBasketId();
      other
          .baskets()
          .suspendBasket(
              SuspendBasketRequest.newBuilder()
                  .setRequestId(TestLane.newId())
                  .setBasket(other.ref())
                  .build());

      var day = manager.till().getDay(GetDayRequest.getDefaultInstance());

      assertThat(day.getBusinessDate()).isNotEmpty();
      WaitingShift shift = shiftOf(manager, lane);
      assertThat(shift.getOpenBaskets()).isEqualTo(1);
      assertThat(shift.getOperatorName()).startsWith("Kasir ");
      assertThat(shift.getTerminal()).startsWith("T");
      assertThat(shift.getOpenedAtMs()).isPositive();
      assertThat(shiftOf(manager, other).getOpenBaskets()).isZero();
      assertThat(day.getSuspendedList())
          .filteredOn(one -> one.getBasketId().equals(basket))
          .singleElement()
          .extracting(SuspendedBasket::getTerminal)
          .isEqualTo(shiftOf(manager, other).getTerminal());
      assertThat(TestLane.outcome(() -> lane.till().getDay(GetDayRequest.getDefaultInstance())))
          .isEqualTo("PERMISSION_MISSING");
      lane.pay(lane.cashRequest(10_000_00));
      close(lane, 110_000_00);
      close(other, 100_000_00);
    }
  }

  private static WaitingShift shiftOf(TestLane manager, TestLane lane) {
    return manager.till().getDay(GetDayRequest.getDefaultInstance()).getOpenShiftsList().stream()
        .filter(shift -> shift.getOperatorNumber().equals(lane.operator()))
        .findFirst()
        .orElseThrow();
  }

  private static CloseOtherShiftRequest closeFor(WaitingShift shift, int thousands) {
    return CloseOtherShiftRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setShiftId(shift.getShiftId())
        .addCounted(Denomination.newBuilder().setValueMinor(1_000_00).setPieces(thousands))
        .setExplanation("pulang sakit")
        .build();
  }

  @Test
  void aManagerCountsTheTillOfOneWhoHasLeftAndTheLaneIsFree() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane lane = store.lane();
        TestLane manager = store.enrolled("MANAGER")) {
      manager.signOn();
      lane.scan(item);
      WaitingShift shift = shiftOf(manager, lane);
      CloseOtherShiftRequest request = closeFor(shift, 109);
      assertThat(TestLane.outcome(() -> manager.till().closeOtherShift(request)))
          .isEqualTo("BASKET_OPEN");
      assertThat(TestLane.outcome(() -> lane.till().closeOtherShift(request)))
          .isEqualTo("PERMISSION_MISSING");
      lane.pay(lane.cashRequest(10_000_00));
      store.operators().leave(lane.operator());

      ShiftReport z = manager.till().closeOtherShift(request).getReport();

      assertThat(manager.till().closeOtherShift(request).getReport()).isEqualTo(z);
      assertThat(z.getTerminal()).isEqualTo(shift.getTerminal());
      assertThat(z.getOperatorName()).isEqualTo(shift.getOperatorName());
      assertThat(z.getDifferenceMinor()).isEqualTo(-1_000_00);
      assertThat(z.getComplete()).isFalse();
      assertThat(z.getForced()).isFalse();
      assertThat(
              store.number(
                  """
                  SELECT COUNT(*) FROM audit_entry
                   WHERE kind = 'SHIFT_CLOSED_FOR_OTHER'
                     AND subject_id = UNHEX(REPLACE('%s', '-', ''))
                     AND operator_id = (SELECT operator_id FROM operator WHERE number = '%s')"""
                      .formatted(shift.getShiftId(), manager.operator())))
          .isOne();
      assertThat(TestLane.outcome(() -> manager.till().closeOtherShift(closeFor(shift, 1))))
          .isEqualTo("SHIFT_CLOSED");
      lane.as(newOperator()).signOn();
      assertThat(opened(lane, 0)).isEqualTo("answered");
      close(lane, 0);
    }
  }

  private static String openDrawer(TestLane lane, String reason) {
    return TestLane.outcome(
        () ->
            lane.till()
                .openDrawer(
                    OpenDrawerRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setReason(reason)
                        .build()));
  }

  @Test
  void drawersOpenedWithoutASaleAreCountedByReasonUpToTheRolesLimit() throws SQLException {
    String role = store.role(List.of("till.drawer", "till.shift", "till.x"), "");
    new Roles(store.changes()).limit(role, Map.of(Roles.Limit.DRAWER, Optional.of(3L)));
    try (TestLane lane = store.lane(role)) {
      openDrawer(lane, "tukar uang");
      openDrawer(lane, "tukar uang");
      assertThat(openDrawer(lane, "laci macet")).isEqualTo("answered");

      assertThat(openDrawer(lane, "laci macet")).isEqualTo("APPROVAL_NEEDED");

      DrawerReason change = DrawerReason.newBuilder().setReason("tukar uang").setCount(2).build();
      DrawerReason stuck = DrawerReason.newBuilder().setReason("laci macet").setCount(1).build();
      ShiftReport x = lane.till().getXReport(GetXReportRequest.getDefaultInstance()).getReport();
      assertThat(x.getDrawerReasonsList()).containsExactly(change, stuck);
      assertThat(x.getDrawerOpenings()).isEqualTo(3);
      assertThat(close(lane, 100_000_00).getDrawerReasonsList()).containsExactly(change, stuck);
    }
  }

  @Test
  void reasonsBeyondTheTenMostFrequentAreCountedTogether() throws SQLException {
    String role = store.role(List.of("till.drawer", "till.shift", "till.x"), "");
    try (TestLane lane = store.lane(role)) {
      for (int i = 0; i < 13; i++) {
        openDrawer(lane, "alasan " + (char) ('a' + i) + "z".repeat(180));
      }
      openDrawer(lane, "alasan a" + "z".repeat(180));

      ShiftReport z = close(lane, 100_000_00);

      assertThat(z.getDrawerReasonsCount()).isEqualTo(11);
      assertThat(z.getDrawerReasons(0).getReason()).hasSize(60).startsWith("alasan az");
      assertThat(z.getDrawerReasons(0).getCount()).isEqualTo(2);
      assertThat(z.getDrawerReasons(10)).isEqualTo(DrawerReason.newBuilder().setCount(3).build());
    }
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.EmergencyDifferenceKind;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.PostEmergencyVoidRequest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Receipts of a lane whose shift or operator the server does not have as the lane had them. */
class EmergencyShiftTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private final EmergencyTill till = EmergencyTill.of(store, lane);

  @AfterEach
  void leave() {
    lane.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aReceiptWhoseShiftWasClosedIsLateAndItsCashIsTheSafes() throws SQLException {
    String item = store.item(4_000_00);
    PostEmergencySaleRequest late = till.request(till.sale(store, item, 4_000_00));
    try (TestLane manager = store.lane("MANAGER")) {
      var unused = manager.till().closeDay(EmergencyBooks.forced());
    }

    PostEmergencySaleResponse posted = lane.emergency().postEmergencySale(late);

    assertThat(posted.getDifferencesList())
        .extracting(difference -> difference.getKind())
        .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_LATE);
    assertThat(EmergencyBooks.cashOf(store, posted)).as("of the till").isZero();
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-1_000);
    store.assertAuditClean();
  }

  @Test
  void aReceiptOfAnUnknownShiftGoesToTheOneThatIsOpenAtItsTerminal() throws SQLException {
    String item = store.item(6_000_00);
    String lost = TestLane.newId();
    EmergencyTill restored = new EmergencyTill(till.terminal(), lane.operatorNumber(), lost);

    PostEmergencySaleResponse posted =
        lane.emergency().postEmergencySale(restored.request(restored.sale(store, item, 6_000_00)));

    assertThat(EmergencyBooks.kinds(posted))
        .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_SHIFT);
    assertThat(posted.getDifferences(0).getAtLane()).isEqualTo(lost);
    assertThat(posted.getDifferences(0).getAtServer()).isEqualTo(till.shiftId());
    assertThat(EmergencyBooks.cashOf(store, posted)).as("in the open till").isEqualTo(6_000_00);
    store.assertAuditClean();
    assertThat(
            store.brokenAfter(
                "DELETE FROM emergency_difference WHERE kind = 'SHIFT' AND at_lane = '"
                    + lost
                    + "'"))
        .as("another shift that is not listed")
        .isNotEmpty();
  }

  @Test
  void aReceiptOfAnUnknownShiftIsLateWhereNoneIsOpen() throws SQLException {
    String item = store.item(4_500_00);
    try (TestLane manager = store.lane("MANAGER")) {
      var unused = manager.till().closeDay(EmergencyBooks.forced());
    }
    EmergencyTill restored =
        new EmergencyTill(till.terminal(), lane.operatorNumber(), TestLane.newId());

    PostEmergencySaleResponse posted =
        lane.emergency().postEmergencySale(restored.request(restored.sale(store, item, 4_500_00)));

    assertThat(EmergencyBooks.kinds(posted))
        .containsExactly(
            EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_SHIFT,
            EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_LATE);
    assertThat(EmergencyBooks.cashOf(store, posted)).as("of the till").isZero();
    store.assertAuditClean();
  }

  @Test
  void aTerminalThatNeverHadAShiftWaitsForOne() throws SQLException {
    String item = store.item(2_500_00);
    try (TestLane fresh = store.enrolled()) {
      fresh.signOn();
      String terminal = "T" + (Integer.parseInt(fresh.operatorNumber()) - 1000);
      EmergencyTill restored =
          new EmergencyTill(terminal, fresh.operatorNumber(), TestLane.newId());
      PostEmergencySaleRequest request = restored.request(restored.sale(store, item, 2_500_00));

      assertThat(TestLane.outcome(() -> fresh.emergency().postEmergencySale(request)))
          .isEqualTo("SHIFT_UNKNOWN");
      fresh.openShift(0);
      assertThat(EmergencyBooks.kinds(fresh.emergency().postEmergencySale(request)))
          .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_SHIFT);
    }
  }

  @Test
  void aReceiptOfAnotherOperatorsShiftIsRefused() throws SQLException {
    String item = store.item(2_500_00);
    try (TestLane other = store.lane()) {
      EmergencyTill forged =
          new EmergencyTill(till.terminal(), other.operatorNumber(), till.shiftId());
      PostEmergencySaleRequest request = forged.request(forged.sale(store, item, 2_500_00));
      assertThat(TestLane.outcome(() -> lane.emergency().postEmergencySale(request)))
          .isEqualTo("SHIFT_UNKNOWN");
    }
  }

  @Test
  void aShiftOfAnotherTerminalIsOneThatNobodyKnows() throws SQLException {
    String item = store.item(2_500_00);
    try (TestLane other = store.enrolled()) {
      other.as(lane.operatorNumber()).signOn();
      EmergencyTill there =
          new EmergencyTill(other.terminal(), lane.operatorNumber(), till.shiftId());
      PostEmergencySaleRequest request = there.request(there.sale(store, item, 2_500_00));

      assertThat(TestLane.outcome(() -> other.emergency().postEmergencySale(request)))
          .as("no shift of its own to go to")
          .isEqualTo("SHIFT_UNKNOWN");
      assertThat(refusedVoid(other)).isEqualTo("SHIFT_UNKNOWN");
    }
    assertThat(EmergencyBooks.stock(store, item)).isZero();

    try (TestLane other = store.lane()) {
      EmergencyTill own = EmergencyTill.of(store, other);
      EmergencyTill there =
          new EmergencyTill(own.terminal(), other.operatorNumber(), till.shiftId());
      PostEmergencySaleResponse posted =
          other.emergency().postEmergencySale(there.request(there.sale(store, item, 2_500_00)));

      assertThat(EmergencyBooks.kinds(posted))
          .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_SHIFT);
      assertThat(posted.getDifferences(0).getAtServer()).isEqualTo(own.shiftId());
    }
    store.assertAuditClean();
  }

  @Test
  void aReceiptOfAnUnknownOperatorIsPostedUnderWhoeverHasSignedOnThere() throws SQLException {
    String item = store.item(5_500_00);
    EmergencyTill restored = new EmergencyTill(till.terminal(), "98765432", TestLane.newId());
    PostEmergencySaleRequest request = restored.request(restored.sale(store, item, 5_500_00));
    var nobody = EmergencyServiceGrpc.newBlockingStub(lane.channel());

    assertThat(TestLane.outcome(() -> nobody.postEmergencySale(request)))
        .isEqualTo("OPERATOR_UNKNOWN");
    PostEmergencySaleResponse posted = lane.emergency().postEmergencySale(request);

    assertThat(EmergencyBooks.kinds(posted))
        .containsExactly(
            EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_OPERATOR,
            EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_SHIFT);
    assertThat(posted.getDifferences(0).getAtLane()).isEqualTo("98765432");
    assertThat(posted.getDifferences(0).getAtServer()).isEqualTo(lane.operatorNumber());
    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(5_500_00);
    assertThat(
            store.brokenAfter(
                "DELETE FROM emergency_difference WHERE kind = 'OPERATOR'"
                    + " AND at_lane = '98765432'"))
        .isNotEmpty();
  }

  private String refusedVoid(TestLane by) {
    PostEmergencyVoidRequest voided = till.givenUp(TestLane.newId()).build();
    return TestLane.outcome(() -> by.emergency().postEmergencyVoid(voided));
  }
}

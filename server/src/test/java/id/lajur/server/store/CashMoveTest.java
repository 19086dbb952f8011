package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.OpenDrawerRequest;
import id.lajur.till.v1.ShiftReport;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CashMoveTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void cashMovesAndDrawerOpeningsStandOnTheXAndTheZSaysTheSame() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane("OWNER")) {
      lane.scan(item);
      lane.pay(lane.cashRequest(20_000_00));
      MoveCashRequest payIn = move(CashMovement.CASH_MOVEMENT_PAY_IN, 50_000_00, "uang receh");
      assertThat(lane.till().moveCash(payIn)).isEqualTo(lane.till().moveCash(payIn));
      lane.till().moveCash(move(CashMovement.CASH_MOVEMENT_PAY_OUT, 15_000_00, "parkir 🅿"));
      lane.till().moveCash(move(CashMovement.CASH_MOVEMENT_DROP, 40_000_00, "'; DROP TABLE sale"));
      OpenDrawerRequest drawer =
          OpenDrawerRequest.newBuilder().setRequestId(TestLane.newId()).setReason("tukar").build();
      lane.till().openDrawer(drawer);
      lane.till().openDrawer(drawer);

      ShiftReport x = lane.till().getXReport(GetXReportRequest.getDefaultInstance()).getReport();
      ShiftReport z =
          lane.till()
              .closeShift(
                  CloseShiftRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .addCounted(Denomination.newBuilder().setValueMinor(1_000_00).setPieces(107))
                      .setLaneSaleCount(1)
                      .setLaneSaleTotalMinor(12_000_00)
                      .build())
              .getReport();

      assertThat(x.getOpenedAtMs())
          .isEqualTo(
              store.number(
                  "SELECT FLOOR(UNIX_TIMESTAMP(opened_at) * 1000) FROM shift WHERE shift_id ="
                      + " UNHEX(REPLACE('"
                      + x.getShiftId()
                      + "', '-', ''))"));
      assertThat(x.getDrawerOpenings()).isEqualTo(2);
      assertThat(x.getExpectedCashMinor()).isEqualTo(107_000_00);
      assertThat(z.getDifferenceMinor()).isZero();
      ShiftReport asX =
          z.toBuilder()
              .clearZNumber()
              .clearClosedAtMs()
              .clearCountedCashMinor()
              .clearComplete()
              .clearReceiptsHash()
              .clearLaneSaleCount()
              .clearLaneSaleTotalMinor()
              .build();
      assertThat(asX).isEqualTo(x);
      ShiftReport kept = lane.till().getZReport(GetZReportRequest.getDefaultInstance()).getReport();
      assertThat(kept).isEqualTo(z);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -1_000_00, 1, 1_000_01, 1_234_567_890_123L, Long.MAX_VALUE})
  void anAbsurdAmountMovesNothing(long amountMinor) {
    try (TestLane lane = store.lane("OWNER")) {
      long before = store.number("SELECT COUNT(*) FROM posting");

      assertThat(
              refused(
                  () ->
                      lane.till()
                          .moveCash(move(CashMovement.CASH_MOVEMENT_PAY_IN, amountMinor, "receh"))))
          .isEqualTo("AMOUNT_INVALID");

      assertThat(store.number("SELECT COUNT(*) FROM posting")).isEqualTo(before);
    }
  }

  @Test
  void aReasonIsNeededAndHasTwoHundredCharactersInAnyScript() {
    try (TestLane lane = store.lane("OWNER")) {
      assertThat(refused(() -> pay(lane, " "))).isEqualTo("REASON_NEEDED");
      assertThat(refused(() -> pay(lane, "😀".repeat(201)))).isEqualTo("TEXT_INVALID");
      assertThat(refused(() -> pay(lane, "a\u0000b"))).isEqualTo("TEXT_INVALID");
      pay(lane, "😀".repeat(200));
      pay(lane, "ꦲ".repeat(200));
    }
  }

  @Test
  void withoutAShiftNoCashMovesAndNoXIsGivenAndAnUnknownZIsSaidSo() {
    try (TestLane lane = store.enrolled("OWNER")) {
      lane.signOn();

      assertThat(refused(() -> pay(lane, "parkir"))).isEqualTo("SHIFT_CLOSED");
      assertThat(refused(() -> lane.till().getXReport(GetXReportRequest.getDefaultInstance())))
          .isEqualTo("SHIFT_CLOSED");
      assertThat(refused(() -> lane.till().getZReport(GetZReportRequest.getDefaultInstance())))
          .isEqualTo("Z_UNKNOWN");
    }
  }

  @Test
  void aCashierMovesCashOnlyWithAnApprovalThatExists() {
    try (TestLane lane = store.lane()) {
      assertThat(refused(() -> pay(lane, "parkir"))).isEqualTo("APPROVAL_NEEDED");
      assertThat(
              refused(
                  () ->
                      lane.till()
                          .moveCash(
                              move(CashMovement.CASH_MOVEMENT_PAY_OUT, 1_000_00, "parkir")
                                  .toBuilder()
                                  .setApprovalId(TestLane.newId())
                                  .build())))
          .isEqualTo("APPROVAL_INVALID");
    }
  }

  private static void pay(TestLane lane, String reason) {
    var unused = lane.till().moveCash(move(CashMovement.CASH_MOVEMENT_PAY_OUT, 1_000_00, reason));
  }

  private static MoveCashRequest move(CashMovement movement, long amountMinor, String reason) {
    return MoveCashRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setMovement(movement)
        .setAmountMinor(amountMinor)
        .setReason(reason)
        .build();
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }
}

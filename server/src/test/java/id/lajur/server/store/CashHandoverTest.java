package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.GetHandoverRequest;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.Handover;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.OpenShiftResponse;
import id.lajur.till.v1.SecureHandoverRequest;
import id.lajur.till.v1.SecureHandoverResponse;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.Takeover;
import id.lajur.till.v1.WaitingCash;
import id.lajur.till.v1.WaitingHandover;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cash that goes from one shift to the next without the safe. */
class CashHandoverTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final long FLOAT = 100_000_00;
  private static final long COUNTED = 112_000_00;

  private String item;
  private int sales; // of the shift, as the lane's own journal has it

  @BeforeEach
  void anItem() throws SQLException {
    item = store.item(12_000_00);
    bringAllToTheSafe();
  }

  /** Also what others have left between two lanes of the store. */
  private static void bringAllToTheSafe() throws SQLException {
    try (TestLane manager = store.enrolled("OWNER")) {
      manager.signOn();
      if (!day(manager).getBusinessDate().isEmpty()) {
        closeDay(manager, true);
      }
    }
    assertThat(inTransit()).isZero();
  }

  @AfterEach
  void nothingWaitsAndThePromisesHold() throws SQLException {
    store.assertAuditClean();
    bringAllToTheSafe();
    store.assertAuditClean();
  }

  @Test
  void anOperatorWhoMovesTakesHisCountedCashAlong() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);

      ShiftReport z = close(old, COUNTED, to(next.terminal()).build());

      assertThat(z.getCarried().getTerminal()).isEqualTo(next.terminal());
      assertThat(z.getCarried().getAmountMinor()).isEqualTo(COUNTED);
      assertThat(z.getDifferenceMinor()).isZero();
      assertThat(z.getComplete()).isTrue();
      assertThat(inTransit()).isEqualTo(COUNTED);
      assertThat(tillOf(old.terminal())).isZero();

      next.as(old.operator()).signOn();
      WaitingCash waiting = waiting(next).get(0);
      assertThat(waiting.getTerminal()).isEqualTo(old.terminal());
      assertThat(waiting.getAmountMinor()).isEqualTo(COUNTED);
      OpenShiftResponse opened = open(next, COUNTED, Takeover.TAKEOVER_UNSPECIFIED);

      assertThat(opened.getFloatMinor()).isEqualTo(COUNTED);
      assertThat(opened.getTaken(0).getTerminal()).isEqualTo(old.terminal());
      assertThat(opened.getTaken(0).getZNumber()).isEqualTo(z.getZNumber());
      assertThat(inTransit()).isZero();
      assertThat(tillOf(next.terminal())).isEqualTo(COUNTED);
      assertThat(waiting(next)).isEmpty();
      assertThat(x(next).getTaken(0)).isEqualTo(opened.getTaken(0));
      assertThat(close(next, COUNTED, null).getTaken(0)).isEqualTo(opened.getTaken(0));
    }
  }

  @Test
  void whatIsCarriedMayBePartOfTheCountAndTheRestGoesToTheSafe() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);
      long safe = safe();

      ShiftReport z = close(old, COUNTED, to(next.terminal()).setAmountMinor(50_000_00).build());

      assertThat(z.getCarried().getAmountMinor()).isEqualTo(50_000_00);
      assertThat(safe() - safe).isEqualTo(COUNTED - 50_000_00);
      next.as(old.operator()).signOn();
      assertThat(open(next, 0, Takeover.TAKEOVER_AS_IT_STANDS).getFloatMinor())
          .isEqualTo(50_000_00);
    }
  }

  @Test
  void theZKeepsWhatWasCarriedAndWhoTookItOver() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);
      ShiftReport z = close(old, COUNTED, to(next.terminal()).build());

      assertThat(old.till().getZReport(GetZReportRequest.getDefaultInstance()).getReport())
          .isEqualTo(z);

      next.as(old.operator()).signOn();
      open(next, COUNTED, Takeover.TAKEOVER_UNSPECIFIED);
      assertThat(old.till().getZReport(GetZReportRequest.getDefaultInstance()).getReport())
          .isEqualTo(z);
    }
  }

  @Test
  void aDifferenceOfTheCountStaysWithTheShiftThatHadIt() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);

      ShiftReport z = close(old, COUNTED - 2_000_00, to(next.terminal()).build());

      assertThat(z.getDifferenceMinor()).isEqualTo(-2_000_00);
      assertThat(z.getCarried().getAmountMinor()).isEqualTo(COUNTED - 2_000_00);
    }
  }

  @Test
  void nobodyElseTakesOverWhatSomebodyCarries() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);
      close(old, COUNTED, to(next.terminal()).build());
      next.signOn();

      assertThat(waiting(next)).isEmpty();
      assertThat(refused(() -> open(next, 0, Takeover.TAKEOVER_AS_IT_STANDS)))
          .isEqualTo("HANDOVER_NONE");
      assertThat(open(next, FLOAT, Takeover.TAKEOVER_UNSPECIFIED).getTakenCount()).isZero();

      assertThat(inTransit()).isEqualTo(COUNTED);
    }
  }

  @Test
  void cashFollowsItsOperatorToWhateverLaneHeOpens() throws SQLException {
    try (TestLane old = store.lane();
        TestLane meant = store.enrolled();
        TestLane other = store.enrolled()) {
      sell(old);
      close(old, COUNTED, to(meant.terminal()).build());
      other.as(old.operator()).signOn();

      assertThat(refused(() -> open(other, FLOAT, Takeover.TAKEOVER_UNSPECIFIED)))
          .isEqualTo("HANDOVER_DIFFERS");
      assertThat(open(other, COUNTED, Takeover.TAKEOVER_UNSPECIFIED).getTakenCount()).isOne();

      assertThat(inTransit()).isZero();
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE kind = 'CASH_TAKEN_OVER' AND"
                      + " before_value LIKE '% > "
                      + meant.terminal()
                      + "' AND terminal_id = "
                      + id(other.terminal())))
          .isOne();
    }
  }

  @Test
  void anotherFloatIsCountedAgainAndThenPostedWithItsDifference() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);
      close(old, COUNTED, to(next.terminal()).build());
      next.as(old.operator()).signOn();

      assertThat(refused(() -> open(next, COUNTED - 1_000_00, Takeover.TAKEOVER_UNSPECIFIED)))
          .isEqualTo("HANDOVER_DIFFERS");
      assertThat(inTransit()).isEqualTo(COUNTED);

      OpenShiftResponse opened = open(next, COUNTED - 1_000_00, Takeover.TAKEOVER_WITH_DIFFERENCE);

      assertThat(opened.getFloatMinor()).isEqualTo(COUNTED - 1_000_00);
      assertThat(opened.getTaken(0).getAmountMinor()).isEqualTo(COUNTED);
      assertThat(inTransit()).isZero();
      assertThat(tillOf(next.terminal())).isEqualTo(COUNTED - 1_000_00);
      assertThat(balance("7102", next.terminal())).isEqualTo(1_000_00);
      assertThat(
              store.number(
                  "SELECT amount_minor FROM audit_entry WHERE kind = 'HANDOVER_DIFFERENCE' AND"
                      + " terminal_id = "
                      + id(next.terminal())))
          .isEqualTo(-1_000_00);
    }
  }

  @Test
  void aDrawerIsLeftToWhoeverComesNextOnTheSameTill() throws SQLException {
    try (TestLane till = store.lane();
        TestLane second = store.enrolled()) {
      sell(till);
      ShiftReport z = close(till, COUNTED, to(till.terminal()).build());
      assertThat(z.getCarried().getOperatorName()).isEmpty();

      till.as(second.operator()).signOn();
      assertThat(waiting(till).get(0).getAmountMinor())
          .as("whoever counts it counts blind")
          .isZero();
      OpenShiftResponse opened = open(till, 0, Takeover.TAKEOVER_AS_IT_STANDS);
      assertThat(opened.getFloatMinor()).isEqualTo(COUNTED);
      sell(till);
      ShiftReport next = close(till, COUNTED + 12_000_00, to(till.terminal()).build());

      assertThat(next.getZNumber()).isEqualTo(z.getZNumber() + 1);
      assertThat(next.getDifferenceMinor()).isZero();
      assertThat(next.getTaken(0).getZNumber()).isEqualTo(z.getZNumber());
      assertThat(inTransit()).isEqualTo(COUNTED + 12_000_00);
    }
  }

  @Test
  void aDrawerThatIsLeftForSomebodyOpensForNobodyElse() throws SQLException {
    try (TestLane till = store.lane();
        TestLane named = store.enrolled();
        TestLane other = store.enrolled()) {
      sell(till);
      ShiftReport z =
          close(till, COUNTED, to(till.terminal()).setOperatorNumber(named.operator()).build());
      assertThat(z.getCarried().getOperatorName()).isNotEmpty();

      till.as(other.operator()).signOn();
      StatusRuntimeException refusal =
          catchThrowableOfType(
              StatusRuntimeException.class, () -> open(till, FLOAT, Takeover.TAKEOVER_UNSPECIFIED));
      assertThat(TestLane.reason(refusal)).isEqualTo("HANDOVER_FOR_OTHER");
      assertThat(TestLane.facts(refusal)).containsEntry("number", named.operator());
      assertThat(refused(() -> waiting(till))).isEqualTo("HANDOVER_FOR_OTHER");

      named.signOn();
      assertThat(open(named, FLOAT, Takeover.TAKEOVER_UNSPECIFIED).getTakenCount())
          .as("a drawer stays where it is")
          .isZero();
      close(named, FLOAT, null);
      till.as(named.operator()).signOn();
      assertThat(open(till, COUNTED, Takeover.TAKEOVER_UNSPECIFIED).getFloatMinor())
          .isEqualTo(COUNTED);
    }
  }

  @Test
  void carriedCashJoinsADrawerThatWasLeft() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.lane()) {
      sell(old);
      close(next, FLOAT, to(next.terminal()).build());
      close(old, COUNTED, to(next.terminal()).build());
      next.as(old.operator()).signOn();

      OpenShiftResponse opened = open(next, 0, Takeover.TAKEOVER_AS_IT_STANDS);

      assertThat(opened.getFloatMinor()).isEqualTo(FLOAT + COUNTED);
      assertThat(opened.getTakenCount()).isEqualTo(2);
      assertThat(inTransit()).isZero();
    }
  }

  @Test
  void theDayWaitsForCashThatNobodyTookOverAndByForceBringsItToTheSafe() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled();
        TestLane manager = store.enrolled("OWNER")) {
      sell(old);
      ShiftReport z = close(old, COUNTED, to(next.terminal()).build());
      manager.signOn();
      long safe = safe();

      WaitingHandover waiting = day(manager).getHandovers(0);
      assertThat(waiting.getFromTerminal()).isEqualTo(old.terminal());
      assertThat(waiting.getToTerminal()).isEqualTo(next.terminal());
      assertThat(waiting.getFromOperatorName()).isEqualTo(z.getOperatorName());
      assertThat(waiting.getOperatorNumber()).isEqualTo(old.operator());
      assertThat(waiting.getAmountMinor()).isEqualTo(COUNTED);
      StatusRuntimeException refusal =
          catchThrowableOfType(StatusRuntimeException.class, () -> closeDay(manager, false));
      assertThat(TestLane.reason(refusal)).isEqualTo("HANDOVER_WAITING");
      assertThat(TestLane.facts(refusal)).containsEntry("lanes", next.terminal());

      closeDay(manager, true);

      assertThat(safe() - safe).isEqualTo(COUNTED);
      assertThat(inTransit()).isZero();
      assertThat(
              store.number(
                  "SELECT amount_minor FROM audit_entry WHERE kind = 'HANDOVER_TO_SAFE' AND"
                      + " terminal_id = "
                      + id(manager.terminal())))
          .isEqualTo(COUNTED);
      next.as(old.operator()).signOn();
      assertThat(waiting(next)).isEmpty();
      assertThat(open(next, FLOAT, Takeover.TAKEOVER_UNSPECIFIED).getTakenCount()).isZero();
    }
  }

  @Test
  void aManagerCountsWhatNobodyTookOverAndTheDrawerOpensForOthers() throws SQLException {
    try (TestLane till = store.lane();
        TestLane named = store.enrolled();
        TestLane manager = store.enrolled("OWNER")) {
      sell(till);
      close(till, COUNTED, to(till.terminal()).setOperatorNumber(named.operator()).build());
      manager.signOn();
      String handover = day(manager).getHandovers(0).getHandoverId();
      long safe = safe();

      assertThat(secure(manager, handover, COUNTED - 1_000_00).getDifferenceMinor())
          .isEqualTo(-1_000_00);

      assertThat(safe() - safe).isEqualTo(COUNTED - 1_000_00);
      assertThat(inTransit()).isZero();
      assertThat(balance("7102", manager.terminal())).isEqualTo(1_000_00);
      assertThat(day(manager).getHandoversList()).isEmpty();
      assertThat(
              store.text(
                  "SELECT CONCAT(after_value, ', ', reason) FROM audit_entry WHERE kind = 'HANDOVER_TO_SAFE' AND"
                      + " terminal_id = "
                      + id(manager.terminal())))
          .isEqualTo("counted " + (COUNTED - 1_000_00) + ", amplop robek");
      assertThat(refused(() -> secure(manager, handover, COUNTED))).isEqualTo("HANDOVER_NONE");
      till.signOn();
      assertThat(open(till, FLOAT, Takeover.TAKEOVER_UNSPECIFIED).getTakenCount()).isZero();
    }
  }

  @Test
  void onlyWhoMayCloseTheDayBringsAnothersCashToTheSafe() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.lane();
        TestLane manager = store.enrolled("OWNER")) {
      sell(old);
      close(old, COUNTED, to(next.terminal()).build());
      manager.signOn();
      String handover = day(manager).getHandovers(0).getHandoverId();

      assertThat(refused(() -> secure(next, handover, COUNTED))).isEqualTo("PERMISSION_MISSING");
      assertThat(refused(() -> secure(manager, "kas", COUNTED))).isEqualTo("ID_INVALID");
      assertThat(refused(() -> secure(manager, TestLane.newId(), COUNTED)))
          .isEqualTo("HANDOVER_NONE");
      assertThat(refused(() -> secure(manager, handover, -1_00))).isEqualTo("AMOUNT_INVALID");

      assertThat(inTransit()).isEqualTo(COUNTED);
    }
  }

  private static SecureHandoverResponse secure(
      TestLane manager, String handover, long countedMinor) {
    return manager
        .till()
        .secureHandover(
            SecureHandoverRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setHandoverId(handover)
                .setCountedMinor(countedMinor)
                .setExplanation("amplop robek")
                .build());
  }

  @Test
  void aHandoverSentTwiceIsOne() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);
      CloseShiftRequest closing = closeRequest(COUNTED, to(next.terminal()).build());
      assertThat(old.till().closeShift(closing)).isEqualTo(old.till().closeShift(closing));
      next.as(old.operator()).signOn();
      OpenShiftRequest opening =
          OpenShiftRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setFloatMinor(COUNTED)
              .build();

      assertThat(next.till().openShift(opening)).isEqualTo(next.till().openShift(opening));

      assertThat(tillOf(next.terminal())).isEqualTo(COUNTED);
    }
  }

  @Test
  void anOpenBasketHoldsTheHandoverUpAsItDoesTheClose() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      old.scan(item);

      assertThat(refused(() -> close(old, FLOAT, to(next.terminal()).build())))
          .isEqualTo("BASKET_OPEN");

      old.pay(old.cashRequest(12_000_00));
      close(old, COUNTED, to(next.terminal()).build());
    }
  }

  @ParameterizedTest
  @CsvSource({"-100", "1", "10000000100", "11200100", "-9223372036854775808"})
  void noMoreIsHandedOverThanWasCounted(long amountMinor) throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);

      assertThat(
              refused(
                  () ->
                      close(old, COUNTED, to(next.terminal()).setAmountMinor(amountMinor).build())))
          .isEqualTo("HANDOVER_INVALID");

      close(old, COUNTED, to(next.terminal()).build());
    }
  }

  @Test
  void aHandoverNamesALaneAndSomebodyOfTheShop() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);

      assertThat(refused(() -> close(old, COUNTED, to("T0").build())))
          .isEqualTo("TERMINAL_UNKNOWN");
      assertThat(refused(() -> close(old, COUNTED, to("SRV").build())))
          .isEqualTo("TERMINAL_UNKNOWN");
      assertThat(refused(() -> close(old, COUNTED, to("").build()))).isEqualTo("TERMINAL_UNKNOWN");
      assertThat(
              refused(
                  () ->
                      close(
                          old, COUNTED, to(old.terminal()).setOperatorNumber("99999999").build())))
          .isEqualTo("OPERATOR_UNKNOWN");
      assertThat(
              refused(
                  () ->
                      close(
                          old,
                          COUNTED,
                          to(next.terminal()).setOperatorNumber(next.operator()).build())))
          .as("nobody carries another's cash")
          .isEqualTo("HANDOVER_INVALID");
      assertThat(refused(() -> close(old, 0, to(next.terminal()).build())))
          .as("an empty drawer hands over nothing")
          .isEqualTo("HANDOVER_INVALID");
      assertThat(inTransit()).isZero();
    }
  }

  @Test
  void whatIsTakenAsItStandsIsNotTypedToo() throws SQLException {
    try (TestLane old = store.lane();
        TestLane next = store.enrolled()) {
      sell(old);
      close(old, COUNTED, to(next.terminal()).build());
      next.as(old.operator()).signOn();

      assertThat(refused(() -> open(next, COUNTED, Takeover.TAKEOVER_AS_IT_STANDS)))
          .isEqualTo("AMOUNT_INVALID");
      assertThat(
              refused(
                  () ->
                      next.till()
                          .openShift(
                              OpenShiftRequest.newBuilder()
                                  .setRequestId(TestLane.newId())
                                  .setTakeoverValue(9)
                                  .build())))
          .isEqualTo("HANDOVER_INVALID");
      assertThat(inTransit()).isEqualTo(COUNTED);
    }
  }

  private void sell(TestLane lane) {
    lane.scan(item);
    lane.pay(lane.cashRequest(12_000_00));
    sales++;
  }

  private static Handover.Builder to(String terminal) {
    return Handover.newBuilder().setTerminal(terminal);
  }

  private ShiftReport close(TestLane lane, long cashMinor, @Nullable Handover handover) {
    ShiftReport z = lane.till().closeShift(closeRequest(cashMinor, handover)).getReport();
    sales = 0;
    return z;
  }

  private CloseShiftRequest closeRequest(long cashMinor, @Nullable Handover handover) {
    CloseShiftRequest.Builder request =
        CloseShiftRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .addCounted(
                Denomination.newBuilder()
                    .setValueMinor(1_000_00)
                    .setPieces((int) (cashMinor / 1_000_00)))
            .setLaneSaleCount(sales)
            .setLaneSaleTotalMinor(sales * 12_000_00L);
    if (handover != null) {
      request.setHandover(handover);
    }
    return request.build();
  }

  private static OpenShiftResponse open(TestLane lane, long floatMinor, Takeover takeover) {
    return lane.till()
        .openShift(
            OpenShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setFloatMinor(floatMinor)
                .setTakeover(takeover)
                .build());
  }

  private static List<WaitingCash> waiting(TestLane lane) {
    return lane.till().getHandover(GetHandoverRequest.getDefaultInstance()).getWaitingList();
  }

  private static ShiftReport x(TestLane lane) {
    return lane.till().getXReport(GetXReportRequest.getDefaultInstance()).getReport();
  }

  private static id.lajur.till.v1.GetDayResponse day(TestLane manager) {
    return manager.till().getDay(GetDayRequest.getDefaultInstance());
  }

  private static void closeDay(TestLane manager, boolean force) {
    var unused =
        manager
            .till()
            .closeDay(
                CloseDayRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setForce(force)
                    .build());
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  private static String id(String code) {
    return "(SELECT terminal_id FROM terminal WHERE code = '" + code + "')";
  }

  private static long inTransit() {
    return store.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM journal_line WHERE account = '1104'");
  }

  private static long safe() {
    return store.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM journal_line WHERE account = '1103'");
  }

  private static long tillOf(String code) {
    return balance("1102", code);
  }

  private static long balance(String account, String code) {
    return store.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM journal_line WHERE account = '"
            + account
            + "' AND terminal_id = "
            + id(code));
  }
}

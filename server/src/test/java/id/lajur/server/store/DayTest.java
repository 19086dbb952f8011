package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.CloseDayResponse;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.OpenShiftRequest;
import id.lajur.till.v1.ShiftReport;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DayTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterEach
  void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aDateWithAnOpenShiftDoesNotCloseAndNamesTheLane() {
    try (TestLane lane = store.lane("OWNER")) {
      StatusRuntimeException refusal =
          catchThrowableOfType(StatusRuntimeException.class, () -> close(lane, false));

      assertThat(TestLane.reason(refusal)).isEqualTo("SHIFT_OPEN");
      assertThat(refusal.getTrailers()).isNotNull();
    }
  }

  @Test
  void aForcedCloseEndsShiftsUncountedAndGivesUpTheirBaskets() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane();
        TestLane manager = store.lane("OWNER")) {
      lane.scan(item);
      lane.pay(lane.cashRequest(12_000_00));
      lane.scan(item);
      String basket =
          lane.basket().getBasketId().replace("-", "").toUpperCase(java.util.Locale.ROOT);
      CloseDayRequest request =
          CloseDayRequest.newBuilder().setRequestId(TestLane.newId()).setForce(true).build();

      CloseDayResponse closed = manager.till().closeDay(request);

      assertThat(manager.till().closeDay(request)).isEqualTo(closed);
      ShiftReport z = lane.till().getZReport(GetZReportRequest.getDefaultInstance()).getReport();
      assertThat(z.getForced()).isTrue();
      assertThat(z.getComplete()).isFalse();
      assertThat(z.getZNumber()).isEqualTo(1);
      assertThat(z.getCountedCashMinor()).isEqualTo(112_000_00);
      assertThat(z.getVoidedBaskets()).isEqualTo(1);
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM basket WHERE state = 'VOIDED' AND HEX(basket_id) = '"
                      + basket
                      + "'"))
          .isEqualTo(1);
      assertThat(store.number("SELECT COUNT(*) FROM shift WHERE closed_at IS NULL")).isZero();
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM business_day_head WHERE business_date = '"
                      + closed.getBusinessDate()
                      + "'"))
          .isEqualTo(store.number("SELECT 3 * COUNT(*) FROM terminal"));
      assertThat(
              TestLane.reason(
                  catchThrowableOfType(StatusRuntimeException.class, () -> lane.scan(item))))
          .isEqualTo("BASKET_CLOSED");
    }
  }

  @Test
  void aShopThatOpensAgainGoesOnUnderTheSameDateAndWithoutADateNothingCloses() {
    try (TestLane manager = store.lane("OWNER")) {
      CloseDayResponse closed = close(manager, true);
      assertThat(
              TestLane.reason(
                  catchThrowableOfType(StatusRuntimeException.class, () -> close(manager, true))))
          .isEqualTo("DAY_CLOSED");

      var again =
          manager
              .till()
              .openShift(OpenShiftRequest.newBuilder().setRequestId(TestLane.newId()).build());

      assertThat(again.getBusinessDate()).isEqualTo(closed.getBusinessDate());
      assertThat(again.getNumber()).isEqualTo(2);
      assertThat(close(manager, true).getBusinessDate()).isEqualTo(closed.getBusinessDate());
    }
  }

  private static CloseDayResponse close(TestLane lane, boolean force) {
    return lane.till()
        .closeDay(
            CloseDayRequest.newBuilder().setRequestId(TestLane.newId()).setForce(force).build());
  }
}

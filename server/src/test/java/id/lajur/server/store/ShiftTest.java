package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.ShiftReport;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShiftTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aShiftIsCountedItsDifferencePostedAndItsTillEmpty() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      lane.pay(lane.cashRequest(20_000_00));

      ShiftReport z = close(lane, 110_000_00, 1, 12_000_00);

      assertThat(z.getZNumber()).isEqualTo(1);
      assertThat(z.getExpectedCashMinor()).isEqualTo(112_000_00);
      assertThat(z.getDifferenceMinor()).isEqualTo(-2_000_00);
      assertThat(z.getComplete()).isTrue();
      String till = "(SELECT terminal_id FROM terminal WHERE code = '" + z.getTerminal() + "')";
      assertThat(
              store.number(
                  "SELECT SUM(amount_minor) FROM journal_line WHERE account = '1102' AND"
                      + " terminal_id = "
                      + till))
          .isZero();
      assertThat(
              store.number(
                  "SELECT SUM(amount_minor) FROM journal_line WHERE account = '7102' AND"
                      + " terminal_id = "
                      + till))
          .isEqualTo(2_000_00);
    }
  }

  @Test
  void aReceiptThatTheLaneKnowsAndTheServerDoesNotShowsOnTheZ() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      lane.pay(lane.cashRequest(12_000_00));

      assertThat(close(lane, 112_000_00, 2, 24_000_00).getComplete()).isFalse();
    }
  }

  @Test
  void aShiftWithAnOpenBasketDoesNotClose() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);

      assertThat(
              TestLane.reason(
                  catchThrowableOfType(
                      StatusRuntimeException.class, () -> close(lane, 100_000_00, 0, 0))))
          .isEqualTo("BASKET_OPEN");
    }
  }

  @Test
  void afterItsCloseAShiftSellsNothingMore() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      close(lane, 100_000_00, 0, 0);

      assertThat(
              TestLane.reason(
                  catchThrowableOfType(StatusRuntimeException.class, () -> lane.scan(item))))
          .isEqualTo("SHIFT_CLOSED");
    }
  }

  private static ShiftReport close(TestLane lane, long cashMinor, long sales, long salesMinor) {
    return lane.till()
        .closeShift(
            CloseShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .addCounted(
                    Denomination.newBuilder()
                        .setValueMinor(1_000_00)
                        .setPieces((int) (cashMinor / 1_000_00)))
                .setLaneSaleCount(sales)
                .setLaneSaleTotalMinor(salesMinor)
                .build())
        .getReport();
  }
}

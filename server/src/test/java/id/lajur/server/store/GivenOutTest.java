package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.Tender;
import id.lajur.till.v1.GetXReportRequest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A payment gives out no more money than the basket owes. */
class GivenOutTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aCardDoesNotBringCashOutOfTheTill() throws SQLException {
    try (TestLane lane = store.lane()) {
      lane.scan(store.item(10_000_00));

      assertThat(paid(lane, Map.of("CARD", 1_010_000_00L, "CASH", -1_000_000_00L)))
          .isEqualTo("CHANGE_NOT_GIVEN");
      assertThat(paid(lane, Map.of("CARD", 10_100_00L, "QRIS", -100_00L)))
          .isEqualTo("CHANGE_NOT_GIVEN");
      assertThat(cashOf(lane)).isEqualTo(100_000_00);
      assertThat(paid(lane, Map.of("CARD", 4_000_00L, "CASH", 6_000_00L))).isEqualTo("answered");
      assertThat(cashOf(lane)).isEqualTo(106_000_00);
    }
  }

  @Test
  void aReturnIsPaidOutAsItIsOwedAndNoMore() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      back(lane, store.item(10_000_00));
      assertThat(paid(lane, Map.of("CARD", 500_000_00L, "CASH", -510_000_00L)))
          .isEqualTo("CHANGE_NOT_GIVEN");

      assertThat(paid(lane, Map.of("CARD", -4_000_00L, "CASH", -6_000_00L))).isEqualTo("answered");
      assertThat(cashOf(lane)).isEqualTo(94_000_00);
    }
  }

  @Test
  void aReturnWhoseCashRoundsUpIsPaidOutInCoins() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      back(lane, store.item(2_550_00));

      assertThat(paid(lane, Map.of())).isEqualTo("answered");

      assertThat(cashOf(lane)).isEqualTo(100_000_00 - 2_600_00);
    }
  }

  private static String paid(TestLane lane, Map<String, Long> tenders) {
    PayRequest.Builder request =
        PayRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setBasket(lane.ref())
            .setTotalMinor(lane.basket().getTotals().getTotalMinor());
    tenders.forEach(
        (kind, amount) ->
            request.addTenders(Tender.newBuilder().setKind(kind).setAmountMinor(amount)));
    return TestLane.outcome(() -> lane.sales().pay(request.build()));
  }

  private static void back(TestLane lane, String item) {
    lane.adopt(
        lane.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setCode(item)
                    .setQuantityMilli(1_000)
                    .setKind(LineKind.LINE_KIND_RETURN)
                    .setReason("rusak")
                    .build())
            .getBasket());
  }

  /** What lies in the lane's drawer by the books of its shift. */
  private static long cashOf(TestLane lane) {
    return lane.till()
        .getXReport(GetXReportRequest.getDefaultInstance())
        .getReport()
        .getExpectedCashMinor();
  }
}

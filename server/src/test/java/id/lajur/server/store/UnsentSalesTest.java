package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.AnnounceEmergencySalesRequest;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.CloseDayResponse;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.GetDayResponse;
import id.lajur.till.v1.UnsentSales;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lanes have announced and not brought yet. */
class UnsentSalesTest {
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

  private void post(String item) {
    var unused = lane.emergency().postEmergencySale(till.request(till.sale(store, item, 5_000_00)));
  }

  private static List<UnsentSales> unsent(String terminal) {
    try (TestLane manager = store.lane("MANAGER")) {
      GetDayResponse day = manager.till().getDay(GetDayRequest.getDefaultInstance());
      assertThat(day.getUnsentEmergencySales())
          .isEqualTo((int) day.getUnsentList().stream().mapToLong(UnsentSales::getSales).sum());
      return day.getUnsentList().stream()
          .filter(each -> each.getTerminal().equals(terminal))
          .toList();
    }
  }

  private void announce(long lastNumber, long waitingMinor) {
    var unused =
        lane.emergency()
            .announceEmergencySales(
                AnnounceEmergencySalesRequest.newBuilder()
                    .setLastNumber(lastNumber)
                    .setWaitingMinor(waitingMinor)
                    .build());
  }

  @Test
  void theDaySaysWhatLanesHaveAnnouncedAndNotBrought() throws SQLException {
    String item = store.item(5_000_00);
    announce(2, 10_000_00);

    assertThat(unsent(till.terminal()))
        .singleElement()
        .satisfies(
            lanes -> {
              assertThat(lanes.getSales()).isEqualTo(2);
              assertThat(lanes.getTotalMinor()).isEqualTo(10_000_00);
            });
    post(item);
    assertThat(unsent(till.terminal()))
        .extracting(UnsentSales::getSales)
        .as("one has come in")
        .containsExactly(1L);
    post(item);
    assertThat(unsent(till.terminal())).isEmpty();
    assertThat(TestLane.outcome(() -> announced(-1))).isEqualTo("EMERGENCY_INVALID");
  }

  @Test
  void theDaysCloseSaysWhatLanesHaveNotSentAndWhatComesLaterIsLate() throws SQLException {
    String item = store.item(5_000_00);
    PostEmergencySaleRequest late = till.request(till.sale(store, item, 5_000_00));
    announce(1, 5_000_00);
    try (TestLane manager = store.lane("MANAGER")) {
      CloseDayRequest request = EmergencyBooks.forced();

      CloseDayResponse closed = manager.till().closeDay(request);

      assertThat(closed.getUnsentList())
          .filteredOn(one -> one.getTerminal().equals(till.terminal()))
          .singleElement()
          .satisfies(one -> assertThat(one.getSales()).isEqualTo(1))
          .satisfies(one -> assertThat(one.getTotalMinor()).isEqualTo(5_000_00))
          .satisfies(one -> assertThat(one.getAnnouncedAtMs()).isPositive());
      assertThat(journalledUnsent(till.terminal())).isEqualTo(1);

      var unused = lane.emergency().postEmergencySale(late);

      assertThat(manager.till().closeDay(request))
          .as("the recorded answer, as it was at that moment")
          .isEqualTo(closed);
      manager.openShift(0);
      assertThat(manager.till().closeDay(EmergencyBooks.forced()).getUnsentList())
          .extracting(UnsentSales::getTerminal)
          .doesNotContain(till.terminal());
      assertThat(journalledUnsent(till.terminal())).isEqualTo(1);
    }
    store.assertAuditClean();
  }

  private static long journalledUnsent(String terminal) throws SQLException {
    return store.number(
        "SELECT COUNT(*) FROM audit_entry WHERE kind = 'SALES_UNSENT' AND amount_minor = 500000"
            + " AND after_value = '"
            + terminal
            + ": receipts not yet sent: 1'");
  }

  private Object announced(long lastNumber) {
    announce(lastNumber, 0);
    return lastNumber;
  }
}

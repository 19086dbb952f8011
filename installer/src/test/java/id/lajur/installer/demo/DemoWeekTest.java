package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.Shop;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.pos.lane.Lane;
import id.lajur.server.audit.AuditReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The week that the demo shop has behind it. */
@Timeout(180)
class DemoWeekTest {
  private static final long FLOAT_MINOR = 100_000_00;

  @Test
  void theMonitorComparesFromTheFirstMinuteAndTheBooksAreClean() throws Exception {
    LocalDate today = LocalDate.now(DemoStore.ZONE);
    var clock = new DemoClock(DemoWeek.begins(today));
    try (DemoStore store = DemoStore.open(clock)) {
      DemoWeek.sell(store, clock, today);

      assertThat(Duration.between(clock.instant(), Instant.now()).abs())
          .as("the time goes on as the machine's")
          .isLessThan(Duration.ofMinutes(1));
      try (StoreConnection backPc = store.connect(store.backPc());
          StoreConnection one = store.connect(store.enrolLane(1))) {
        new Lane(backPc).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
        Shop before = shop(backPc);
        assertThat(before.getBusinessDate()).isEqualTo(today.minusDays(1).toString());
        assertThat(before.getOpen()).isFalse();
        assertCompared(before);
        assertThat(before.getToday().getTickets()).isPositive();

        Lane lane = new Lane(one);
        lane.signOn(DemoStore.cashier(1), DemoStore.CASHIER_PIN);
        lane.openShift(FLOAT_MINOR);

        Shop opened = shop(backPc);
        assertThat(opened.getBusinessDate()).isEqualTo(today.toString());
        assertThat(opened.getComparedDate()).isEqualTo(today.minusDays(7).toString());
        assertCompared(opened);
      }
      AuditReport audit = store.audit();
      assertThat(audit.clean()).as(audit.toText()).isTrue();
    }
  }

  /** Hours of the week ago have sales, whatever the time is. */
  private static void assertCompared(Shop shop) {
    assertThat(shop.getHoursList()).anyMatch(hour -> hour.getWeekAgoMinor() > 0);
  }

  private static Shop shop(StoreConnection connection) {
    return MonitorServiceGrpc.newBlockingStub(connection.channel())
        .watchShop(WatchShopRequest.getDefaultInstance())
        .next()
        .getShop();
  }
}

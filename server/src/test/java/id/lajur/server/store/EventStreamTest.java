package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.live.v1.Event;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.sale.v1.PayRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventStreamTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static final int LANES = 16;
  private static final int TICKETS = 10;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aReaderSeesEveryEventOnceAndInOrderWhileSixteenLanesPost() throws Exception {
    String item = store.item(2_500_00);
    long before = store.number("SELECT seq FROM event_head");
    long stockBefore = stock(item);
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try (TestLane watcher = store.lane("OWNER")) {
      List<Future<Integer>> lanes = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        lanes.add(threads.submit(() -> sell(item)));
      }
      Iterator<WatchEventsResponse> stream =
          LiveServiceGrpc.newBlockingStub(watcher.channel())
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(watcher.headers()))
              .watchEvents(WatchEventsRequest.newBuilder().setAfterSequence(before).build());
      for (Future<Integer> lane : lanes) {
        assertThat(lane.get()).isEqualTo(TICKETS);
      }
      List<Long> seen = new ArrayList<>();
      int sales = 0;
      while (sales < LANES * TICKETS) {
        for (Event event : stream.next().getEventsList()) {
          seen.add(event.getSequence());
          sales += event.getKindValue() == 1 ? 1 : 0;
        }
      }

      for (int i = 0; i < seen.size(); i++) {
        assertThat(seen.get(i)).isEqualTo(before + 1 + i);
      }
      assertThat(stock(item)).isEqualTo(stockBefore - LANES * TICKETS * 1000L);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each lane sells, sends each payment twice, and tries a payment that must be refused. */
  private static int sell(String item) {
    try (TestLane lane = store.lane()) {
      for (int ticket = 0; ticket < TICKETS; ticket++) {
        lane.scan(item);
        PayRequest payment = lane.cashRequest(2_500_00);
        PayRequest unpaid =
            payment.toBuilder().setRequestId(TestLane.newId()).clearTenders().build();
        assertThat(
                TestLane.reason(
                    catchThrowableOfType(
                        StatusRuntimeException.class, () -> lane.sales().pay(unpaid))))
            .isEqualTo("TENDER_SHORT");
        var first = lane.sales().pay(payment);
        assertThat(lane.pay(payment)).isEqualTo(first);
      }
      return TICKETS;
    }
  }

  private static long stock(String item) {
    return store.number(
        "SELECT COALESCE(SUM(b.quantity_milli), 0) FROM item i LEFT JOIN stock_balance b ON"
            + " b.item_id = i.item_id WHERE i.code = '"
            + item
            + "'");
  }
}

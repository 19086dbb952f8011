package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.catalog.NewItem;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the answer to a command does not come, the lane asks again until it knows. */
@Timeout(180)
class LostAnswerTest {
  private static final int TIMES = 8;

  @Test
  void anActWhoseAnswerIsLostIsDoneOnceAndItsAnswerComes() throws Exception {
    try (DemoStore store = DemoStore.open(Clock.systemUTC());
        CutWire wire = new CutWire(store.server().port());
        StoreConnection connection =
            new StoreConnection("127.0.0.1", wire.port(), store.enrolLane(1))) {
      connection.askUntilKnown();
      List<Boolean> reachable = new CopyOnWriteArrayList<>();
      NewItem item = store.goods().get(0);
      Lane lane = new Lane(connection);
      lane.signOn(DemoStore.cashier(1), DemoStore.CASHIER_PIN);
      lane.openShift(0);
      connection.watch(reachable::add);
      long total = 0;

      for (int i = 0; i < TIMES; i++) {
        wire.loseNextAnswer();
        lane.scan(DemoStore.code(item), 2_000);
        assertThat(lane.basket().getTotals().getLineCount()).isEqualTo(1);
        wire.loseNextAnswer();
        PayResponse sale = lane.payCash(lane.basket().getTotals().getCashDueMinor());
        assertThat(sale.getNumber()).isEqualTo(i + 1);
        total += sale.getTotalMinor();
      }

      assertThat(wire.cuts()).isEqualTo(2 * TIMES);
      assertThat(number(store, "SELECT COUNT(*) FROM sale")).isEqualTo(TIMES);
      assertThat(number(store, "SELECT SUM(total_minor) FROM sale")).isEqualTo(total);
      assertThat(store.audit().clean()).as(store.audit().toText()).isTrue();
      Awaitility.await().until(() -> reachable.contains(true));
    }
  }

  private static long number(DemoStore store, String sql) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}

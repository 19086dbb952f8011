package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.PayResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** When the answer to a command does not come, the lane asks again until it knows. */
@Timeout(180)
class LostAnswerTest {
  private static final int TIMES = 8;

  @RegisterExtension static final DemoShop shop = new DemoShop();

  @Test
  void anActWhoseAnswerIsLostIsDoneOnceAndItsAnswerComes(@TempDir Path folder) throws Exception {
    EnrolledLane at = shop.enrolLane(folder);
    try (CutWire wire = new CutWire(shop.store().server().port());
        StoreConnection connection = new StoreConnection("127.0.0.1", wire.port(), at.machine())) {
      connection.askUntilKnown();
      List<Boolean> reachable = new CopyOnWriteArrayList<>();
      Lane lane = new Lane(connection);
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
      lane.openShift(0);
      connection.watch(reachable::add);
      long total = 0;

      for (int i = 0; i < TIMES; i++) {
        wire.loseNextAnswer();
        lane.scan(shop.code(0), 2_000);
        assertThat(lane.basket().getTotals().getLineCount()).isEqualTo(1);
        wire.loseNextAnswer();
        PayResponse sale = lane.payCash(lane.basket().getTotals().getCashDueMinor());
        assertThat(sale.getNumber()).isEqualTo(i + 1);
        total += sale.getTotalMinor();
      }

      assertThat(wire.cuts()).isEqualTo(2 * TIMES);
      assertThat(at.sales()).isEqualTo(TIMES);
      assertThat(
              at.figure(
                  "SELECT SUM(total_minor) FROM sale JOIN terminal USING (terminal_id)"
                      + " WHERE code = :code"))
          .isEqualTo(total);
      Awaitility.await().until(() -> reachable.contains(true));
    }
  }
}

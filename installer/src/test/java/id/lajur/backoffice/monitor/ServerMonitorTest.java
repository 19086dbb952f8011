package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.demo.DeskShop;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.DeskQuestion;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Matter;
import id.lajur.pos.window.ServerLane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a lane's own adapter tells and asks, as a monitor's own adapter has it, at a real server.
 */
class ServerMonitorTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicReference<Shop> seen = new AtomicReference<>(Shop.NONE);
  private final AtomicReference<List<Approval>> asked = new AtomicReference<>(List.of());

  private static <T> MonitorActions.Told<T> into(AtomicReference<T> place) {
    return new MonitorActions.Told<>() {
      @Override
      public void now(T state) {
        place.set(state);
      }

      @Override
      public void lost() {}
    };
  }

  private void stands(String lane, Shop.LaneState state) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(Objects.requireNonNull(seen.get()).lanes())
                    .filteredOn(one -> one.terminal().equals(lane))
                    .extracting(Shop.Lane::state)
                    .containsExactly(state));
  }

  @Test
  void aPaymentThatBeginsEndsAndBeginsAgainIsSeen(@TempDir Path folder) throws Exception {
    MonitorActions.Followed stream = new ServerMonitor(shop.desk("MANAGER")).shop(into(seen));
    try (DeskShop.OpenLane at = shop.openLane(folder)) {
      ServerLane lane = at.lane();
      stands(at.code(), Shop.LaneState.READY);
      BasketView basket = lane.addLine(shop.barcode(3), 1_000, "").join();
      stands(at.code(), Shop.LaneState.SERVING);

      lane.tellPayment(true);
      stands(at.code(), Shop.LaneState.PAYING);
      lane.tellPayment(false);
      stands(at.code(), Shop.LaneState.SERVING);
      lane.tellPayment(true);
      stands(at.code(), Shop.LaneState.PAYING);

      var unused = lane.payCash(basket.totalMinor(), basket.cashDueMinor()).join();
      stands(at.code(), Shop.LaneState.READY);
    }
    stream.leave();
  }

  @Test
  void whatTheDeskIsAskedHasItsItemItsPricesAndItsBasket(@TempDir Path folder) throws Exception {
    var monitor = new ServerMonitor(shop.desk("MANAGER"));
    MonitorActions.Followed stream = monitor.approvals(into(asked));
    try (DeskShop.OpenLane at = shop.openLane(folder)) {
      ServerLane lane = at.lane();
      BasketView basket = lane.addLine(shop.barcode(4), 2_000, "").join();
      LineView line = basket.lastLine().orElseThrow();
      long lower = line.priceMinor() - 100_00;

      var answer =
          lane.askDesk(
              new DeskQuestion(
                  "sale.override",
                  "",
                  Optional.of(line),
                  Optional.of(basket.totalMinor()),
                  new Matter("dented", "", 0, lower, 0, 0, 200_00)));

      Approval request =
          await()
              .atMost(LONG)
              .until(
                  () ->
                      Objects.requireNonNull(asked.get()).stream()
                          .filter(one -> one.terminal().equals(at.code()))
                          .findFirst(),
                  Optional::isPresent)
              .orElseThrow();
      assertThat(request.permission()).isEqualTo("sale.override");
      assertThat(request.reason()).isEqualTo("dented");
      assertThat(request.mostMinor()).hasValue(200_00L);
      assertThat(request.matter())
          .isEqualTo(
              new Approval.Matter(
                  line.name(),
                  2_000,
                  Optional.of(line.priceMinor()),
                  Optional.of(lower),
                  0,
                  Optional.of(basket.totalMinor())));

      monitor.answer(request.approvalId(), true).join();
      ApprovalView given = answer.join();
      BasketView after =
          lane.overridePrice(line.lineId(), lower, "dented", given.approvalId()).join();
      assertThat(after.totalMinor()).isEqualTo(basket.totalMinor() - 200_00);
      var unused = lane.payCash(after.totalMinor(), after.cashDueMinor()).join();
    }
    stream.leave();
  }
}

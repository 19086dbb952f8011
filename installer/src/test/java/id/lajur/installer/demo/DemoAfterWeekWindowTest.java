package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.installer.demo.WindowDemo.Shop;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.window.LaneWindow;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The demo's windows on a shop that has a week behind it. */
@CacioTest
class DemoAfterWeekWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @Test
  void aLaneThatHasSoldForAWeekOpensItsShiftAndSellsToday() throws Exception {
    LocalDate today = LocalDate.now(DemoStore.ZONE);
    var clock = new DemoClock(DemoWeek.begins(today));
    try (DemoStore store = DemoStore.open(clock)) {
      DemoWeek.sell(store, clock, today);
      try (Shop shop = Shop.open(store)) {
        LaneHand hand = new LaneHand(shop.lanes().get(0));

        hand.type(DemoStore.cashier(1)).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
        hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
        hand.type("500000").press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
        hand.scan(DemoStore.code(store.goods().get(0))).until(s -> s.basket().lines().size() == 1);
        hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
        hand.type("2000000").press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.DONE);

        for (LaneWindow lane : shop.lanes()) {
          lane.close();
          assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
        }
      }
      assertThat(store.audit().clean()).as(store.audit().toText()).isTrue();
    }
  }
}

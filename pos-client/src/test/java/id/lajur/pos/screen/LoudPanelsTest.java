package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Amber is for what must be seen; what the cashier wishes to type is no such thing. */
class LoudPanelsTest {
  private final PresentedLane shop = new PresentedLane().selling();

  @ParameterizedTest
  @EnumSource(
      value = LaneKey.class,
      names = {"F1", "F2", "F3", "F4", "F5", "F6", "F10"})
  void whatTheCashierOpensIsQuiet(LaneKey key) {
    shop.press(key);

    assertThat(shop.state().panel()).isNotInstanceOf(Panel.None.class);
    assertThat(PanelView.isLoud(shop.state())).isFalse();
    assertThat(shop.state().message().kind()).isNotEqualTo(Message.Kind.WARN);
  }

  @Test
  void scansThatWaitBehindItMakeItLoud() {
    shop.press(LaneKey.F4);
    shop.presenter.scanned(FakeLane.TEA);

    assertThat(shop.state().scansWaiting()).isEqualTo(1);
    assertThat(PanelView.isLoud(shop.state())).isTrue();
  }

  @Test
  void aSupervisorsWordAnEndAndALockAreSeen() {
    shop.lane.voidNeedsApproval = true;
    for (List<LaneKey> keys :
        List.of(
            List.of(LaneKey.SHIFT_F8),
            List.of(LaneKey.ESC, LaneKey.F8),
            List.of(LaneKey.ESC, LaneKey.F10, LaneKey.F12))) {
      keys.forEach(shop::press);
      assertThat(PanelView.isLoud(shop.state())).as("%s", keys).isTrue();
      assertThat(shop.state().message().kind()).as("%s", keys).isEqualTo(Message.Kind.WARN);
    }
  }
}

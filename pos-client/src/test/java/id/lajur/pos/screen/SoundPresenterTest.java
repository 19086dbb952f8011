package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoundPresenterTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void aSoundIsSwitchedOffAndOnAgainAndKept() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F10, LaneKey.F6);
    assertThat(shop.state().panel()).isEqualTo(new Panel.Sounds(0));

    shop.press(LaneKey.DOWN, LaneKey.ENTER);

    var rest = EnumSet.complementOf(EnumSet.of(LaneSound.NOT_TAKEN));
    assertThat(shop.state().devices().sounds()).isEqualTo(rest);
    assertThat(shop.state().message()).isEqualTo(Message.ok("soundOff", Map.of()));
    assertThat(shop.lane.acts).contains("useSounds [TAKEN, APPROVAL, SERVER_LOST, SERVER_BACK]");

    LaneState off = shop.state();
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().devices().sounds()).containsExactlyInAnyOrder(LaneSound.values());
    assertThat(LaneSound.of(off, shop.state())).contains(LaneSound.NOT_TAKEN);
    shop.press(LaneKey.ESC);
    assertThat(shop.state().panel()).isEqualTo(Panel.none());
  }

  @Test
  void whatCannotBeKeptIsNotSwitched() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F10, LaneKey.F6);
    shop.lane.diskFull = true;

    shop.press(LaneKey.ENTER);

    assertThat(shop.state().devices().sounds()).containsExactlyInAnyOrder(LaneSound.values());
    assertThat(shop.state().message().key()).isEqualTo("refused." + LaneRefusal.NOT_KEPT);
  }
}

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
    assertThat(shop.state().panel()).isInstanceOf(Panel.Sounds.class);

    shop.press(LaneKey.DOWN, LaneKey.ENTER);

    var rest = EnumSet.complementOf(EnumSet.of(LaneSound.NOT_TAKEN));
    assertThat(shop.state().devices().sounds()).isEqualTo(rest);
    assertThat(shop.state().message()).isEqualTo(Message.ok("soundOff", Map.of()));
    assertThat(shop.lane.acts).contains("useSounds [TAKEN, APPROVAL, SERVER_LOST, SERVER_BACK]");

    LaneState off = shop.state();
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().devices().sounds()).containsExactlyInAnyOrder(LaneSound.values());
    assertThat(LaneSound.of(off, shop.state())).contains(LaneSound.NOT_TAKEN);
  }

  @Test
  void theSetUpComesBackAsItWas() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F10, LaneKey.F2);
    shop.type("0");
    LaneState before = shop.state();

    shop.press(LaneKey.F6, LaneKey.DOWN, LaneKey.ENTER, LaneKey.ESC);

    assertThat(shop.state().panel()).isEqualTo(before.panel());
    assertThat(shop.state().form()).isEqualTo(before.form());
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

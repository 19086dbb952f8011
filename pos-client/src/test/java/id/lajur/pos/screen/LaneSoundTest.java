package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is heard at the lane, told from what is shown one after another. */
class LaneSoundTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void eachItemTakenIsHeardOnce() {
    shop.signOn();
    from();

    shop.presenter.scanned(FakeLane.TEA);
    shop.presenter.scanned(FakeLane.TEA);

    assertThat(heard()).containsExactly(LaneSound.TAKEN, LaneSound.TAKEN);
  }

  @Test
  void whatIsNotTakenIsHeardEachTimeThoughTheSentenceIsTheSame() {
    shop.signOn();
    from();

    shop.presenter.scanned("8990000713043");
    shop.presenter.scanned("8990000713043");

    assertThat(heard()).containsExactly(LaneSound.NOT_TAKEN, LaneSound.NOT_TAKEN);
  }

  @Test
  void aSupervisorIsCalled() {
    shop.selling();
    shop.lane.voidNeedsApproval = true;
    from();

    shop.press(LaneKey.F8);

    assertThat(heard()).containsExactly(LaneSound.APPROVAL);
  }

  @Test
  void theServerIsLostOnceAndComesBackOnce() {
    shop.signOn();
    from();

    shop.presenter.server(false);
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));
    shop.presenter.scanned(FakeLane.TEA);
    shop.presenter.server(true);
    shop.presenter.emergency(Optional.of(new EmergencyView(false, 1, 10_000_00, false)));
    shop.presenter.emergency(Optional.empty());

    assertThat(heard())
        .containsExactly(LaneSound.SERVER_LOST, LaneSound.TAKEN, LaneSound.SERVER_BACK);
  }

  @Test
  void typingAndChoosingAreSilent() {
    shop.selling();
    from();

    shop.type("12");
    shop.press(LaneKey.BACKSPACE, LaneKey.UP, LaneKey.F1, LaneKey.ESC, LaneKey.F12, LaneKey.ESC);

    assertThat(heard()).isEmpty();
  }

  /** What was shown before is not listened to. */
  private void from() {
    shop.shown.clear();
    shop.shown.add(shop.state());
  }

  private List<LaneSound> heard() {
    var heard = new ArrayList<LaneSound>();
    LaneState before = null;
    for (LaneState now : shop.shown) {
      if (before != null) {
        LaneSound.of(before, now).ifPresent(heard::add);
      }
      before = now;
    }
    return heard;
  }
}

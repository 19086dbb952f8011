package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorsLanguageTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void theScreenSpeaksTheOperatorsLanguageUntilHeSignsOff() {
    shop.lane.language = Optional.of(Language.ENGLISH);

    shop.signOn();
    assertThat(shop.state().language()).isEqualTo(Language.ENGLISH);
    shop.press(LaneKey.F10, LaneKey.F3);

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    assertThat(shop.state().language()).isEqualTo(Language.INDONESIAN);
  }

  @Test
  void theFloatIsAskedInItToo() {
    shop.lane.language = Optional.of(Language.ENGLISH);
    shop.lane.shiftOpen = false;

    shop.signOn();

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.OPENING_SHIFT);
    assertThat(shop.state().language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void whoWasLetOnWithoutTheServerReadsTheLanesOwn() {
    shop.press(LaneKey.F2);

    shop.signOn();

    assertThat(shop.state().language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void aSessionThatEndsTakesItsLanguageAlongWhenAnotherSignsOn() {
    shop.lane.language = Optional.of(Language.ENGLISH);
    shop.signOn();
    shop.lane.sessionEnded = true;

    shop.presenter.scanned(FakeLane.TEA);
    assertThat(shop.state().language()).isEqualTo(Language.ENGLISH);
    shop.press(LaneKey.F3);

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    assertThat(shop.state().language()).isEqualTo(Language.INDONESIAN);
  }
}

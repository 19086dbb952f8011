package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Letters to touch come where letters are taken, and go with what they were for. */
class LettersTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void theyComeAndGoInTheSearch() {
    shop.signOn();
    shop.press(LaneKey.F2);
    assertThat(shop.state().showsLetters()).isFalse();

    shop.presenter.letters();
    assertThat(shop.state().showsLetters()).isTrue();
    shop.presenter.letters();

    assertThat(shop.state().showsLetters()).isFalse();
  }

  @Test
  void theyGoWithThePanel() {
    shop.signOn();
    shop.press(LaneKey.F2);
    shop.presenter.letters();

    shop.press(LaneKey.ESC);

    assertThat(shop.state().showsLetters()).isFalse();
  }

  @Test
  void anAmountTakesNoneAndItsReasonDoes() {
    shop.selling();
    shop.press(LaneKey.F6);
    shop.presenter.letters();
    assertThat(shop.state().showsLetters()).isFalse();

    shop.press(LaneKey.TAB);
    shop.presenter.letters();
    assertThat(shop.state().showsLetters()).isTrue();
    shop.press(LaneKey.TAB);

    assertThat(shop.state().showsLetters()).isFalse();
  }

  @Test
  void aPinIsNeverTypedOnThem() {
    shop.presenter.letters();
    assertThat(shop.state().showsLetters()).isFalse();
    shop.selling();
    shop.press(LaneKey.F10, LaneKey.F12);

    shop.presenter.letters();

    assertThat(shop.state().showsLetters()).isFalse();
  }
}

package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pad of digits has what the field with the caret takes, and no more. */
class PadTest {
  private final PresentedLane shop = new PresentedLane();

  private String beside(Language language) {
    LaneState state = shop.state().withLanguage(language);
    return Pad.besideZero(
        new View.Shown(state, Texts.of(LanePanel.class, "lane", language), state.formats()));
  }

  private static String mark(Language language) {
    return language == Language.INDONESIAN ? "," : ".";
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsWeighedHasTheLanguagesMarkAndPiecesHaveNone(Language language) {
    shop.selling().press(LaneKey.F4);
    assertThat(beside(language)).isEmpty();
    shop.press(LaneKey.ESC);

    shop.presenter.scanned(FakeLane.CHICKEN);

    assertThat(shop.state().panel()).isInstanceOf(Panel.Weigh.class);
    assertThat(beside(language)).isEqualTo(mark(language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void rupiahHaveNoPartsButThousands(Language language) {
    shop.selling().press(LaneKey.F12);

    assertThat(beside(language)).isEqualTo("000");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aDiscountHasPartsWhileItIsPercent(Language language) {
    shop.selling().press(LaneKey.F6);
    assertThat(beside(language)).isEqualTo(mark(language));

    shop.press(LaneKey.F4); // another price

    assertThat(beside(language)).isEqualTo("000");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void numbersAndPinsHaveDigitsAlone(Language language) {
    assertThat(beside(language)).isEmpty();
    shop.type("1042");
    shop.press(LaneKey.ENTER);
    assertThat(beside(language)).isEmpty();
    shop.type("1234");
    shop.press(LaneKey.ENTER);

    for (LaneKey asks : List.of(LaneKey.F5, LaneKey.F3)) {
      shop.press(asks);
      assertThat(beside(language)).as("%s", asks).isEmpty();
      shop.press(LaneKey.ESC);
    }
  }
}

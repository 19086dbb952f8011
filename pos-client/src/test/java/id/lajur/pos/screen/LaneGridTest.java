package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneGridTest {
  private static LaneGrid.Places portrait(int width, int height, boolean panel, boolean letters) {
    var open = new LaneGrid.Open(true, false, panel, false, false, false, letters);
    return LaneGrid.of(LaneGrid.Shape.PORTRAIT, width, height, open);
  }

  @ParameterizedTest
  @CsvSource({"700, 1120", "768, 1366", "1080, 1920"})
  void basketAndMessageKeepTheirPlaceWhenSomethingIsAskedInPortrait(int width, int height) {
    LaneGrid.Places selling = portrait(width, height, false, false);
    LaneGrid.Places asked = portrait(width, height, true, false);

    assertThat(asked.main()).isEqualTo(selling.main());
    assertThat(asked.message()).isEqualTo(selling.message());
    assertThat(asked.total()).isEqualTo(selling.total());
    assertThat(asked.panel().y).isEqualTo(selling.entry().y);
    assertThat(asked.panel().height).isGreaterThanOrEqualTo(346); // what the tightest of them needs
  }

  @ParameterizedTest
  @CsvSource({"700, 1120", "768, 1366", "1080, 1920"})
  void lettersToTouchLieOverNothingInPortrait(int width, int height) {
    LaneGrid.Places typed = portrait(width, height, false, true);
    assertThat(typed.letters().y).isGreaterThan(typed.entry().y + typed.entry().height);
    assertThat(typed.letters().y + typed.letters().height).isLessThan(typed.quickKeys().y);
    assertThat(typed.message().y + typed.message().height).isLessThan(typed.entry().y);

    LaneGrid.Places asked = portrait(width, height, true, true);

    assertThat(asked.letters().y + asked.letters().height).isLessThan(asked.panel().y);
    assertThat(asked.letters().y).isGreaterThan(asked.message().y + asked.message().height);
  }
}

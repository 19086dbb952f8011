package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before a shift nothing lies over anything else, and everything is large enough for a finger. */
class SignOnPlacesTest {
  private static final int LONG_NOTE = 118;

  @ParameterizedTest
  @CsvSource({
    "900, 500",
    "910, 512",
    "960, 540",
    "900, 675",
    "1024, 700",
    "1024, 768",
    "1366, 768",
    "1920, 1080",
    "700, 1120",
    "768, 1366"
  })
  void allHasItsPlace(int width, int height) {
    for (int note : new int[] {SignOnPlaces.NOTE, LONG_NOTE}) {
      SignOnPlaces places = SignOnPlaces.of(width, height, note);
      var lowest = new Rectangle(places.x(), places.noteTop(), places.w(), note);
      List<Rectangle> form =
          List.of(places.first(), places.second(), places.pad(), places.go(), lowest);

      for (Rectangle part : form) {
        assertThat(part.height).isGreaterThanOrEqualTo(48);
        assertThat(part.x).isGreaterThanOrEqualTo(places.x());
        assertThat(part.x + part.width).isLessThanOrEqualTo(places.x() + places.w());
        assertThat(part.y + part.height).isLessThanOrEqualTo(height - SignOnPlaces.KEYS);
        assertThat(form).filteredOn(other -> other.intersects(part)).hasSize(1);
      }
      assertThat((places.pad().height + Pad.GAP) / 4 - Pad.GAP).isGreaterThanOrEqualTo(48);
      assertThat(places.amount().union(places.first())).isEqualTo(places.amount());
      assertThat(places.x() + places.w()).isLessThan(width);
    }
  }

  @Test
  void inFewPixelsWhatMustBeToldTakesTheGreetingsPlaceAndNoKeys() {
    SignOnPlaces said = SignOnPlaces.of(900, 500, LONG_NOTE);

    assertThat(SignOnPlaces.of(900, 500, SignOnPlaces.NOTE).top()).isPositive();
    assertThat(said.top()).isNegative();
    assertThat(said.noteTop() + LONG_NOTE).isLessThanOrEqualTo(500 - SignOnPlaces.KEYS);
    assertThat(said.noteTop()).isGreaterThan(said.go().y + said.go().height);
  }
}

package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class RailRowsTest {
  private static final int PLACES = 8;
  private static final int LAST = PLACES - 1;

  @Test
  void everyPlaceIsSeenAndPressedInAnyWindow() {
    for (int high = 364; high <= 1200; high++) {
      RailRows rows = RailRows.of(high, PLACES);
      assertThat(rows.mostHidden()).as("turned past in %d", high).isZero();
      for (int place = 0; place < PLACES; place++) {
        Rectangle cell = rows.cell(place, 0, place == LAST);
        assertThat(cell.height).isGreaterThanOrEqualTo(42);
        assertThat(cell.y).isNotNegative();
        assertThat(cell.y + cell.height)
            .as("place %d in %d", place, high)
            .isLessThanOrEqualTo(high);
        if (place > 0) {
          Rectangle above = rows.cell(place - 1, 0, false);
          assertThat(cell.y).isGreaterThanOrEqualTo(above.y + above.height);
        }
      }
    }
  }

  @Test
  void withRoomTheyKeepTheirMeasures() {
    RailRows rows = RailRows.of(768, PLACES);

    assertThat(rows.logo()).isTrue();
    assertThat(rows.cell(0, 0, false)).isEqualTo(new Rectangle(8, 66, 72, 64));
    assertThat(rows.cell(1, 0, false)).isEqualTo(new Rectangle(8, 138, 72, 64));
    assertThat(rows.cell(LAST, 0, true)).isEqualTo(new Rectangle(8, 640, 72, 64));
  }

  @Test
  void inTheLowestWindowEachIsTurnedTo() {
    for (int high = 100; high < 364; high++) {
      RailRows rows = RailRows.of(high, PLACES);
      int hidden = 0;
      for (int place : new int[] {LAST, 0, 3, 5, 1}) {
        hidden = rows.showing(place, hidden);
        Rectangle cell = rows.cell(place, hidden, place == LAST);
        assertThat(cell.y).as("place %d in %d", place, high).isNotNegative();
        assertThat(cell.y + cell.height).isLessThanOrEqualTo(high);
        assertThat(rows.showing(place, hidden)).isEqualTo(hidden);
      }
    }
  }
}

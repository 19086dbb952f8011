package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenderRowsTest {
  private static final int KEY = 48;

  /** The least that a payment has without letters to touch. */
  private static final int LEAST = 298;

  @Test
  void nothingLiesOverAnother() {
    for (int high = 86; high < 900; high++) { // from what letters to touch leave
      for (int fields = 0; fields <= 2; fields++) {
        TenderRows rows = TenderRows.of(528, high, fields);
        List<Rectangle> parts =
            Stream.of(rows.kinds(), rows.amounts(), rows.change())
                .filter(part -> !part.isEmpty())
                .toList();

        for (int i = 1; i < parts.size(); i++) {
          int above = parts.get(i - 1).y + parts.get(i - 1).height;
          assertThat(parts.get(i).y).isGreaterThanOrEqualTo(above + 8);
        }
        Rectangle last = parts.get(parts.size() - 1);
        assertThat(last.y + last.height).isLessThanOrEqualTo(high);
      }
    }
  }

  @Test
  void theChangeIsThereWhereverTheMoneyIsAlone() {
    for (int high = LEAST; high < 900; high++) {
      for (int fields = 0; fields <= 2; fields++) {
        TenderRows rows = TenderRows.of(528, high, fields);
        assertThat(rows.change().height).isGreaterThanOrEqualTo(74);
        assertThat(rows.change().y + rows.change().height).isEqualTo(high);
        assertThat(rows.kinds().isEmpty()).isFalse();
        assertThat((rows.amounts().height - 8) / 2).isGreaterThanOrEqualTo(KEY);
      }
    }
  }
}

package id.lajur.kit.widget;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.theme.Theme;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadTest {
  /** A panel of 439 is the lane's at 1024, one of 586 at 1366; words end at 353. */
  @ParameterizedTest
  @CsvSource({"439, 353, 768", "586, 353, 768", "586, 400, 768", "823, 353, 1080", "439, 430, 700"})
  void itLiesWhereNoWordsAre(int width, int words, int height) {
    Theme.LIGHT.install();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    var free = new Rectangle(words, 196, width - words, height - 196);

    Road.paint(g, width, free);

    int white = 0;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        boolean painted = image.getRGB(x, y) != Color.BLACK.getRGB();
        assertThat(painted && !free.contains(x, y)).as("%d, %d", x, y).isFalse();
        white += painted ? 1 : 0;
      }
    }
    assertThat(white).isPositive();
    g.dispose();
  }

  /** Whole where there is room, else narrower; never cut at the words. */
  @ParameterizedTest
  @CsvSource({"586, 346, 1", "823, 353, 1", "439, 353, 0.35"})
  void itIsNarrowerWhereThereIsLessRoom(int width, int words, float broad) {
    var free = new Rectangle(words, 196, width - words, 572);

    assertThat(Road.broad(width, free))
        .isEqualTo(broad, org.assertj.core.api.Assertions.within(.01f));
    assertThat(Road.centre(width, free) - Road.broad(width, free) * 122)
        .isGreaterThanOrEqualTo(words - .01f);
  }
}

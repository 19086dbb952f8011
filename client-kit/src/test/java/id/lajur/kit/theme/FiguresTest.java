package id.lajur.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  private static final Font COLUMN = Fonts.semiBold(19);

  @ParameterizedTest
  @ValueSource(strings = {"111.111", "000.000", "987.654", "405.531"})
  void allNumbersOfOneLengthAreEquallyWide(String number) {
    assertThat(Figures.width(number, COLUMN))
        .isCloseTo(Figures.width("000.000", COLUMN), within(0.001f));
  }

  @Test
  void interWithoutUsWouldLetThemDiffer() {
    Font alone = Fonts.semiBold(Figures.ALONE_FROM_PX);

    assertThat(Figures.width("111", alone)).isLessThan(Figures.width("000", alone) - 3);
  }

  @Test
  void aRightAlignedNumberKeepsToItsColumn() {
    BufferedImage image = new BufferedImage(120, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setFont(COLUMN);
    g.setColor(Color.WHITE);

    Figures.drawRight(g, "8.888", 100, 22);
    g.dispose();

    assertThat(lastInk(image)).isBetween(95, 100);
  }

  @Test
  void letterTailsAreNotTornApart() {
    float together = Figures.width(" kg", COLUMN);

    assertThat(Figures.width("1,246 kg", COLUMN))
        .isCloseTo(Figures.width("1,246", COLUMN) + together, within(0.001f));
  }

  private static int lastInk(BufferedImage image) {
    for (int x = image.getWidth() - 1; x >= 0; x--) {
      for (int y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) != 0) {
          return x;
        }
      }
    }
    return -1;
  }
}

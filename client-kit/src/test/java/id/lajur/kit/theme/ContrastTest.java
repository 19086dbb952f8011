package id.lajur.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import javax.swing.UIDefaults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrast of every pair of colours that carries a text or a sign, by WCAG 2. */
class ContrastTest {
  private static final UIDefaults LIGHT = Theme.LIGHT.lookAndFeel().getDefaults();
  private static final UIDefaults DARK = Theme.DARK.lookAndFeel().getDefaults();

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "INK, SURFACE, 17.1, 15.0, 4.5",
    "INK2, SURFACE, 8.3, 9.5, 4.5",
    "INK3, SURFACE, 5.5, 6.6, 4.5",
    "INK3, BG, 4.7, 7.3, 4.5",
    "INK3, P_SOFT, 4.7, 5.2, 4.5",
    "INK3, RAISED, 5.1, 6.0, 4.5",
    "ON_PRIMARY, PRIMARY, 6.6, 7.5, 4.5",
    "P_INK, P_SOFT, 7.0, 8.4, 4.5",
    "ON_AMBER, AMBER, 9.5, 10.2, 4.5",
    "AMBER, PANEL, 8.7, 10.1, 4.5",
    "WARN, WARN_SOFT, 6.6, 8.9, 4.5",
    "DANGER, SURFACE, 6.5, 7.7, 4.5",
    "DANGER, DANGER_SOFT, 5.5, 7.1, 4.5",
    "ON_DANGER, DANGER, 6.5, 8.3, 4.5",
    "INFO, INFO_SOFT, 6.0, 8.0, 4.5",
    "ON_PANEL2, PANEL, 8.7, 9.0, 4.5",
    "ON_PANEL3, PANEL, 3.3, 3.4, 3.0",
    "FIELD_BORDER, SURFACE, 4.0, 4.1, 3.0",
    "FIELD_BORDER, BG, 3.4, 4.6, 3.0",
    "DOT, SURFACE, 3.8, 7.7, 3.0",
  })
  void everyPairIsReadableInBothThemes(
      Token front, Token back, double light, double dark, double least) {
    double inLight = contrast(front.in(LIGHT), back.in(LIGHT));
    double inDark = contrast(front.in(DARK), back.in(DARK));

    assertThat(inLight).isCloseTo(light, within(0.06)).isGreaterThanOrEqualTo(least);
    assertThat(inDark).isCloseTo(dark, within(0.06)).isGreaterThanOrEqualTo(least);
  }

  private static double contrast(Color front, Color back) {
    double a = luminance(front);
    double b = luminance(back);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}

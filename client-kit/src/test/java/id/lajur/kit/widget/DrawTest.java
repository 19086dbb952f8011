package id.lajur.kit.widget;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.theme.Fonts;
import java.awt.Font;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final Font FONT = Fonts.regular(16);

  @Test
  void aUnitStaysBesideItsNumberWhereARowEnds() {
    float room = Draw.width("Kecap Manis 520", FONT) + 2;

    assertThat(Draw.wrapped("Kecap Manis 520 ml", FONT, room))
        .containsExactly("Kecap Manis", "520\u00a0ml");
  }

  @Test
  void aWordAfterANumberIsNoUnit() {
    float room = Draw.width("Ada 3 lajur", FONT) + 2;

    assertThat(Draw.wrapped("Ada 3 lajur masih", FONT, room))
        .containsExactly("Ada 3 lajur", "masih");
  }
}

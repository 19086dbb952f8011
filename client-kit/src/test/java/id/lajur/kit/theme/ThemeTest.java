package id.lajur.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import javax.swing.UIDefaults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyTokenHasAColour(Theme theme) {
    UIDefaults defaults = theme.lookAndFeel().getDefaults();

    for (Token token : Token.values()) {
      assertThat(token.in(defaults)).as(token.key()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void flatLafsOwnPartsFollowTheTokens(Theme theme) {
    UIDefaults defaults = theme.lookAndFeel().getDefaults();

    assertThat(defaults.getColor("Panel.background")).isEqualTo(Token.BG.in(defaults));
    assertThat(defaults.getColor("TextField.background")).isEqualTo(Token.SURFACE.in(defaults));
    assertThat(defaults.getColor("Table.selectionBackground")).isEqualTo(Token.P_SOFT.in(defaults));
    assertThat(defaults.getColor("Button.default.background"))
        .isEqualTo(Token.PRIMARY.in(defaults));
    assertThat(defaults.getColor("Component.focusedBorderColor"))
        .isEqualTo(Token.PRIMARY.in(defaults));
    assertThat(defaults.getInt("Table.rowHeight")).isEqualTo(36);
    assertThat(defaults.getInt("Component.arc")).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theFontIsInter(Theme theme) {
    Font font = theme.lookAndFeel().getDefaults().getFont("defaultFont");

    assertThat(font.getFamily()).isEqualTo("Inter");
    assertThat(font.getSize()).isEqualTo(16);
    assertThat(Fonts.semiBold(13.5f).getFontName()).contains("SemiBold");
  }
}

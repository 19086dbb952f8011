package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LaneTextsTest {
  private final Texts indonesian = Texts.of(LanePanel.class, "lane", Language.INDONESIAN);
  private final Texts english = Texts.of(LanePanel.class, "lane", Language.ENGLISH);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void noSentenceShoutsOrBlames() {
    for (String key : indonesian.keys()) {
      assertThat(indonesian.get(key)).as(key).isNotBlank().doesNotContain("!");
      assertThat(english.get(key)).as(key).isNotBlank().doesNotContain("!");
      assertThat(english.get(key).toLowerCase(Locale.ROOT)).doesNotContain("error");
    }
  }
}

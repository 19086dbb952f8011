package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeBundlesTest {
  @ParameterizedTest
  @ValueSource(strings = {"shell", "refusals", "unsaved"})
  void bothLanguagesSayTheSameThings(String bundle) {
    Texts indonesian = Texts.of(OfficePanel.class, bundle, Language.INDONESIAN);
    Texts english = Texts.of(OfficePanel.class, bundle, Language.ENGLISH);

    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  @Test
  void everyPlaceAndTabHasItsWords() {
    for (Language language : Language.values()) {
      Texts texts = Texts.of(OfficePanel.class, "shell", language);
      for (Place place : Places.ALL) {
        assertThat(texts.has("place." + place.key())).as(place.key()).isTrue();
        assertThat(texts.has("title." + place.key())).as(place.key()).isTrue();
        if (place.tabs().size() > 1) {
          place
              .tabs()
              .forEach(tab -> assertThat(texts.has("tab." + tab.key())).as(tab.key()).isTrue());
        }
      }
    }
  }
}

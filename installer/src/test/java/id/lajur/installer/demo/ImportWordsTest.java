package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.catalogfile.CatalogFileScreen;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.server.catalog.file.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can be wrong with a row of a catalogue file, and the words that the back office has for it.
 */
class ImportWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFaultOfARowHasWords(Language language) {
    Texts texts = Texts.of(CatalogFileScreen.class, "catalogfile", language);

    assertThat(Fault.values())
        .allSatisfy(
            fault -> assertThat(texts.has("problem." + fault)).as("words for %s", fault).isTrue());
  }
}

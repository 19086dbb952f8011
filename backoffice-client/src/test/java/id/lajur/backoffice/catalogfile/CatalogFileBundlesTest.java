package id.lajur.backoffice.catalogfile;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Bundles;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogFileBundlesTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    Bundles.assertAlike(CatalogFileView.class, "catalogfile");
  }

  @Test
  void everyKeyHasWordsAndEveryWordIsUsed() throws IOException {
    Bundles.assertUsed(
        CatalogFileView.class, "catalogfile", Set.of("step.", "fault.", "problem.", "field."));
    Texts texts = Texts.of(CatalogFileView.class, "catalogfile", Language.INDONESIAN);
    for (CatalogFileState.Step step : CatalogFileState.Step.values()) {
      assertThat(texts.has("step." + step)).isEqualTo(step != CatalogFileState.Step.WAITING);
    }
    for (Catalog.Fault fault : Catalog.Fault.values()) {
      assertThat(texts.has("fault." + fault)).isEqualTo(fault != Catalog.Fault.NONE);
    }
  }
}

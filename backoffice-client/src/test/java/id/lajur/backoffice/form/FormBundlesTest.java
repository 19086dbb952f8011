package id.lajur.backoffice.form;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormBundlesTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    Bundles.assertAlike(ListFrame.class, "form");
  }

  @Test
  void everyKeyHasWordsAndEveryWordIsUsed() throws IOException {
    Bundles.assertUsed(ListFrame.class, "form", Set.of());
  }
}

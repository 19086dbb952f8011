package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.Bundles;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuickKeysBundlesTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    Bundles.assertAlike(QuickKeysView.class, "quickkeys");
  }

  @Test
  void everyKeyHasWordsAndEveryWordIsUsed() throws IOException {
    Bundles.assertUsed(QuickKeysView.class, "quickkeys", Set.of());
  }
}

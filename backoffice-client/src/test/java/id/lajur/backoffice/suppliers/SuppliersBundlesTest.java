package id.lajur.backoffice.suppliers;

import id.lajur.backoffice.form.Bundles;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppliersBundlesTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    Bundles.assertAlike(SuppliersView.class, "suppliers");
  }

  @Test
  void everyKeyHasWordsAndEveryWordIsUsed() throws IOException {
    Bundles.assertUsed(SuppliersView.class, "suppliers", Set.of());
  }
}

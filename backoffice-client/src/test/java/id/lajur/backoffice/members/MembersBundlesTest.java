package id.lajur.backoffice.members;

import id.lajur.backoffice.form.Bundles;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersBundlesTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    Bundles.assertAlike(MembersView.class, "members");
  }

  @Test
  void everyKeyHasWordsAndEveryWordIsUsed() throws IOException {
    Bundles.assertUsed(MembersView.class, "members", Set.of());
  }
}

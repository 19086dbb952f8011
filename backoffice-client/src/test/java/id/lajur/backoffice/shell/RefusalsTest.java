package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Refused;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.i18n.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void theCodeInASentenceIsTheItems() {
    ServerRefusal unknown = Refused.of("ITEM_UNKNOWN", Map.of("code", "8991002101234"));
    ServerRefusal noUnit = Refused.of("UNIT_UNKNOWN", Map.of("code", "TEH-25", "unit", "dus"));

    assertThat(said(unknown, Language.INDONESIAN)).isEqualTo("Kode 8991002101234 belum terdaftar.");
    assertThat(said(unknown, Language.ENGLISH)).isEqualTo("Code 8991002101234 is not known.");
    assertThat(said(noUnit, Language.ENGLISH)).isEqualTo("Item TEH-25 has no unit dus.");
  }

  @Test
  void whatHasNoWordsOfItsOwnNamesTheCodeForSupport() {
    ServerRefusal refusal = Refused.of("NEVER_HEARD_OF", Map.of("code", "8991002101234"));

    assertThat(said(refusal, Language.INDONESIAN))
        .isEqualTo("Server menolak. Catat kode ini untuk bantuan: " + refusal.code());
    assertThat(said(refusal, Language.ENGLISH))
        .isEqualTo("The server refuses. Note this code for support: " + refusal.code());
  }

  private static String said(ServerRefusal refusal, Language language) {
    return Refusals.sentence(refusal, OfficeWindow.formats(language));
  }
}

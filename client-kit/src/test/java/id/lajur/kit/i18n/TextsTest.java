package id.lajur.kit.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts = Texts.of(TextsTest.class, "sample", Language.INDONESIAN);

  @Test
  void valuesAreSetInByName() {
    assertThat(texts.get("scan.unknown", Map.of("n", "8990000713043")))
        .isEqualTo("Barcode 8990000713043 belum terdaftar, tidak masuk.");
  }

  @Test
  void aValueMayHoldAnySign() {
    assertThat(texts.get("short", Map.of("n", "$1\\", "harga", "{n}")))
        .isEqualTo("Kurang Rp $1\\ — {n}.");
  }

  @Test
  void theFilesAreUtf8() {
    assertThat(texts.get("mark")).isEqualTo("− × …");
  }

  @Test
  void aMissingTextIsAMistakeOfOurs() {
    assertThatThrownBy(() -> texts.get("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void placeholdersAreKnown() {
    assertThat(texts.placeholders("short")).containsExactly("harga", "n");
    assertThat(texts.keys()).containsExactly("mark", "scan.unknown", "short");
  }
}

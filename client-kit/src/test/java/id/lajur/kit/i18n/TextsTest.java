package id.lajur.kit.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(texts.keys()).containsExactly("lines", "mark", "scan.unknown", "short");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 lines are",
    "1,1 line is",
    "2,2 lines are",
    "21,21 lines are",
    "'1,001','1,001 lines are'"
  })
  void oneAloneIsSingular(String n, String words) {
    Texts english = Texts.of(TextsTest.class, "sample", Language.ENGLISH);
    assertThat(english.get("lines", Map.of("n", n))).isEqualTo(words + " kept.");
    assertThat(texts.get("lines", Map.of("n", n))).isEqualTo(n + " baris disimpan.");
    assertThat(english.placeholders("lines")).isEqualTo(texts.placeholders("lines"));
  }

  @Test
  void formsOfAMissingValueStay() {
    Texts english = Texts.of(TextsTest.class, "sample", Language.ENGLISH);
    assertThat(english.get("lines", Map.of())).isEqualTo("{n} {n:line is|lines are} kept.");
  }
}

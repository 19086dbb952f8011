package id.lajur.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
  @ParameterizedTest
  @CsvSource({
    "629104150021, 3",
    "400638133393, 1",
    "899123456789, 1",
    "8991234, 8",
    "0899123456789, 1",
    "1899123456789, 8",
  })
  void theCheckDigitIsThatOfTheSpecification(String digits, int check) {
    assertThat(Gtin.checkDigit(digits)).isEqualTo(check);
    assertThat(Gtin.isValid(digits + check)).isTrue();
    assertThat(Gtin.isValid(digits + (check + 1) % 10)).isFalse();
  }

  @Test
  void gtinsOfEveryLengthCompareAsFourteenDigits() {
    assertThat(Gtin.key("8991234567891")).isEqualTo("08991234567891");
    assertThat(Gtin.key("08991234567891")).isEqualTo("08991234567891");
    assertThat(Gtin.key("89912348")).isEqualTo("00000089912348");
    assertThat(Gtin.key("4011")).isEqualTo("4011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "12345678901", "123456789012345", "１２３４５６７", "12a4567"})
  void whatIsNoGtinIsToldSo(String text) {
    assertThat(Gtin.isValid(text)).isFalse();
    assertThatThrownBy(() -> Gtin.toGtin14(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

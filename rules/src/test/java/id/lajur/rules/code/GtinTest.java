package id.lajur.rules.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /** The sum as the specification draws it: from the right, 3, 1, 3, 1 and so on. */
  private static int sumFromTheRight(String digits) {
    int sum = 0;
    int weight = 1;
    for (int i = digits.length() - 1; i >= 0; i--) {
      sum += weight * Character.digit(digits.charAt(i), 10);
      weight = 4 - weight;
    }
    return sum;
  }

  private static String random(SplittableRandom random, int length) {
    StringBuilder digits = new StringBuilder();
    for (int i = 1; i < length; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.append(Gtin.checkDigit(digits.toString())).toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyGtinHasASumOfTens_andNoWrongDigitPasses(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int length : new int[] {8, 12, 13, 14}) {
      String gtin = random(random, length);
      assertThat(sumFromTheRight(gtin) % 10).as(gtin).isZero();
      assertThat(Gtin.isValid(gtin)).as(gtin).isTrue();

      int at = random.nextInt(length);
      int other = (gtin.charAt(at) - '0' + random.nextInt(1, 10)) % 10;
      assertThat(Gtin.isValid(gtin.substring(0, at) + other + gtin.substring(at + 1)))
          .as("%s with %d at %d", gtin, other, at)
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoDigitsInTheWrongOrderPassOnlyFiveApart(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int length : new int[] {8, 12, 13, 14}) {
      String gtin = random(random, length);
      int at = random.nextInt(length - 1);
      char left = gtin.charAt(at);
      char right = gtin.charAt(at + 1);
      String turned = gtin.substring(0, at) + right + left + gtin.substring(at + 2);
      assertThat(Gtin.isValid(turned)).as(turned).isEqualTo(Math.abs(left - right) % 5 == 0);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aGtinIsOneWhateverItsLength_andIsShownAtItsShortest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int length : new int[] {8, 12, 13, 14}) {
      String gtin = random(random, length);
      String key = Gtin.key(gtin);
      assertThat(key).hasSize(14).endsWith(gtin);
      assertThat(Gtin.key(Gtin.shown(key))).isEqualTo(key);
      if (gtin.charAt(0) != '0') {
        assertThat(Gtin.shown(key)).isEqualTo(gtin);
      }
    }
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

package id.lajur.rules.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackedDiscountTest {
  @Test
  void tenPlusFivePlusTwoLeavesTheProductOfWhatIsLeft() {
    StackedDiscount discount = StackedDiscount.read("10+5+2").orElseThrow();

    assertThat(discount.text()).isEqualTo("10+5+2");
    assertThat(discount.net(8_000, 240_000_00, 100)).isEqualTo(1_608_768_00);
    assertThat(StackedDiscount.read("5+2").orElseThrow().net(10_000, 108_000_00, 100))
        .isEqualTo(1_005_480_00);
    assertThat(StackedDiscount.NONE.net(20_000, 198_000_00, 100)).isEqualTo(3_960_000_00);
  }

  @Test
  void aStepMayHaveDecimalsWithCommaOrPoint() {
    assertThat(StackedDiscount.read("2,5").orElseThrow().steps()).containsExactly(250);
    assertThat(StackedDiscount.read(" 12.25 + 1 ").orElseThrow().steps())
        .containsExactly(1225, 100);
    assertThat(StackedDiscount.read("").orElseThrow()).isEqualTo(StackedDiscount.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10+",
        "+5",
        "100",
        "10%",
        "-5",
        "5++2",
        "1,234",
        "0",
        "0,00",
        "a",
        "1+1+1+1+1+1+1"
      })
  void whatIsNoDiscountIsNotRead(String typed) {
    assertThat(StackedDiscount.read(typed)).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheExactProductRoundedOnce(long seed) {
    var random = new SplittableRandom(seed);
    long quantity = random.nextLong(1, 1_000_000_000);
    long price = random.nextLong(0, 100_000_000_00L);
    long unit = random.nextBoolean() ? 100 : 1;
    var text = new StringBuilder();
    BigDecimal expected = BigDecimal.valueOf(quantity, 3).multiply(BigDecimal.valueOf(price));
    for (int step = random.nextInt(0, 7); step > 0; step--) {
      int hundredths = random.nextInt(1, 10_000);
      text.append(text.isEmpty() ? "" : "+")
          .append("%d,%02d".formatted(hundredths / 100, hundredths % 100));
      expected = expected.multiply(BigDecimal.valueOf(10_000 - hundredths, 4));
    }
    long rounded =
        expected.divide(BigDecimal.valueOf(unit), 0, RoundingMode.HALF_UP).longValueExact();

    StackedDiscount discount = StackedDiscount.read(text.toString()).orElseThrow();

    assertThat(discount.net(quantity, price, unit)).isEqualTo(rounded * unit);
  }
}

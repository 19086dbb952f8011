package id.lajur.rules.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumbersTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mulDivRoundsHalfAwayFromZeroLikeTheExactQuotient(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      long a = random.nextLong() >> random.nextInt(64);
      long b = random.nextLong() >> random.nextInt(64);
      long divisor = (random.nextLong() >>> 1 >> random.nextInt(62)) + 1;
      BigInteger exact =
          new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
              .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
              .toBigIntegerExact();

      if (exact.bitLength() > 63) {
        assertThatThrownBy(() -> Numbers.mulDiv(a, b, divisor))
            .isInstanceOf(ArithmeticException.class);
      } else {
        assertThat(Numbers.mulDiv(a, b, divisor)).isEqualTo(exact.longValueExact());
      }
    }
  }

  @Test
  void anAmountIsRoundedOnceToTheStoresUnit() {
    assertThat(Numbers.extend(845, 42_900_00, 100)).isEqualTo(36_251_00);
    assertThat(Numbers.extend(1_005, 1_00, 1)).isEqualTo(1_01);
    assertThat(Numbers.extend(-1_005, 1_00, 1)).isEqualTo(-1_01);
    // 0.4999 rupiah: rounded to sen first it would be 0.50, and then a whole rupiah.
    assertThat(Numbers.extend(4_999, 10, 100)).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sharesAddUpAndNoneExceedsItsWeight(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long unit = random.nextBoolean() ? 1 : 100;
    long[] weights = new long[random.nextInt(1, 30)];
    Arrays.setAll(weights, i -> random.nextLong(10_000) * unit);
    long sum = LongStream.of(weights).sum();
    long total = sum == 0 ? 0 : random.nextLong(sum / unit + 1) * unit;

    long[] shares = Shares.largestRemainder(total, weights, unit);
    long[] negative = Shares.largestRemainder(-total, weights, unit);

    assertThat(LongStream.of(shares).sum()).isEqualTo(total);
    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isBetween(0L, weights[i]);
      assertThat(negative[i]).isEqualTo(-shares[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NEAREST, 18205000, 18210000",
    "NEAREST, 18204900, 18200000",
    "NEAREST, -18205000, -18210000",
    "DOWN, 18209900, 18200000",
    "UP, 18200100, 18210000",
    "UP, 18200000, 18200000",
    "UP, -18200100, -18210000",
  })
  void cashIsBroughtToTheCoin(CashRounding.Mode mode, long minor, long rounded) {
    assertThat(new CashRounding(mode, 100_00).round(minor)).isEqualTo(rounded);
  }
}

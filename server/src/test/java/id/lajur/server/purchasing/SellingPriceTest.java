package id.lajur.server.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.rules.tax.TaxRate;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SellingPriceTest {
  private static final TaxRate PPN =
      new TaxRate(1, "BIASA", TaxRate.Mode.INCLUSIVE, 120_000, 11, 12);
  private static final TaxRate NONE = new TaxRate(3, "BEBAS", TaxRate.Mode.NONE, 0, 1, 1);

  @Test
  void theMarginIsAPartOfThePriceWithoutTax() {
    assertThat(SellingPrice.marginMicro(3_250_00, 1_005_480_00, 440_000, PPN)).isEqualTo(219_523);
    assertThat(SellingPrice.marginMicro(3_350_00, 1_005_480_00, 440_000, PPN)).isEqualTo(242_820);
    assertThat(SellingPrice.marginMicro(1_000_00, 1_500_00, 1_000, NONE)).isEqualTo(-500_000);
  }

  @Test
  void thePriceThatLeavesTheMarginGoesUpToTheNextStep() {
    assertThat(SellingPrice.leaving(240_000, 1_005_480_00, 440_000, PPN, 50_00))
        .isEqualTo(3_350_00);
    assertThat(SellingPrice.leaving(0, 1_000_00, 1_000, NONE, 100_00)).isEqualTo(1_000_00);
    assertThat(SellingPrice.leaving(0, 1_000_01, 1_000, NONE, 100_00)).isEqualTo(1_100_00);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theProposalIsTheLowestShelfPriceWithTheMargin(long seed) {
    var random = new SplittableRandom(seed);
    TaxRate rate = random.nextBoolean() ? PPN : NONE;
    long step = random.nextBoolean() ? 50_00 : 1;
    long cost = random.nextLong(1, 10_000_000_00L);
    long base = random.nextLong(1, 1_000_000);
    long margin = random.nextLong(0, 900_000);

    long price = SellingPrice.leaving(margin, cost, base, rate, step);

    assertThat(price % step).isZero();
    assertThat(SellingPrice.marginMicro(price, cost, base, rate)).isGreaterThanOrEqualTo(margin);
    if (price > step) {
      assertThat(SellingPrice.marginMicro(price - step, cost, base, rate))
          .isLessThanOrEqualTo(margin);
    }
  }
}

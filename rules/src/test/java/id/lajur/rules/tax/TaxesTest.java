package id.lajur.rules.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaxesTest {
  private static final TaxRate BIASA =
      new TaxRate(1, "BIASA", TaxRate.Mode.INCLUSIVE, 120_000, 11, 12);
  private static final TaxRate MEWAH =
      new TaxRate(2, "MEWAH", TaxRate.Mode.INCLUSIVE, 120_000, 1, 1);
  private static final TaxRate BEBAS = new TaxRate(3, "BEBAS", TaxRate.Mode.NONE, 0, 1, 1);
  private static final TaxRate GROSIR =
      new TaxRate(5, "GROSIR", TaxRate.Mode.EXCLUSIVE, 120_000, 11, 12);
  private static final TaxRate TAX1 = new TaxRate(6, "TAX1", TaxRate.Mode.EXCLUSIVE, 78_750, 1, 1);
  private static final TaxRate TAX2 = new TaxRate(7, "TAX2", TaxRate.Mode.EXCLUSIVE, 101_250, 1, 1);

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static Taxes.TaxedAmount line(long amountMinor, TaxRate rate) {
    return new Taxes.TaxedAmount(amountMinor, rate);
  }

  @Test
  void thePublishedExamplesOfPpnHold() {
    assertThat(BIASA.taxOf(11_100_00, 100)).isEqualTo(1_100_00);
    assertThat(MEWAH.taxOf(5_600_000_00L, 100)).isEqualTo(600_000_00);
    assertThat(GROSIR.taxOf(1_234_567_00, 100)).isEqualTo(135_802_00);
    assertThat(BIASA.netOf(1_900_00, 100)).isEqualTo(1_712_00);
  }

  @Test
  void ppnIsRoundedPerReceiptAndNotPerLine() {
    Taxes taxes =
        Taxes.of(
            List.of(line(2_500_00, BIASA), line(2_500_00, BIASA), line(2_500_00, BIASA)),
            TaxRounding.PER_RATE,
            100);

    assertThat(taxes.totalMinor()).isEqualTo(743_00);
    assertThat(taxes.lineTaxMinor()).containsExactly(248_00L, 248_00L, 247_00L);
  }

  @Test
  void aReceiptOfTwoClassesSharesItsPpnToTheLines() {
    Taxes taxes =
        Taxes.of(
            List.of(
                line(15_500_00, BIASA),
                line(17_000_00, BIASA),
                line(38_750_00, BIASA),
                line(74_500_00, BEBAS),
                line(36_251_00, BEBAS)),
            TaxRounding.PER_RATE,
            100);

    assertThat(taxes.totalMinor()).isEqualTo(7_061_00);
    assertThat(taxes.rates().get(0).taxableMinor()).isEqualTo(64_189_00);
    assertThat(taxes.lineTaxMinor()).containsExactly(1_536_00L, 1_685_00L, 3_840_00L, 0L, 0L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void taxOnTopOfSeveralRatesIsRoundedOncePerReceipt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Taxes.TaxedAmount> lines = new ArrayList<>();
    BigDecimal exact = BigDecimal.ZERO;
    int count = random.nextInt(1, 20);
    for (int i = 0; i < count; i++) {
      TaxRate rate = List.of(TAX1, TAX2, BEBAS).get(random.nextInt(3));
      long amount = random.nextLong(-2_000, 20_000);
      lines.add(line(amount, rate));
      exact =
          exact.add(BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(rate.rateMicro(), 6)));
    }

    Taxes taxes = Taxes.of(lines, TaxRounding.PER_RECEIPT, 1);

    long rounded = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    assertThat(taxes.onTopMinor()).isEqualTo(rounded);
    assertThat(taxes.rates().stream().mapToLong(Taxes.RateTax::taxMinor).sum()).isEqualTo(rounded);
    assertThat(taxes.lineTaxMinor().stream().mapToLong(Long::longValue).sum()).isEqualTo(rounded);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linesBearTheTaxOfTheirReceiptToTheLastRupiah(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Taxes.TaxedAmount> lines = new ArrayList<>();
    for (int i = random.nextInt(1, 25); i > 0; i--) {
      lines.add(
          line(random.nextLong(-50_000, 500_000) * 100, random.nextBoolean() ? BIASA : MEWAH));
    }

    Taxes taxes = Taxes.of(lines, TaxRounding.PER_RATE, 100);

    for (Taxes.RateTax rate : taxes.rates()) {
      long shared = 0;
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).rate().equals(rate.rate())) {
          shared += taxes.lineTaxMinor().get(i);
          assertThat(taxes.lineTaxMinor().get(i) % 100).isZero();
        }
      }
      assertThat(shared).isEqualTo(rate.taxMinor());
    }
  }
}

package id.lajur.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.server.refusal.Refusal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRuleTest {
  private static final long PPN = 110_000; // 12 % of 11/12, inside the price

  private static @Nullable Long price(
      PriceRule.Way way, long figure, long step, long less, long before, long cost) {
    return PriceRule.of(way, figure, step, less, RoundingMode.HALF_UP, 100)
        .price(new PriceRule.Unit(1000, before, cost, PPN))
        .priceMinor();
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 100000, 10000, 0, 1250000, 1370000, 1380000",
    "PERCENT, -50000, 0, 0, 1250000, 1187500, 1187500",
    "AMOUNT, 50000, 10000, 0, 1250000, 1300000, 1300000",
    "MARGIN, 200000, 100000, 10000, 1250000, 1390000, 1390000",
  })
  void aPriceIsMadeAndBroughtToTheShelf(
      PriceRule.Way way, long figure, long step, long less, long before, long down, long nearest) {
    assertThat(price(way, figure, step, less, before, 1_000_000)).isBetween(down, nearest);
  }

  @Test
  void aMarginWantedIsAtLeastReachedWhenRoundedUp() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      long cost = random.nextLong(1, 100_000_000);
      long margin = random.nextLong(0, 900_000);
      PriceRule.Unit unit = new PriceRule.Unit(1000, null, cost, PPN);
      Long price =
          PriceRule.of(PriceRule.Way.MARGIN, margin, 100_00, 0, RoundingMode.CEILING, 100)
              .price(unit)
              .priceMinor();

      assertThat(unit.marginMicro(price)).isGreaterThanOrEqualTo(margin - 1);
    }
  }

  @Test
  void aPackFollowsItsContent() {
    PriceRule.Found found =
        PriceRule.of(PriceRule.Way.AMOUNT, 100_00, 0, 0, RoundingMode.HALF_UP, 100)
            .price(new PriceRule.Unit(24_000, 45_000_00L, null, 0));

    assertThat(found.priceMinor()).isEqualTo(47_400_00);
  }

  @Test
  void whatHasNoCostOrPriceGetsNone() {
    PriceRule.Unit bare = new PriceRule.Unit(1000, null, null, 0);

    assertThat(rule(PriceRule.Way.PERCENT, 1).price(bare).problem())
        .isEqualTo(PriceRule.Problem.NO_PRICE);
    assertThat(rule(PriceRule.Way.MARGIN, 1).price(bare).problem())
        .isEqualTo(PriceRule.Problem.NO_COST);
    assertThat(
            rule(PriceRule.Way.AMOUNT, -2_00)
                .price(new PriceRule.Unit(1000, 1_00L, null, 0))
                .problem())
        .isEqualTo(PriceRule.Problem.OUT_OF_RANGE);
  }

  private static PriceRule rule(PriceRule.Way way, long figure) {
    return PriceRule.of(way, figure, 0, 0, RoundingMode.HALF_UP, 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 950_001, Long.MAX_VALUE, Long.MIN_VALUE})
  void aMarginThatIsNoneIsRefused(long figure) {
    assertThatThrownBy(() -> rule(PriceRule.Way.MARGIN, figure)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "-100, 0", "1000, 1000", "1000, -100", "1000, 50"})
  void aStepThatIsNotMadeOfAmountUnitsIsRefused(long step, long less) {
    assertThatThrownBy(
            () -> PriceRule.of(PriceRule.Way.PERCENT, 0, step, less, RoundingMode.HALF_UP, 100))
        .isInstanceOf(Refusal.class);
  }
}

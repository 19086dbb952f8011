package id.lajur.server.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BalanceTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void takingApartConservesValue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Balance left = new Balance(random.nextLong(1, 1_000_000), random.nextLong(1_000_000_000), 0);
    long value = left.valueMinor();
    long cost = 0;
    while (left.quantityMilli() > 0) {
      long out = random.nextLong(1, left.quantityMilli() + 1);
      cost += left.costMinor(out);
      left = left.take(out);
    }

    assertThat(cost).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatMovementsBringAndTakeIsWhatTheStockIsWorth(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Balance balance = Balance.NONE;
    long value = 0;
    for (int i = 0; i < 300; i++) {
      long quantity =
          random.nextInt(4) == 0 && balance.quantityMilli() != 0
              ? Math.abs(balance.quantityMilli())
              : random.nextLong(1, 50_000);
      switch (random.nextInt(3)) {
        case 0 -> {
          value -= balance.costMinor(quantity);
          balance = balance.take(quantity);
        }
        case 1 -> {
          long cost = random.nextLong(100_000_000);
          Balance.Movement movement = balance.receive(quantity, cost);
          assertThat(movement.valueMinor() + movement.varianceMinor()).isEqualTo(cost);
          value += movement.valueMinor();
          balance = movement.after();
        }
        default -> {
          Balance.Movement movement = balance.putBack(quantity);
          value += movement.valueMinor();
          balance = movement.after();
        }
      }
      assertThat(balance.valueMinor()).isEqualTo(value);
      if (balance.quantityMilli() == 0) {
        assertThat(balance.valueMinor()).isZero();
      }
    }
  }

  @Test
  void belowZeroStockIsWorthMinusWhatItWillCost() {
    Balance sold = new Balance(1_000, 5_000_00, 5_000_00).take(3_000);

    assertThat(sold).isEqualTo(new Balance(-2_000, -10_000_00, 5_000_00));
  }

  @Test
  void stockOfNothingIsWorthNothing() {
    assertThatThrownBy(() -> new Balance(0, 1, 0)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aReceiptThatIsTakenBackAtOnceLeavesNoTrace(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long quantity = random.nextLong(-50_000, 50_000);
    long unitCost = random.nextLong(1, 100_000);
    Balance before =
        new Balance(
            quantity,
            quantity > 0
                ? random.nextLong(1_000_000_000)
                : -new Balance(0, 0, unitCost).costMinor(Math.max(1, -quantity)),
            unitCost);
    if (quantity == 0) {
      before = new Balance(0, 0, unitCost);
    }
    long in = random.nextLong(1, 100_000);
    long cost = random.nextLong(1_000_000_000);

    Balance.Movement came = before.receive(in, cost);
    Balance.Movement went = came.after().giveBack(in, cost, unitCost);

    // A hole that was filled in part is valued by two roundings, and dug again by one.
    long rounding = quantity < 0 && in < -quantity ? 1 : 0;
    assertThat(went.after().quantityMilli()).isEqualTo(before.quantityMilli());
    assertThat(went.after().valueMinor()).isCloseTo(before.valueMinor(), within(rounding));
    assertThat(went.valueMinor() + went.varianceMinor()).isEqualTo(-cost);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatGoesBackLeavesNoStockBelowNothingAndItsVarianceIsTheRest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Balance balance =
        new Balance(random.nextLong(1, 50_000), random.nextLong(1_000_000), 700)
            .take(random.nextLong(1, 80_000));
    long out = random.nextLong(1, 80_000);
    long cost = random.nextLong(1_000_000);

    Balance.Movement went = balance.giveBack(out, cost, 500);

    assertThat(went.after().valueMinor() - balance.valueMinor()).isEqualTo(went.valueMinor());
    assertThat(went.valueMinor() + went.varianceMinor()).isEqualTo(-cost);
    if (went.after().quantityMilli() >= 0) {
      assertThat(went.after().valueMinor()).isNotNegative();
    }
  }

  @Test
  void aWrongReceiptTakesItsOwnCostAwayAndNotTheAverage() {
    Balance before = new Balance(10_000, 1_000_00, 100_00);

    Balance mistyped = before.receive(10_000, 100_000_00).after();

    assertThat(mistyped.giveBack(10_000, 100_000_00, 100_00).after()).isEqualTo(before);
  }
}

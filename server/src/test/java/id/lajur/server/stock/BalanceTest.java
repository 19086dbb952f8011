package id.lajur.server.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}

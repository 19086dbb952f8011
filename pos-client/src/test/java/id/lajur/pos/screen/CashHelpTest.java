package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CashHelpTest {
  private static final List<DenominationView> RUPIAH = FakeLane.TERMINAL.denominations();

  @Test
  void theExactSumComesFirstThenWhatPeopleRoundUpTo() {
    assertThat(likely(355_500)).containsExactly(355_500L, 360_000L, 400_000L, 450_000L);
    assertThat(likely(423_000)).containsExactly(423_000L, 430_000L, 450_000L, 500_000L);
    assertThat(likely(12_500)).containsExactly(12_500L, 15_000L, 20_000L, 50_000L);
    assertThat(likely(100_000)).startsWith(100_000L, 150_000L, 200_000L);
  }

  @Test
  void changeIsGivenInTheFewestPieces() {
    assertThat(CashHelp.handOut(44_500_00L, RUPIAH))
        .extracting(p -> p.count() + " x " + p.denomination().valueMinor() / 100)
        .containsExactly("2 x 20000", "2 x 2000", "1 x 500");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void piecesAddUpToTheChange(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      long change = random.nextLong(0, 20_000) * 100 * 100;
      long sum =
          CashHelp.handOut(change, RUPIAH).stream()
              .mapToLong(p -> p.count() * p.denomination().valueMinor())
              .sum();
      assertThat(sum).as("seed " + seed).isEqualTo(change);
    }
  }

  private static List<Long> likely(long rupiah) {
    return CashHelp.likelySums(rupiah * 100, RUPIAH).stream().map(m -> m / 100).toList();
  }
}

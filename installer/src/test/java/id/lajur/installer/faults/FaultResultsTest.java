package id.lajur.installer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.audit.AuditReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the commands say of how long a cashier stood still. */
class FaultResultsTest {
  private static final AuditReport CLEAN = new AuditReport(List.of());

  private static Comparison.Verdict verdict(long stoodStillMs) {
    return new Comparison.Verdict(9, 0, 0, 0, 0, 0, Map.of(), 2, 0, 1, stoodStillMs, List.of());
  }

  private static FaultsResult faults(FaultKind kind, long stoodStillMs) {
    return new FaultsResult(Map.of(kind, 1), verdict(stoodStillMs), List.of(3_000L), CLEAN);
  }

  private static OverloadResult overload(long stoodStillMs) {
    ActTimes.Spread spread = new ActTimes.Spread(1, 1, 1, 1);
    return new OverloadResult(
        new OverloadResult.Load(8, Duration.ofSeconds(3), 90, 22, 100, 60),
        Map.of(TriesByEnd.BUSY, 1L),
        spread,
        spread,
        3,
        1_024,
        0,
        verdict(stoodStillMs),
        CLEAN);
  }

  @Test
  void withinTheAimNothingIsSaidOfIt() {
    for (String text :
        List.of(faults(FaultKind.SERVER, 3_000).toText(), overload(3_000).toText())) {
      assertThat(text)
          .contains("a cashier stood still for 3,000 ms at most, of 3,000 that were promised")
          .doesNotContain("OVER");
    }
    for (String json :
        List.of(faults(FaultKind.SERVER, 2_871).toJson(), overload(2_871).toJson())) {
      assertThat(json)
          .contains("\"stoodStillMs\":2871,\"stoodStillAimMs\":3000,\"stoodStillOverAim\":false");
    }
    assertThat(faults(FaultKind.SERVER, 3_000).tooSlow()).isEmpty();
    assertThat(overload(3_000).tooSlow()).isEmpty();
  }

  @Test
  void overTheAimItIsSaidButASlowMachineIsNotWrongYet() {
    for (String text :
        List.of(faults(FaultKind.SERVER, 3_001).toText(), overload(3_001).toText())) {
      assertThat(text).contains("3,001 ms at most, of 3,000 that were promised: OVER THE AIM");
    }
    for (String json :
        List.of(faults(FaultKind.SERVER, 3_373).toJson(), overload(3_373).toJson())) {
      assertThat(json).contains("\"stoodStillMs\":3373,", "\"stoodStillOverAim\":true");
    }
    assertThat(faults(FaultKind.SERVER, 4_999).tooSlow()).isEmpty();
    assertThat(overload(4_999).tooSlow()).isEmpty();
  }

  /** Each lane can sell alone, whatever has died: a call that ends by its deadline is too late. */
  @ParameterizedTest
  @EnumSource
  void aCashierWhoStoodStillForTheWholeDeadlineIsWrong(FaultKind kind) {
    assertThat(faults(kind, 5_000).tooSlow())
        .containsExactly(
            "A cashier stood still for 5,000 ms; a lane must have gone on alone before 5,000.");
  }

  @Test
  void alsoUnderOverload() {
    assertThat(overload(5_000).tooSlow())
        .containsExactly(
            "A cashier stood still for 5,000 ms; a lane must have gone on alone before 5,000.");
  }
}

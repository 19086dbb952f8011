package id.lajur.installer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few faults of each kind; the command does hundreds. */
class FaultsTest {
  private static final int RUNS = 3;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void whateverDiesNothingIsLostAndNothingDoubled() throws Exception {
    FaultsResult result;
    try (Faults faults = Faults.open(Path.of(System.getProperty("java.io.tmpdir")), 11, true)) {
      for (FaultKind kind : FaultKind.SINGLE) {
        for (int run = 0; run < RUNS; run++) {
          faults.run(kind);
        }
      }
      faults.run(FaultKind.HANG);
      faults.run(FaultKind.SEQUENCE);
      result = faults.judge(step -> {});
    }

    assertThat(result.wrong()).as(result.toText() + result.audit().toText()).isEmpty();
    assertThat(result.runs())
        .isEqualTo(
            Map.of(
                FaultKind.WIRE, RUNS,
                FaultKind.LANE, RUNS,
                FaultKind.DATABASE, RUNS,
                FaultKind.SERVER, RUNS,
                FaultKind.HANG, 1,
                FaultKind.SEQUENCE, 1));
    assertThat(result.verdict().acknowledged()).isPositive();
    assertThat(result.verdict().resent()).isPositive();
    assertThat(result.toJson())
        .contains("\"lost\":0,\"doubled\":0,\"basketsLost\":0", "\"auditClean\":true");
  }
}

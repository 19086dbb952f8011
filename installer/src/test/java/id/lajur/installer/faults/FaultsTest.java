package id.lajur.installer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few faults of each kind; the command does hundreds. */
class FaultsTest {
  private static final int RUNS = 3;

  /** The command's are up to 20 s; what a lane does about them it has done after 2.5. */
  private static final Duration LONGEST_HANG = Duration.ofMillis(3_500);

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void whateverDiesNothingIsLostAndNothingDoubled() throws Exception {
    List<FaultKind> kinds = new ArrayList<>(FaultKind.SINGLE);
    kinds.add(FaultKind.HANG);
    kinds.add(FaultKind.SEQUENCE);
    FaultsResult result;
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (Faults faults = Faults.open(parent, 11, true, LONGEST_HANG)) {
      for (FaultKind kind : kinds) {
        for (int run = 0; run < RUNS; run++) {
          faults.run(kind);
        }
      }
      result = faults.judge(step -> {});
    }

    assertThat(result.wrong()).as(result.toText() + result.audit().toText()).isEmpty();
    assertThat(result.runs())
        .isEqualTo(kinds.stream().collect(Collectors.toMap(Function.identity(), kind -> RUNS)));
    assertThat(result.verdict().acknowledged()).isPositive();
    assertThat(result.verdict().resent()).isPositive();
    assertThat(result.verdict().cashMoved()).isPositive();
    assertThat(result.toJson())
        .contains("\"lost\":0,\"doubled\":0,\"basketsLost\":0", "\"auditClean\":true");
  }
}

package id.lajur.pos.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentSignOnTest {
  @TempDir private Path folder = Path.of("");

  private static final AbsentSignOn.SignedOn WHO =
      new AbsentSignOn.SignedOn("1001", "Ani", new AbsentSignOn.Shift("shift", 7, 1_700_000L));

  @Test
  void whoSignedOnJustBeforeTheLaneClosedCanSignOnAgain() throws Exception {
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(WHO, "2468");
    }

    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.signOn("1001", "2468")).isEqualTo(WHO);
    }
  }

  @Test
  void aClockThatIsSetBackMakesASignOnNoYounger() throws Exception {
    Instant then = Instant.parse("2026-03-01T08:00:00Z");
    try (AbsentSignOn lane = new AbsentSignOn(folder, () -> then)) {
      lane.signedOn(WHO, "2468");
    }

    try (AbsentSignOn setRight = new AbsentSignOn(folder, () -> then.minusSeconds(300));
        AbsentSignOn setBack = new AbsentSignOn(folder, () -> then.minusSeconds(301))) {
      assertThat(setRight.knows("1001")).isTrue();
      assertThat(setBack.knows("1001")).isFalse();
    }
  }
}

package id.lajur.pos.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentSignOnClosingTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whoSignedOnJustBeforeTheLaneClosedCanSignOnAgain() throws Exception {
    var who =
        new AbsentSignOn.SignedOn("1001", "Ani", new AbsentSignOn.Shift("shift", 7, 1_700_000L));
    try (AbsentSignOn lane = new AbsentSignOn(folder, Clock.systemUTC())) {
      lane.signedOn(who, "2468");
    }

    try (AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC())) {
      assertThat(restarted.signOn("1001", "2468")).isEqualTo(who);
    }
  }
}

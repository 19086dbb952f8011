package id.lajur.installer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Few lanes for a few seconds; {@code lajur faults --kind overload} has 64 for a minute. */
class ShortOverloadTest {
  private static final int LANES = 8;

  @Test
  @Timeout(180)
  void lanesThatAskForMoreThanCanBePostedSellWithoutAnError() throws Exception {
    OverloadResult result =
        Overload.run(
            Path.of(System.getProperty("java.io.tmpdir")),
            LANES,
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            11,
            step -> {});
    System.out.print(result.toText());

    assertThat(result.wrong()).as(result.toText() + result.audit().toText()).isEmpty();
    assertThat(result.errors()).isZero();
    assertThat(result.longestQueue()).isPositive().isLessThanOrEqualTo(result.mostWaiting());
    assertThat(result.load().posted()).isPositive();
    assertThat(result.toJson()).contains("\"lost\":0,\"doubled\":0", "\"auditClean\":true");
  }
}

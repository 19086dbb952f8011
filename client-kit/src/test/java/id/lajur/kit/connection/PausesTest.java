package id.lajur.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PausesTest {
  private static final int TRIES = 200;

  private static StatusRuntimeException comeAgainAfter(int seconds) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Code.UNAVAILABLE_VALUE)
            .addDetails(
                Any.pack(
                    RetryInfo.newBuilder()
                        .setRetryDelay(Duration.newBuilder().setSeconds(seconds))
                        .build()))
            .build());
  }

  @Test
  void pausesGrowToASecond() {
    assertThat(Pauses.afterMs(1)).isBetween(20L, 40L);
    assertThat(Pauses.afterMs(100)).isBetween(500L, 1_000L);
  }

  @Test
  void lanesDoNotComeAllAtOnce() {
    assertThat(LongStream.range(0, TRIES).map(i -> Pauses.afterMs(6)).distinct().count())
        .isGreaterThan(TRIES / 10);
  }

  @Test
  void aServerThatAsksToComeLaterIsLeftAloneUntilThen() {
    assertThat(Pauses.afterMs(1, comeAgainAfter(1))).isBetween(1_500L, 2_000L);
  }

  @Test
  void noServerSendsALaneAwayForLong() {
    assertThat(Pauses.afterMs(1, comeAgainAfter(3_600))).isLessThanOrEqualTo(2_000L);
    assertThat(Pauses.afterMs(1, comeAgainAfter(-5))).isBetween(20L, 40L);
  }

  @Test
  void afterSilenceThePauseIsTheUsualOne() {
    assertThat(Pauses.afterMs(1, Status.UNAVAILABLE.asRuntimeException())).isBetween(20L, 40L);
  }
}

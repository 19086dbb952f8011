package id.lajur.kit.connection;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before asking again: longer each time, and not as long as other lanes do. */
final class Pauses {
  private static final long LONGEST_MS = 1_000;

  private Pauses() {}

  /**
   * After so many attempts.
   *
   * @param attempt from 1
   * @return half to the whole of what is due
   */
  static long afterMs(int attempt) {
    return spread(Math.min(LONGEST_MS, 20L << Math.min(attempt, 6)));
  }

  /** After a failure: not before the server has asked to come again, where it says when. */
  static long afterMs(int attempt, StatusRuntimeException failure) {
    return Math.max(afterMs(attempt), hintMs(failure) + spread(hintMs(failure)));
  }

  private static long spread(long ms) {
    return ms / 2 + ThreadLocalRandom.current().nextLong(ms / 2 + 1);
  }

  private static long hintMs(StatusRuntimeException failure) {
    var status = StatusProto.fromThrowable(failure);
    if (status != null) {
      for (var detail : status.getDetailsList()) {
        try {
          if (detail.is(RetryInfo.class)) {
            var delay = detail.unpack(RetryInfo.class).getRetryDelay();
            long ms = delay.getSeconds() > 0 ? LONGEST_MS : delay.getNanos() / 1_000_000;
            return Math.max(0, Math.min(LONGEST_MS, ms));
          }
        } catch (InvalidProtocolBufferException e) {
          failure.addSuppressed(e);
        }
      }
    }
    return 0;
  }
}

package id.lajur.server.wire;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each refusal under the id that its caller was shown. What is refused beyond some a second
 * is counted and not written: neither a crowd nor a stranger fills the log, and pushes out of it
 * what somebody will look for.
 */
final class RefusalLog {
  private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);
  private static final long SECOND_NANOS = 1_000_000_000;

  private final int most;
  private final LongSupplier nanos;
  private long begun;
  private int written;
  private long left;

  /**
   * @param most in a second, > 0
   * @param nanos as {@link System#nanoTime}
   */
  RefusalLog(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  void refused(String id, String method, String address, String what) {
    if (mayWrite()) {
      log.info("{} {} from {} refused: {}", id, method, address, what);
    }
  }

  private synchronized boolean mayWrite() {
    long now = nanos.getAsLong();
    if (now - begun >= SECOND_NANOS) {
      if (left > 0) {
        log.warn("{} more refusals were not written", left);
      }
      begun = now;
      written = 0;
      left = 0;
    }
    if (written == most) {
      left++;
      return false;
    }
    written++;
    return true;
  }
}

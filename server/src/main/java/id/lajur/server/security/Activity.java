package id.lajur.server.security;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * When each session called last, in this server's memory and by its monotonic clock: a call writes
 * nothing, and a clock that is set ends nobody's session.
 */
public final class Activity {
  private final LongSupplier nanos;
  private final Map<UUID, Long> last = new ConcurrentHashMap<>();

  /**
   * @param nanos as {@link System#nanoTime}
   */
  public Activity(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void seen(UUID sessionId) {
    last.put(sessionId, nanos.getAsLong());
  }

  /** Nanoseconds since a session called; one that never did here counts from this question on. */
  public long idleNanos(UUID sessionId) {
    long now = nanos.getAsLong();
    Long before = last.putIfAbsent(sessionId, now);
    return before == null ? 0 : now - before;
  }

  /** Forgets what is open no more. */
  public void keepOnly(Set<UUID> open) {
    last.keySet().retainAll(open);
  }
}

package id.lajur.server.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * Tries of codes by address: after each wrong one an address waits, twice as long every time. Kept
 * in memory, as it only slows; what ends a guesser's chance is counted with the codes.
 */
final class Guesses {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 9; // 512 s
  private static final int MOST_ADDRESSES = 10_000;

  private final Cache<String, Tries> byAddress =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterWrite(Duration.ofHours(1))
          .build();

  private record Tries(int wrong, Instant next) {}

  /**
   * Counts a try as wrong before it is judged, so that many at once are no better than one.
   *
   * @throws Refusal ENROLMENT_WAIT with waitMs
   */
  void begin(String address, Instant now) {
    byAddress
        .asMap()
        .compute(
            address,
            (key, before) -> {
              if (before != null && now.isBefore(before.next())) {
                throw new Refusal(Reason.ENROLMENT_WAIT)
                    .with("waitMs", Duration.between(now, before.next()).toMillis());
              }
              int wrong = before == null ? 0 : before.wrong();
              Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong, MOST_DOUBLINGS));
              return new Tries(wrong + 1, now.plus(wait));
            });
  }

  /** The try was right: the address begins anew. */
  void right(String address) {
    byAddress.invalidate(address);
  }
}

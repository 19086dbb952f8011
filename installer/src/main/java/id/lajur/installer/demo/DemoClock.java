package id.lajur.installer.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time of a demo shop that has a week behind it: held at the time of what is sold, which never
 * goes back, until the week is over; from then on the machine's.
 */
final class DemoClock extends Clock {
  private @Nullable Instant held;

  /**
   * @param begin when the week begins
   */
  DemoClock(Instant begin) {
    this.held = begin;
  }

  /** Moves on to a time, unless it is later already. */
  synchronized void advanceTo(Instant time) {
    Instant now = held;
    if (now != null && time.isAfter(now)) {
      held = time;
    }
  }

  /** The week is over. */
  synchronized void goOn() {
    held = null;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = held;
    return now == null ? Instant.now() : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

package id.lajur.installer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The time of a store made for training, driven by the times of its tickets; it never goes back.
 */
public final class TicketClock extends Clock {
  private volatile Instant now;
  private int holders;

  public TicketClock(Instant begin) {
    this.now = begin;
  }

  /** Moves on to a time, unless it is later already. */
  public synchronized void advanceTo(Instant time) throws InterruptedException {
    while (holders > 0) {
      wait();
    }
    if (time.isAfter(now)) {
      now = time;
    }
  }

  /**
   * Does something while the time stands still: an approval lasts minutes, a ticket may be hours.
   */
  public <R> R still(Supplier<R> act) {
    synchronized (this) {
      holders++;
    }
    try {
      return act.get();
    } finally {
      synchronized (this) {
        holders--;
        notifyAll();
      }
    }
  }

  @Override
  public Instant instant() {
    return now;
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

package id.lajur.kit.connection;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How the server answers: good, slow or away. It owes an answer from the first try of a call on,
 * and until it has said anything about the act itself; asking again does not begin anew.
 */
final class Answers {
  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final LongSupplier nanoTime;
  private boolean owed;
  private boolean busy;
  private boolean unreachable;
  private long owedSince;

  Answers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A call goes out. */
  synchronized void asked() {
    if (!owed) {
      owed = true;
      busy = false;
      owedSince = nanoTime.getAsLong();
    }
  }

  /** The server has answered, with a yes or a no. */
  synchronized void answered() {
    owed = false;
    unreachable = false;
  }

  /** The server asks to come again later: it is there. */
  synchronized void busy() {
    busy = true;
    unreachable = false;
  }

  /** Whether there is a connection now, as the network sees it. */
  synchronized void reachable(boolean is) {
    unreachable = !is;
    if (!is) {
      busy = false;
    }
  }

  synchronized LinkState state() {
    long waited = owed ? nanoTime.getAsLong() - owedSince : 0;
    if (unreachable || waited >= AWAY_NANOS && !busy) {
      return LinkState.AWAY;
    }
    return busy && owed || waited >= SLOW_NANOS ? LinkState.SLOW : LinkState.GOOD;
  }
}

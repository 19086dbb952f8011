package id.lajur.kit.input;

import id.lajur.kit.platform.Platform;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.swing.Timer;

/**
 * Notices when nobody has touched keys or mouse for as long as the store lets one be away. On the
 * event thread only.
 */
public final class IdleWatch implements AutoCloseable {
  private static final int LOOK_MS = 5_000;

  private final LongSupplier nanoTime;
  private final BooleanSupplier away;
  private final Runnable unwatch;
  private final Timer timer = new Timer(LOOK_MS, event -> look());
  private Duration longest = Duration.ZERO;
  private long touched;

  /**
   * @param nanoTime ns since whatever moment; should it go back, the wait begins anew
   * @param away told on the event thread; false = not now, and told again at the next look
   */
  public IdleWatch(LongSupplier nanoTime, BooleanSupplier away) {
    this.nanoTime = nanoTime;
    this.away = away;
    this.touched = nanoTime.getAsLong();
    this.unwatch = Platform.watchInput(this::touch);
    timer.start();
  }

  /** How long one may be away; zero = for ever. */
  public void longest(Duration newLongest) {
    if (!newLongest.equals(longest)) {
      longest = newLongest;
      touch();
    }
  }

  /** Somebody is there, by what is no key and no mouse. */
  public void touch() {
    touched = nanoTime.getAsLong();
  }

  void look() {
    long idle = nanoTime.getAsLong() - touched;
    boolean gone = !longest.isZero() && idle >= longest.toNanos();
    if (idle < 0 || gone && away.getAsBoolean()) {
      touch();
    }
  }

  @Override
  public void close() {
    timer.stop();
    unwatch.run();
  }
}

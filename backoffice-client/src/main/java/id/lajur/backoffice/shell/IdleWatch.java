package id.lajur.backoffice.shell;

import id.lajur.kit.platform.Platform;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.swing.Timer;

/** Notices when nobody has touched keys or mouse for as long as the store lets one be away. */
final class IdleWatch implements AutoCloseable {
  private static final int LOOK_MS = 5_000;

  private final LongSupplier nanoTime;
  private final Runnable away;
  private final Runnable unwatch;
  private final Timer timer = new Timer(LOOK_MS, event -> look());
  private Duration longest = Duration.ZERO;
  private long touched;

  /**
   * @param away told on the event thread
   */
  IdleWatch(LongSupplier nanoTime, Runnable away) {
    this.nanoTime = nanoTime;
    this.away = away;
    this.touched = nanoTime.getAsLong();
    this.unwatch = Platform.watchInput(this::touch);
    timer.start();
  }

  /** How long one may be away; zero = for ever. */
  void longest(Duration newLongest) {
    if (!newLongest.equals(longest)) {
      longest = newLongest;
      touch();
    }
  }

  void touch() {
    touched = nanoTime.getAsLong();
  }

  void look() {
    boolean ends = !longest.isZero();
    if (ends && nanoTime.getAsLong() - touched >= longest.toNanos()) {
      touch();
      away.run();
    }
  }

  @Override
  public void close() {
    timer.stop();
    unwatch.run();
  }
}

package id.lajur.installer.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Lanes that act side by side for a while, each as quickly as it is answered. */
final class Load {
  private Load() {}

  /** One act of a lane; what is timed is the act. */
  @FunctionalInterface
  interface Act {
    /**
     * @return false when there is nothing left to do
     */
    boolean once() throws Exception;
  }

  /**
   * What a while brought.
   *
   * @param micros times of the acts in microseconds
   */
  record Measured(long acts, double seconds, Histogram micros) {
    double perSecond() {
      return acts / seconds;
    }

    double ms(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  static Histogram histogram() {
    return new Histogram(60_000_000L, 3);
  }

  /**
   * Runs a while.
   *
   * @throws IllegalStateException an act failed; what has failed in a bench has not been measured
   */
  static Measured run(List<Act> lanes, Duration length) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      long begin = System.nanoTime();
      long end = begin + length.toNanos();
      List<Future<Histogram>> running = new ArrayList<>();
      for (Act lane : lanes) {
        running.add(threads.submit(() -> act(lane, end)));
      }
      Histogram all = histogram();
      for (Future<Histogram> lane : running) {
        all.add(lane.get());
      }
      return new Measured(all.getTotalCount(), (System.nanoTime() - begin) / 1e9, all);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lane of the bench failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Histogram act(Act lane, long end) throws Exception {
    Histogram micros = histogram();
    long begun = System.nanoTime();
    while (begun < end && lane.once()) {
      long done = System.nanoTime();
      micros.recordValue(Math.min((done - begun) / 1000, 60_000_000L));
      begun = done;
    }
    return micros;
  }
}

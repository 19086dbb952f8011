package id.lajur.installer.bench;

import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.PayResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The busiest hour: every lane scans twice a second, ten lines, and takes four seconds to be paid.
 * A time runs from the moment at which the act was due, so that a late answer makes the next one
 * late as well.
 */
final class PeakBench {
  private static final int LINES = 10;
  private static final long SCAN_NANOS = Duration.ofMillis(500).toNanos();
  private static final long PAY_NANOS = Duration.ofSeconds(4).toNanos();
  private static final long NOTE_MINOR = 100_000_00;

  private final BenchStore store;
  private final Pace pace;
  private final Steps steps;

  PeakBench(BenchStore store, Pace pace, Steps steps) {
    this.store = store;
    this.pace = pace;
    this.steps = steps;
  }

  /** Times of scans and commits of all lanes. */
  record Result(
      double scanP50Ms,
      double scanP99Ms,
      double commitP50Ms,
      double commitP99Ms,
      long scans,
      long commits) {}

  /** Told of each sale as soon as its lane has the answer. */
  @FunctionalInterface
  interface Paid {
    void at(String saleId, long nanoTime);
  }

  Result run() throws Exception {
    steps.step("peak pace");
    return run(pace.peak(), (saleId, nanoTime) -> {});
  }

  /**
   * @param length of what is timed, after the warm-up
   */
  Result run(Duration length, Paid paid) throws Exception {
    List<BenchLane> lanes = store.lanes().subList(0, pace.peakLanes());
    List<String> barcodes = store.barcodes();
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      long begin = System.nanoTime();
      long counted = begin + pace.peakWarmUp().toNanos();
      long end = counted + length.toNanos();
      List<Timed> times = new ArrayList<>();
      List<Future<?>> running = new ArrayList<>();
      for (BenchLane lane : lanes) {
        Timed timed = new Timed(counted, end);
        times.add(timed);
        // Lanes begin anywhere in the nine seconds that a customer takes.
        long offset = (LINES * SCAN_NANOS + PAY_NANOS) * (lane.number() - 1) / lanes.size();
        running.add(
            threads.submit(
                () -> {
                  sell(lane, barcodes, begin, offset, timed, paid);
                  return null;
                }));
      }
      for (Future<?> lane : running) {
        lane.get();
      }
      Histogram scans = Load.histogram();
      Histogram commits = Load.histogram();
      for (Timed timed : times) {
        scans.add(timed.scans);
        commits.add(timed.commits);
      }
      return new Result(
          scans.getValueAtPercentile(50) / 1000.0,
          scans.getValueAtPercentile(99) / 1000.0,
          commits.getValueAtPercentile(50) / 1000.0,
          commits.getValueAtPercentile(99) / 1000.0,
          scans.getTotalCount(),
          commits.getTotalCount());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lane of the peak pace failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** The first customer of a lane is one who is already half served. */
  private static void sell(
      BenchLane lane, List<String> barcodes, long begin, long offset, Timed timed, Paid paid)
      throws InterruptedException {
    Lane till = new Lane(lane.connection());
    SplittableRandom random = new SplittableRandom(lane.number());
    int lines = 1 + (int) Math.min(LINES - 1, offset / SCAN_NANOS);
    long due = begin + offset % SCAN_NANOS;
    while (due < timed.end) {
      for (int line = 0; line < lines && due < timed.end; line++) {
        await(due);
        till.scan(barcodes.get(random.nextInt(barcodes.size())), 1000);
        timed.add(timed.scans, due);
        due += SCAN_NANOS;
      }
      due += PAY_NANOS - SCAN_NANOS;
      if (due >= timed.end) {
        return;
      }
      await(due);
      long total = till.basket().getTotals().getTotalMinor();
      PayResponse sale = till.payCash((total / NOTE_MINOR + 1) * NOTE_MINOR);
      paid.at(sale.getSaleId(), System.nanoTime());
      timed.add(timed.commits, due);
      due += SCAN_NANOS;
      lines = LINES;
    }
  }

  private static void await(long due) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
  }

  /** What one lane has timed between two moments. */
  private static final class Timed {
    private final long from;
    private final long end;
    private final Histogram scans = Load.histogram();
    private final Histogram commits = Load.histogram();

    Timed(long from, long end) {
      this.from = from;
      this.end = end;
    }

    void add(Histogram micros, long due) {
      if (due >= from) {
        micros.recordValue(Math.min((System.nanoTime() - due) / 1_000, 60_000_000L));
      }
    }
  }
}

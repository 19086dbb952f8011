package id.lajur.installer.bench;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A lane's window on this machine's display: how long from the last key of a scan until the new
 * total is painted, while all other lanes sell at the busiest pace, and whether it stays so over
 * many tickets. Server, database, the other lanes and the window share the machine, which is more
 * than a lane has to bear in a shop.
 */
final class WindowBench {
  private static final int SCANS = 10;
  private static final long SCAN_MS = 250;
  private static final int LINES = 3;
  private static final int STRETCHES = 10;

  private final BenchStore store;
  private final Pace pace;
  private final Steps steps;

  WindowBench(BenchStore store, Pace pace, Steps steps) {
    this.store = store;
    this.pace = pace;
    this.steps = steps;
  }

  /**
   * From scan to paint.
   *
   * @param lanes that sell meanwhile
   */
  record Busy(int lanes, long scans, double p50Ms, double p99Ms) {}

  /**
   * The same with nothing beside it, after so many tickets.
   *
   * @param heapMb what is alive in the program, its server included
   */
  record Stretch(int tickets, double p50Ms, double p99Ms, double heapMb) {}

  /** Both. */
  record Result(Busy busy, List<Stretch> stretches) {
    private static final double AIM_MS = 50;

    String toText() {
      StringBuilder text = new StringBuilder();
      text.append(
          "%d lanes busy, %d scans: scan to painted total p50 %.1f ms, p99 %.1f ms, aim %.0f ms, %s%n"
              .formatted(
                  busy.lanes(),
                  busy.scans(),
                  busy.p50Ms(),
                  busy.p99Ms(),
                  AIM_MS,
                  busy.p99Ms() <= AIM_MS ? "reached" : "missed"));
      for (Stretch stretch : stretches) {
        text.append(
            "after %d tickets: p50 %.1f ms, p99 %.1f ms, heap %.1f MB%n"
                .formatted(stretch.tickets(), stretch.p50Ms(), stretch.p99Ms(), stretch.heapMb()));
      }
      return text.toString();
    }
  }

  /**
   * @param tickets that are sold one after another when the others have stopped, at least 10
   */
  Result run(int tickets) throws Exception {
    Path papers = store.folder().resolve("papers");
    LaneWindow window =
        LaneWindow.open(
            store.freshLane(),
            new LaneWindow.Settings(
                Language.INDONESIAN,
                Theme.LIGHT,
                List.of(PrinterPort.of("file:" + papers)),
                Paper.MM80,
                Language.INDONESIAN,
                store.folder().resolve("window"),
                InstantSource.system(),
                false,
                100,
                LaneDevices.KEYBOARD_ONLY));
    try {
      ScreenHand hand = new ScreenHand(window);
      hand.type(BenchStore.FRESH_OPERATOR).enter().type(BenchStore.PIN).enter();
      hand.until(shown -> shown.phase() == Phase.OPENING_SHIFT);
      hand.type("100000").enter().until(shown -> shown.phase() == Phase.READY);
      sell(hand, new SplittableRandom(1), Load.histogram(), SCANS, 0); // warm
      Busy busy = busy(hand);
      return new Result(busy, stretches(hand, tickets));
    } finally {
      window.close();
      var unused = window.awaitClosed(Duration.ofSeconds(20));
    }
  }

  private Busy busy(ScreenHand hand) throws Exception {
    steps.step("a lane's window, " + pace.peakLanes() + " lanes busy");
    ExecutorService beside = Executors.newSingleThreadExecutor();
    Histogram micros = Load.histogram();
    try {
      Future<PeakBench.Result> others =
          beside.submit(
              () -> new PeakBench(store, pace, name -> {}).run(pace.peak(), (sale, nanos) -> {}));
      SplittableRandom random = new SplittableRandom(2);
      TimeUnit.NANOSECONDS.sleep(pace.peakWarmUp().toNanos());
      while (!others.isDone()) {
        sell(hand, random, micros, SCANS, SCAN_MS);
      }
      var unused = others.get();
    } finally {
      beside.shutdownNow();
    }
    return new Busy(pace.peakLanes(), micros.getTotalCount(), ms(micros, 50), ms(micros, 99));
  }

  private List<Stretch> stretches(ScreenHand hand, int tickets) throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    List<Stretch> stretches = new ArrayList<>();
    for (int part = 1; part <= STRETCHES; part++) {
      steps.step("a lane's window, tickets, part " + part);
      Histogram micros = Load.histogram();
      for (int ticket = 0; ticket < tickets / STRETCHES; ticket++) {
        sell(hand, random, micros, LINES, 0);
      }
      stretches.add(
          new Stretch(tickets / STRETCHES * part, ms(micros, 50), ms(micros, 99), aliveMb()));
    }
    return stretches;
  }

  /** One customer: scans, each as soon as the one before is painted, and the exact cash. */
  private void sell(
      ScreenHand hand, SplittableRandom random, Histogram micros, int scans, long pauseMs)
      throws Exception {
    List<String> barcodes = store.barcodes();
    for (int line = 1; line <= scans; line++) {
      TimeUnit.MILLISECONDS.sleep(pauseMs);
      int lines = line;
      long took =
          hand.scan(
              barcodes.get(random.nextInt(barcodes.size())),
              shown -> shown.phase() == Phase.SELLING && shown.basket().lines().size() == lines);
      micros.recordValue(Math.min(took / 1_000, 60_000_000L));
    }
    LaneState paying = hand.f12().until(shown -> shown.phase() == Phase.TENDERING);
    hand.type(Long.toString(paying.basket().cashDueMinor() / 100)).enter();
    hand.until(shown -> shown.phase() == Phase.DONE);
  }

  private static double ms(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1_000.0;
  }

  private static double aliveMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
  }
}

package id.lajur.installer.bench;

import id.lajur.server.audit.AuditReport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All the measurements, one after another, on stores that are thrown away. */
final class Bench {
  private final Path parent;
  private final Pace pace;
  private final Steps steps;

  /**
   * @param parent where the stores' folders are made
   */
  Bench(Path parent, Pace pace, Steps steps) {
    this.parent = parent;
    this.pace = pace;
    this.steps = steps;
  }

  /** What was measured, and the audit of each store when it was over. */
  record Outcome(BenchResult result, List<AuditReport> audits) {
    boolean clean() {
      return audits.stream().allMatch(AuditReport::clean);
    }
  }

  Outcome run() throws Exception {
    steps.step("opening a store");
    try (BenchStore store = BenchStore.open(parent, pace.lanes())) {
      CommitBench commit = new CommitBench(store, pace, steps);
      List<CommitBench.Result> commits = new ArrayList<>();
      for (int lanes : pace.commitLanes()) {
        commits.add(commit.run(lanes));
      }
      ScanBench scan = new ScanBench(store, pace, steps);
      List<ScanBench.Result> scans = new ArrayList<>();
      for (int lanes : pace.scanLanes()) {
        scans.add(scan.run(lanes));
      }
      PeakBench.Result peak = new PeakBench(store, pace, steps).run();
      WatchBench.Result watch = new WatchBench(store, pace, steps).run();
      List<AuditReport> audits = new ArrayList<>();
      GrowthBench.Result growth = growth(store, audits);
      return new Outcome(new BenchResult(commits, scans, peak, watch, growth, heapMb()), audits);
    }
  }

  /** What is not measured runs on both cores: the first store's audit beside the filling. */
  private GrowthBench.Result growth(BenchStore sold, List<AuditReport> audits) throws Exception {
    ExecutorService beside = Executors.newFixedThreadPool(2);
    try {
      Future<AuditReport> first = beside.submit(sold::audit);
      try (BenchStore young = BenchStore.open(parent, pace.growthLanes());
          BenchStore grown = BenchStore.open(parent, pace.growthLanes())) {
        steps.step("growth, " + pace.growthLines() + " lines are sold by hand");
        grown.fill(pace.growthLines());
        audits.add(first.get());
        GrowthBench.Result growth = new GrowthBench(young, grown, pace, steps).run();
        steps.step("audit");
        List<Callable<AuditReport>> both = List.of(young::audit, grown::audit);
        for (Future<AuditReport> audit : beside.invokeAll(both)) {
          audits.add(audit.get());
        }
        return growth;
      }
    } finally {
      beside.shutdownNow();
    }
  }

  private static double heapMb() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(java.lang.management.MemoryUsage::getUsed)
            .sum()
        / (double) (1 << 20);
  }
}

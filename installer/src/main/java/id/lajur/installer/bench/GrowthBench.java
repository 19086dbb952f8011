package id.lajur.installer.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sales into a store that has just opened against sales into one that has sold for months. */
final class GrowthBench {
  private final BenchStore young;
  private final BenchStore grown;
  private final Pace pace;
  private final Steps steps;

  /**
   * @param grown filled already
   */
  GrowthBench(BenchStore young, BenchStore grown, Pace pace, Steps steps) {
    this.young = young;
    this.grown = grown;
    this.pace = pace;
    this.steps = steps;
  }

  /**
   * How much more a sale costs in the grown store.
   *
   * @param cpu of this process and the database's, for one sale
   * @param wall time of one sale
   * @param lines that the grown store began with
   */
  record Result(Ratio cpu, Ratio wall, long lines) {}

  private record Cost(double cpu, double wall) {}

  Result run() throws Exception {
    LaidOut here = LaidOut.paid(young, young.lanes().subList(0, pace.growthLanes()));
    LaidOut there = LaidOut.paid(grown, grown.lanes().subList(0, pace.growthLanes()));
    steps.step("growth, warm-up");
    here.warmUp(pace.warmUp());
    there.warmUp(pace.warmUp());
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int round = 1; round <= pace.rounds(); round++) {
      steps.step("growth, round " + round);
      Cost small = cost(young, here);
      Cost large = cost(grown, there);
      cpu.add(large.cpu() / small.cpu());
      wall.add(large.wall() / small.wall());
    }
    return new Result(Ratio.of(cpu), Ratio.of(wall), pace.growthLines());
  }

  private Cost cost(BenchStore store, LaidOut side) throws Exception {
    var baskets = side.baskets(pace.round());
    Duration before = cpu(store);
    Load.Measured measured = side.sell(baskets, pace.round());
    double cpu = cpu(store).minus(before).toNanos() / 1e9;
    // A clock of CPU time ticks in hundredths of a second; less than a tick is none.
    return new Cost(Math.max(cpu, 0.01) / measured.acts(), 1 / measured.perSecond());
  }

  private static Duration cpu(BenchStore store) {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .orElse(Duration.ZERO)
        .plus(store.databaseCpu());
  }
}

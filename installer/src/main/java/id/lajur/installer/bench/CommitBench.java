package id.lajur.installer.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Sales by the store against sales by hand, on one database, in turns. */
final class CommitBench {
  private static final int POOL = 8;

  private final BenchStore store;
  private final Pace pace;
  private final Steps steps;

  CommitBench(BenchStore store, Pace pace, Steps steps) {
    this.store = store;
    this.pace = pace;
    this.steps = steps;
  }

  /**
   * What one number of lanes brought.
   *
   * @param rows of each table for one sale, the same on both sides
   */
  record Result(
      int lanes,
      double lajurPerSecond,
      double jdbcPerSecond,
      Ratio ratio,
      double p50Ms,
      double p99Ms,
      Map<String, Long> rows) {}

  Result run(int laneCount) throws Exception {
    List<BenchLane> lanes = store.lanes().subList(0, laneCount);
    try (HandWritten byHand = new HandWritten(laneCount)) {
      LaidOut lajur = LaidOut.paid(store, lanes);
      LaidOut own = new LaidOut(store, lanes, baskets -> byHand.own(lanes, baskets));
      LaidOut shared = new LaidOut(store, lanes, baskets -> byHand.shared(lanes, baskets));
      steps.step("commit, " + laneCount + " lanes, warm-up");
      lajur.warmUp(pace.warmUp());
      LaidOut jdbc = own;
      if (laneCount > POOL) {
        double ownPerSecond = own.warmUp(pace.warmUp().dividedBy(2)).perSecond();
        double sharedPerSecond = shared.warmUp(pace.warmUp().dividedBy(2)).perSecond();
        jdbc = sharedPerSecond > ownPerSecond ? shared : own;
      } else {
        own.warmUp(pace.warmUp());
      }
      Map<String, Long> rows = sameRows(lajur, jdbc);
      List<Double> lajurRates = new ArrayList<>();
      List<Double> jdbcRates = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      var micros = Load.histogram();
      for (int round = 1; round <= pace.rounds(); round++) {
        steps.step("commit, " + laneCount + " lanes, round " + round);
        Load.Measured here = lajur.sell(pace.round());
        Load.Measured there = jdbc.sell(pace.round());
        micros.add(here.micros());
        lajurRates.add(here.perSecond());
        jdbcRates.add(there.perSecond());
        ratios.add(here.perSecond() / there.perSecond());
      }
      return new Result(
          laneCount,
          Ratio.median(lajurRates),
          Ratio.median(jdbcRates),
          Ratio.of(ratios),
          micros.getValueAtPercentile(50) / 1000.0,
          micros.getValueAtPercentile(99) / 1000.0,
          rows);
    }
  }

  /** Rows of each table that one sale adds. */
  private Map<String, Long> sameRows(LaidOut lajur, LaidOut jdbc) throws Exception {
    Map<String, Long> here = rowsOfOneSale(lajur);
    Map<String, Long> there = rowsOfOneSale(jdbc);
    if (!here.equals(there)) {
      throw new IllegalStateException("not the same rows: Lajur " + here + ", by hand " + there);
    }
    return here;
  }

  private Map<String, Long> rowsOfOneSale(LaidOut side) throws Exception {
    try (Connection connection = store.connect()) {
      List<Queue<PreparedBasket>> baskets = side.baskets(Duration.ofMillis(200));
      Map<String, Long> before = BenchDao.rows(connection);
      long sales = side.sell(baskets, Duration.ofMillis(200)).acts();
      Map<String, Long> after = BenchDao.rows(connection);
      Map<String, Long> each = new TreeMap<>();
      after.forEach(
          (table, count) -> {
            long added = count - before.getOrDefault(table, 0L);
            if (added % sales != 0) {
              throw new IllegalStateException(
                  added + " rows in " + table + " for " + sales + " sales");
            }
            if (added != 0) {
              each.put(table, added / sales);
            }
          });
      return each;
    }
  }

  /** The baseline's connections: one a lane, and a pool of eight. */
  private final class HandWritten implements AutoCloseable {
    private final Map<Integer, HandWrittenDao> own = new HashMap<>();
    private final BlockingQueue<HandWrittenDao> pool = new ArrayBlockingQueue<>(POOL);

    HandWritten(int lanes) throws SQLException {
      for (int i = 0; i < lanes; i++) {
        own.put(i, store.handWritten());
      }
      for (int i = 0; i < POOL; i++) {
        pool.add(store.handWritten());
      }
    }

    List<Load.Act> own(List<BenchLane> lanes, List<Queue<PreparedBasket>> baskets) {
      List<Load.Act> acts = new ArrayList<>();
      for (int i = 0; i < lanes.size(); i++) {
        BenchLane lane = lanes.get(i);
        Queue<PreparedBasket> mine = baskets.get(i);
        HandWrittenDao dao = Objects.requireNonNull(own.get(i));
        acts.add(
            () -> {
              PreparedBasket basket = mine.poll();
              if (basket == null) {
                return false;
              }
              dao.sell(lane, List.of(basket));
              return true;
            });
      }
      return acts;
    }

    List<Load.Act> shared(List<BenchLane> lanes, List<Queue<PreparedBasket>> baskets) {
      List<Load.Act> acts = new ArrayList<>();
      for (int i = 0; i < lanes.size(); i++) {
        BenchLane lane = lanes.get(i);
        Queue<PreparedBasket> mine = baskets.get(i);
        acts.add(
            () -> {
              PreparedBasket basket = mine.poll();
              if (basket == null) {
                return false;
              }
              HandWrittenDao dao = pool.take();
              try {
                dao.sell(lane, List.of(basket));
              } finally {
                pool.add(dao);
              }
              return true;
            });
      }
      return acts;
    }

    @Override
    public void close() throws SQLException {
      for (HandWrittenDao dao : own.values()) {
        dao.close();
      }
      for (HandWrittenDao dao : pool) {
        dao.close();
      }
    }
  }
}

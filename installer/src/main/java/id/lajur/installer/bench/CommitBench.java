package id.lajur.installer.bench;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.Tender;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

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

  /** A way to sell for a while; says how many sales a second it hopes to make. */
  @FunctionalInterface
  private interface Side {
    Load.Measured sell(Duration length) throws Exception;
  }

  Result run(int laneCount) throws Exception {
    List<BenchLane> lanes = store.lanes().subList(0, laneCount);
    try (HandWritten byHand = new HandWritten(laneCount)) {
      Sized lajur = new Sized(lanes, baskets -> lajur(lanes, baskets));
      Sized own = new Sized(lanes, baskets -> byHand.own(lanes, baskets));
      Sized shared = new Sized(lanes, baskets -> byHand.shared(lanes, baskets));
      steps.step("commit, " + laneCount + " lanes, warm-up");
      lajur.warmUp(pace.warmUp());
      Side jdbc = own;
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
  private Map<String, Long> sameRows(Side lajur, Side jdbc) throws Exception {
    Map<String, Long> here = rowsOfOneSale(lajur);
    Map<String, Long> there = rowsOfOneSale(jdbc);
    if (!here.equals(there)) {
      throw new IllegalStateException("not the same rows: Lajur " + here + ", by hand " + there);
    }
    return here;
  }

  private Map<String, Long> rowsOfOneSale(Side side) throws Exception {
    try (Connection connection = store.connect()) {
      Sized sized = (Sized) side;
      List<Queue<PreparedBasket>> baskets = sized.baskets(Duration.ofMillis(200));
      Map<String, Long> before = BenchDao.rows(connection);
      long sales = sized.sell(baskets, Duration.ofMillis(200)).acts();
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

  @FunctionalInterface
  private interface Acts {
    List<Load.Act> of(List<Queue<PreparedBasket>> baskets) throws SQLException;
  }

  /** A side with as many baskets laid out as it may sell. */
  private final class Sized implements Side {
    private final List<BenchLane> lanes;
    private final Acts acts;
    private double perSecond;

    Sized(List<BenchLane> lanes, Acts acts) {
      this.lanes = lanes;
      this.acts = acts;
      this.perSecond = 300 + 30 * lanes.size();
    }

    List<Queue<PreparedBasket>> baskets(Duration length) throws SQLException {
      int each = 20 + (int) (perSecond * 1.5 * length.toMillis() / 1000.0 / lanes.size());
      List<Queue<PreparedBasket>> baskets = new ArrayList<>();
      try (Connection connection = store.connect()) {
        for (BenchLane lane : lanes) {
          baskets.add(
              new ConcurrentLinkedQueue<>(
                  BenchDao.prepare(connection, lane, store.templates(), each)));
        }
      }
      return baskets;
    }

    Load.Measured sell(List<Queue<PreparedBasket>> baskets, Duration length) throws Exception {
      return Load.run(acts.of(baskets), length);
    }

    @Override
    public Load.Measured sell(Duration length) throws Exception {
      Load.Measured measured = sell(baskets(length), length);
      perSecond = Math.max(perSecond, measured.perSecond());
      return measured;
    }

    /** In pieces, so that the first guess of the pace does no harm. */
    Load.Measured warmUp(Duration length) throws Exception {
      int pieces = (int) Math.max(1, length.toMillis() / 3_000);
      Load.Measured last = null;
      for (int i = 0; i < pieces; i++) {
        last = sell(length.dividedBy(pieces));
      }
      return java.util.Objects.requireNonNull(last);
    }
  }

  private List<Load.Act> lajur(List<BenchLane> lanes, List<Queue<PreparedBasket>> baskets) {
    List<Load.Act> acts = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      StoreConnection wire = lanes.get(i).connection();
      Queue<PreparedBasket> mine = baskets.get(i);
      SaleServiceGrpc.SaleServiceBlockingStub sales =
          SaleServiceGrpc.newBlockingStub(wire.channel());
      acts.add(
          () -> {
            PreparedBasket basket = mine.poll();
            if (basket == null) {
              return false;
            }
            PayRequest request = pay(basket);
            wire.ask(() -> sales.pay(request));
            return true;
          });
    }
    return acts;
  }

  static PayRequest pay(PreparedBasket basket) {
    return PayRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(
            BasketRef.newBuilder()
                .setBasketId(basket.basketId().toString())
                .setGeneration(1)
                .setVersion(basket.template().lines().size()))
        .setTotalMinor(basket.template().totalMinor())
        .addTenders(
            Tender.newBuilder().setKind("CASH").setAmountMinor(basket.template().tenderMinor()))
        .build();
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
        HandWrittenDao dao = java.util.Objects.requireNonNull(own.get(i));
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

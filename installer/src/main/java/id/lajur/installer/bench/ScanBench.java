package id.lajur.installer.bench;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan beside its floor: an empty call on the same channel and one durable row as wide as a
 * scan's.
 */
final class ScanBench {
  private static final int LINES = 10;

  private final BenchStore store;
  private final Pace pace;
  private final Steps steps;
  private final List<String> barcodes;

  ScanBench(BenchStore store, Pace pace, Steps steps) {
    this.store = store;
    this.pace = pace;
    this.steps = steps;
    this.barcodes = store.barcodes();
  }

  /**
   * What one number of lanes brought.
   *
   * @param ratio of the medians of each round
   * @param scans counted in the rounds
   */
  record Result(int lanes, double p50Ms, double floorP50Ms, Ratio ratio, long scans) {}

  Result run(int laneCount) throws Exception {
    List<Load.Act> scans = new ArrayList<>();
    List<Load.Act> floors = new ArrayList<>();
    List<Connection> connections = new ArrayList<>();
    try {
      for (BenchLane lane : store.lanes().subList(0, laneCount)) {
        scans.add(scan(lane));
        Connection connection = store.connect();
        connections.add(connection);
        floors.add(floor(lane, connection));
      }
      steps.step("scan, " + laneCount + " lanes, warm-up");
      Load.run(scans, pace.warmUp());
      Load.run(floors, pace.warmUp());
      List<Double> here = new ArrayList<>();
      List<Double> there = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      long count = 0;
      for (int round = 1; round <= pace.rounds(); round++) {
        steps.step("scan, " + laneCount + " lanes, round " + round);
        Load.Measured scanned = Load.run(scans, pace.round());
        double scan = scanned.ms(50);
        double floor = Load.run(floors, pace.round()).ms(50);
        count += scanned.acts();
        here.add(scan);
        there.add(floor);
        ratios.add(scan / floor);
      }
      return new Result(
          laneCount, Ratio.median(here), Ratio.median(there), Ratio.of(ratios), count);
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  /** Scans ten items into each basket, and leaves it for the next. */
  private Load.Act scan(BenchLane lane) {
    Walk walk = new Walk(lane.number());
    Lane[] at = {new Lane(lane.connection())};
    return () -> {
      if (at[0].basket().getLinesCount() == LINES) {
        at[0] = new Lane(lane.connection());
      }
      at[0].scan(barcodes.get(walk.next(barcodes.size())), 1000);
      return true;
    };
  }

  private Load.Act floor(BenchLane lane, Connection connection) throws SQLException {
    StoreConnection wire = lane.connection();
    HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(wire.channel());
    connection.setAutoCommit(true);
    Walk walk = new Walk(lane.number());
    PreparedBasket[] basket = new PreparedBasket[1];
    int[] seq = {LINES};
    return () -> {
      if (seq[0] == LINES) {
        seq[0] = 0;
        basket[0] = BenchDao.like(store.templates().get(walk.next(store.templates().size())));
      }
      wire.ask(() -> health.check(HealthCheckRequest.getDefaultInstance()));
      BenchDao.floorInsert(connection, basket[0], ++seq[0], lane);
      return true;
    };
  }

  /** Goes through a list by strides, other ones for each lane. */
  private static final class Walk {
    private final int stride;
    private int at;

    Walk(int lane) {
      this.stride = 2 * lane + 1;
      this.at = lane;
    }

    int next(int size) {
      at = (at + stride) % size;
      return at;
    }
  }
}

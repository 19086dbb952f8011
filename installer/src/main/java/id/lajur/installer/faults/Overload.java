package id.lajur.installer.faults;

import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.database.DataFolders;
import id.lajur.server.posting.Posting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lanes as cashiers have them ask for four times what the server can post. First they sell with no
 * more than a breath between two sales, and it is counted what the server posts; then its posting
 * is held to a quarter of that, while the lanes together begin as many sales as before. Between
 * lanes and server there is nothing but the network of this machine, and both share one process.
 */
final class Overload implements AutoCloseable {
  /** Of what is asked for, the server can post one in so many. */
  static final int TIMES = 4;

  private static final String CAUSE = "overload";
  private static final long OPENING_LIMIT_S = 120;

  private final Path folder;
  private final StoreServer server;
  private final TriesByEnd tries = new TriesByEnd();
  private final ActTimes times = new ActTimes();
  private final List<LaneLog> logs = new ArrayList<>();
  private final List<LaneAtWork> lanes = new ArrayList<>();
  private volatile long pauseNanos; // between the beginnings of two sales at one lane; 0 = a breath

  private Overload(Path folder, StoreServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Runs it once.
   *
   * @param parent where the store's folder is made
   * @param measured for how long it is counted what the server posts
   * @param overloaded for how long it is asked for more
   * @param steps hears what is done next
   */
  static OverloadResult run(
      Path parent,
      int lanes,
      Duration measured,
      Duration overloaded,
      long seed,
      Consumer<String> steps)
      throws IOException, SQLException, InterruptedException {
    Path folder = Files.createTempDirectory(parent, "lajur-overload");
    try (Overload overload =
        new Overload(folder, FaultStore.furnished(folder.resolve("store"), folder, lanes))) {
      return overload.run(lanes, measured, overloaded, new SplittableRandom(seed), steps);
    } finally {
      DataFolders.deleteTree(folder);
    }
  }

  private OverloadResult run(
      int count,
      Duration measured,
      Duration overloaded,
      SplittableRandom random,
      Consumer<String> steps)
      throws IOException, SQLException, InterruptedException {
    steps.accept("open");
    for (int number = 1; number <= count; number++) {
      openLane(number, random.nextLong());
    }
    awaitSales();
    steps.accept("measure");
    long before = logs.stream().mapToLong(LaneLog::salesByServer).sum();
    double eventsPerSecond = eventsPerSecond(measured);
    double salesPerSecond =
        Math.max(1, logs.stream().mapToLong(LaneLog::salesByServer).sum() - before)
            / seconds(measured);
    steps.accept("overload");
    pauseNanos = (long) (count / salesPerSecond * 1e9);
    long asked;
    long postedBefore;
    long posted;
    try (Brake brake = Brake.on(server.database().dataSource(), eventsPerSecond / TIMES)) {
      times.begin();
      long salesBefore = sales();
      postedBefore = head();
      brake.holdFor(overloaded);
      asked = sales() - salesBefore;
      posted = head() - postedBefore;
      times.end();
    }
    steps.accept("end");
    lanes.forEach(LaneAtWork::endAfterThisSale);
    for (LaneAtWork lane : lanes) {
      lane.end();
    }
    lanes.clear();
    steps.accept("compare");
    return result(
        new OverloadResult.Load(
            count, overloaded, salesPerSecond, eventsPerSecond / TIMES, asked, posted));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private void openLane(int number, long seed) throws IOException {
    LaneLog log =
        new LaneLog(FaultStore.laneCode(number), () -> CAUSE, () -> {}) {
          @Override
          public void took(boolean payment, long nanos) {
            times.add(payment, nanos);
          }
        };
    logs.add(log);
    lanes.add(
        new LaneAtWork(
            FaultStore.laneFolder(folder, number),
            server.port(),
            FaultStore.operator(number),
            seed,
            log,
            new Beat(),
            tries));
  }

  /** A lane whose sale takes longer than its pause begins the next one at once, and catches up. */
  private final class Beat implements LaneAtWork.Rhythm {
    private @Nullable Long next; // nanoseconds; null while there is no pause

    @Override
    public void awaitNextSale() throws InterruptedException {
      long pause = pauseNanos;
      if (pause == 0) {
        WITH_A_BREATH.awaitNextSale(); // one that is without the server would fill its journal
        return;
      }
      long now = System.nanoTime();
      long begins = next == null ? now : next;
      next = begins + pause;
      if (begins - now > 0) {
        TimeUnit.NANOSECONDS.sleep(begins - now);
      }
    }
  }

  private void awaitSales() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(OPENING_LIMIT_S);
    for (LaneLog log : logs) {
      if (!log.awaitSales(1, deadline)) {
        throw new IllegalStateException(log.code() + " does not sell: " + log.said().failures());
      }
    }
  }

  private long sales() {
    return logs.stream().mapToLong(LaneLog::sales).sum();
  }

  private double eventsPerSecond(Duration measured) throws SQLException, InterruptedException {
    long before = head();
    TimeUnit.NANOSECONDS.sleep(measured.toNanos());
    return Math.max(1, (head() - before) / seconds(measured));
  }

  private long head() {
    return server
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT seq FROM event_head").mapTo(Long.class).one());
  }

  private OverloadResult result(OverloadResult.Load load) throws IOException, SQLException {
    List<Comparison.LaneSide> sides = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (int number = 1; number <= logs.size(); number++) {
      LaneLog.Said said = logs.get(number - 1).said();
      said.again().forEach(again -> asked.add(again.requestId()));
      sides.add(
          new Comparison.LaneSide(
              said, Selling.journal(FaultStore.laneFolder(folder, number)).rows()));
    }
    try (Connection connection = server.database().dataSource().getConnection()) {
      return new OverloadResult(
          load,
          tries.all(),
          times.payments(),
          times.scans(),
          server.posting().longestQueue(),
          Posting.mostWaiting(),
          logs.stream().mapToInt(log -> log.said().failures().size()).sum(),
          Comparison.of(sides, SoldDao.read(connection, asked), FaultStore.FLOAT_MINOR),
          Audit.run(connection));
    }
  }

  @Override
  public void close() {
    lanes.forEach(LaneAtWork::abandon);
    server.close();
  }
}

package id.lajur.installer.faults;

import id.lajur.server.audit.AuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Four lanes sell and sell while one thing after another dies. Each fault waits for a payment of
 * some lane and strikes around the moment of its commit, so that often enough the server has done
 * what the lane never hears of.
 */
final class Faults implements AutoCloseable {
  private static final int LANES = 4;
  private static final int KILLED_LANE = LANES - 1; // the one with a process of its own
  private static final int SALES_AGAIN = 2; // the second one has begun after the fault
  private static final long RECOVERY_LIMIT_S = 90;
  private static final long MOST_PAUSE_MS = 150;
  private static final long SHORTEST_HANG_MS = 3_000; // longer than a cashier has patience

  /** How long the database stands still, at most. */
  static final Duration LONGEST_HANG = Duration.ofSeconds(20);

  private static final int FEWEST_OF_A_SEQUENCE = 2;
  private static final int MORE_OF_A_SEQUENCE = 4;
  private static final long MOST_WAIT_OF_A_SEQUENCE_MS = 500;
  private static final long FIRST_GUESS_NANOS = 5_000_000;

  private final FaultStore store;
  private final SplittableRandom random;
  private final long longestHangMs;
  private final List<Wire> wires = new ArrayList<>();
  private final List<LaneLog> logs = new ArrayList<>();
  private final List<FaultLane> lanes = new ArrayList<>();
  private final Map<FaultKind, Integer> runs = new EnumMap<>(FaultKind.class);
  private final List<Long> recoveryMs = Collections.synchronizedList(new ArrayList<>());
  private volatile String atWork = "";

  private Faults(FaultStore store, long seed, Duration longestHang) {
    this.store = store;
    this.random = new SplittableRandom(seed);
    this.longestHangMs = longestHang.toMillis();
  }

  /**
   * Opens a store, and its lanes begin to sell.
   *
   * @param parent where the store's folder is made
   * @param killsLane one lane must have a process of its own
   * @param longestHang more than three seconds
   */
  static Faults open(Path parent, long seed, boolean killsLane, Duration longestHang)
      throws IOException, SQLException, InterruptedException {
    Faults faults = new Faults(FaultStore.open(parent, LANES), seed, longestHang);
    try {
      for (int number = 0; number < LANES; number++) {
        faults.openLane(number, killsLane && number == KILLED_LANE);
      }
      faults.awaitSales(new long[LANES], 1);
      return faults;
    } catch (IOException | InterruptedException | RuntimeException e) {
      faults.close();
      throw e;
    }
  }

  private void openLane(int number, boolean process) throws IOException {
    Wire wire = new Wire(store.port());
    wires.add(wire);
    LaneLog log = new LaneLog(FaultStore.laneCode(number + 1), () -> atWork, wire::paymentComes);
    logs.add(log);
    Path folder = store.laneFolder(number + 1);
    String operator = FaultStore.operator(number + 1);
    long seed = random.nextLong();
    lanes.add(
        process
            ? new LaneProcess(folder, wire.port(), operator, seed, log)
            : new LaneAtWork(folder, wire.port(), operator, seed, log));
  }

  /**
   * One thing dies, is there again, and all lanes sell with the server again.
   *
   * @throws IllegalStateException they do not, or something is wrong at a lane
   */
  void run(FaultKind kind) throws IOException, InterruptedException {
    atWork = kind.word();
    TimeUnit.MILLISECONDS.sleep(random.nextLong(MOST_PAUSE_MS));
    if (kind == FaultKind.SEQUENCE) {
      sequence();
    } else {
      strike(kind, TimeUnit.SECONDS.toMillis(RECOVERY_LIMIT_S));
    }
    long[] before = sales();
    long struck = System.nanoTime();
    awaitSales(before, SALES_AGAIN);
    recoveryMs.add((System.nanoTime() - struck) / 1_000_000);
    runs.merge(kind, 1, Integer::sum);
  }

  /** The next fault does not wait until the one before is over, nor always for a payment. */
  private void sequence() throws IOException, InterruptedException {
    int faults = FEWEST_OF_A_SEQUENCE + random.nextInt(MORE_OF_A_SEQUENCE);
    for (int fault = 0; fault < faults; fault++) {
      FaultKind kind = FaultKind.SINGLE.get(random.nextInt(FaultKind.SINGLE.size()));
      strike(kind, random.nextLong(MOST_WAIT_OF_A_SEQUENCE_MS));
      TimeUnit.MILLISECONDS.sleep(random.nextLong(MOST_WAIT_OF_A_SEQUENCE_MS));
    }
  }

  /**
   * @param waitMs for a payment, at most; then it strikes without one
   */
  private void strike(FaultKind kind, long waitMs) throws IOException, InterruptedException {
    int number = kind == FaultKind.LANE ? KILLED_LANE : random.nextInt(LANES);
    Wire wire = wires.get(number);
    switch (kind) {
      case WIRE -> breakWire(wire, waitMs);
      case SERVER -> atPayment(wire, waitMs, store::killServer);
      case DATABASE -> atPayment(wire, waitMs, store::killDatabase);
      case LANE -> {
        atPayment(wire, waitMs, lanes.get(number)::kill);
        lanes.get(number).startAgain();
      }
      case HANG -> {
        awaitPayment(wire, waitMs, false, () -> {});
        TimeUnit.NANOSECONDS.sleep(aroundCommit(wire, 2));
        store.hangDatabase(SHORTEST_HANG_MS + random.nextLong(longestHangMs - SHORTEST_HANG_MS));
      }
      case SEQUENCE -> throw new IllegalArgumentException("a sequence is made of the others");
    }
  }

  /** Something that is done to a process. */
  private interface Blow {
    void strike() throws IOException, InterruptedException;
  }

  /** Strikes around the commit of a payment whose answer, mostly, is held back. */
  private void atPayment(Wire wire, long waitMs, Blow blow)
      throws IOException, InterruptedException {
    boolean held = random.nextInt(4) > 0;
    awaitPayment(
        wire,
        waitMs,
        false,
        () -> {
          if (held) {
            wire.holdAnswers();
          }
        });
    TimeUnit.NANOSECONDS.sleep(aroundCommit(wire, held ? 3 : 2));
    blow.strike();
    wire.cut(); // what was held is lost with what died
  }

  private void breakWire(Wire wire, long waitMs) throws InterruptedException {
    int way = random.nextInt(5);
    awaitPayment(
        wire,
        waitMs,
        way == 4,
        () -> {
          switch (way) {
            case 0, 1 -> wire.loseNextAnswer();
            case 2 -> wire.holdAnswers();
            case 4 -> wire.holdRequests();
            default -> {
              // it breaks while both directions are open
            }
          }
        });
    TimeUnit.NANOSECONDS.sleep(aroundCommit(wire, way == 3 ? 2 : 10));
    wire.cut();
  }

  private static void awaitPayment(Wire wire, long waitMs, boolean before, Runnable then)
      throws InterruptedException {
    CountDownLatch left = new CountDownLatch(1);
    wire.arm(
        before,
        () -> {
          then.run();
          left.countDown();
        });
    if (!left.await(waitMs, TimeUnit.MILLISECONDS)) {
      wire.disarm();
    }
  }

  private long aroundCommit(Wire wire, int times) {
    long answer = wire.answerNanos();
    return random.nextLong(times * (answer == 0 ? FIRST_GUESS_NANOS : answer));
  }

  private long[] sales() {
    return logs.stream().mapToLong(LaneLog::salesByServer).toArray();
  }

  private void awaitSales(long[] before, int more) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_LIMIT_S);
    for (int number = 0; number < LANES; number++) {
      LaneLog log = logs.get(number);
      if (!log.awaitSales(before[number] + more, deadline)) {
        throw stopped(log.code() + " does not sell");
      }
    }
  }

  private IllegalStateException stopped(String what) {
    List<String> failures = new ArrayList<>();
    logs.forEach(log -> failures.addAll(log.said().failures()));
    String said;
    try {
      said = store.serverSaid();
    } catch (IOException e) {
      said = e.toString();
    }
    return new IllegalStateException(
        what
            + "; "
            + failures
            + "; the server runs: "
            + store.serverRuns()
            + "; it said:\n"
            + said);
  }

  /** Ends the lanes, and compares what they have with what the server has. */
  FaultsResult judge(Consumer<String> steps)
      throws IOException, SQLException, InterruptedException {
    steps.accept("compare");
    for (FaultLane lane : lanes) {
      lane.end();
    }
    lanes.clear();
    List<Comparison.LaneSide> sides = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (int number = 0; number < LANES; number++) {
      LaneLog.Said said = logs.get(number).said();
      said.again().forEach(again -> asked.add(again.requestId()));
      sides.add(
          new Comparison.LaneSide(said, Selling.journal(store.laneFolder(number + 1)).rows()));
    }
    FaultStore.Looked looked = store.look(asked);
    AuditReport audit = looked.audit();
    return new FaultsResult(
        new EnumMap<>(runs),
        Comparison.of(sides, looked.sold(), FaultStore.FLOAT_MINOR),
        List.copyOf(recoveryMs),
        audit);
  }

  @Override
  public void close() throws IOException {
    try {
      for (FaultLane lane : lanes) {
        lane.abandon();
      }
      for (Wire wire : wires) {
        wire.close();
      }
    } finally {
      store.close();
    }
  }
}

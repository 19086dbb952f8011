package id.lajur.installer.faults;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.EmergencyRefusal;
import io.grpc.ClientInterceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane on a thread of this process. */
final class LaneAtWork implements FaultLane {
  private static final Logger log = LoggerFactory.getLogger(LaneAtWork.class);
  private static final long END_MS = 90_000;

  /** The shop's first server, which is not there: its lanes go to the second. */
  private static final ServerAddress NOBODY = new ServerAddress("127.0.0.1", 1);

  private final Thread thread;
  private final StoreConnection connection;
  private final LaneWatch watch;
  private final Rhythm rhythm;
  private volatile boolean ending;

  /** When a lane begins its next sale. */
  interface Rhythm {
    /**
     * With a breath between two sales, so that lanes that sell leave the machine enough to start
     * again what has died. Without it most of a run is a wait for that.
     */
    Rhythm WITH_A_BREATH = () -> TimeUnit.MILLISECONDS.sleep(50);

    void awaitNextSale() throws InterruptedException;
  }

  /**
   * Starts it; it sells one basket after the other.
   *
   * @param folder the lane's own disk
   * @param port of its wire to the server
   */
  LaneAtWork(Path folder, int port, String operator, long seed, LaneWatch watch)
      throws IOException {
    this(folder, port, operator, seed, watch, Rhythm.WITH_A_BREATH);
  }

  /**
   * As above, in a rhythm.
   *
   * @param seeing see each call as it is tried
   */
  LaneAtWork(
      Path folder,
      int port,
      String operator,
      long seed,
      LaneWatch watch,
      Rhythm rhythm,
      ClientInterceptor... seeing)
      throws IOException {
    this.watch = watch;
    this.rhythm = rhythm;
    List<ClientInterceptor> interceptors = new ArrayList<>(List.of(seeing));
    interceptors.add(new RequestWatch(watch));
    this.connection =
        new StoreConnection(
            List.of(NOBODY, new ServerAddress("127.0.0.1", port)),
            MachineIdentity.read(folder),
            interceptors.toArray(ClientInterceptor[]::new));
    connection.askUntilKnown();
    Selling selling =
        new Selling(connection, folder, FaultStore.codes(), new SplittableRandom(seed), watch);
    this.thread = new Thread(() -> sell(selling, operator), "lane-" + operator);
    thread.setDaemon(true);
    thread.start();
  }

  private void sell(Selling selling, String operator) {
    try (selling) {
      begin(selling, operator);
      while (!ending) {
        try {
          rhythm.awaitNextSale();
          selling.sellOne();
        } catch (ServerRefusal refusal) {
          if (!refusal.reason().equals("NOT_SIGNED_ON")) {
            throw refusal;
          }
          begin(selling, operator); // who had signed on without the server signs on again
        }
      }
      if (!selling.allCameIn(END_MS)) {
        watch.failed("receipts that the lane gave by itself do not come in");
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      log.error("lane {} sells no more", operator, e);
      watch.failed(e.toString());
    }
  }

  /** Signing on is no command that is asked for until it is known: the cashier tries again. */
  private void begin(Selling selling, String operator) throws IOException, InterruptedException {
    while (true) {
      try {
        selling.begin(operator, FaultStore.PIN);
        return;
      } catch (ServerRefusal refusal) {
        boolean again = refusal.isAbsence() || refusal.reason().equals("SIGN_ON_BUSY");
        if (!again || ending) {
          throw refusal;
        }
      } catch (EmergencyRefusal refusal) {
        if (!refusal.reason().equals(EmergencyRefusal.SIGN_ON) || ending) {
          throw refusal;
        }
      }
    }
  }

  /** Until it has ended by itself. */
  void await() throws InterruptedException {
    thread.join();
  }

  void endAfterThisSale() {
    ending = true;
  }

  @Override
  public void end() throws InterruptedException {
    ending = true;
    thread.join(2 * END_MS);
    if (thread.isAlive()) {
      watch.failed("the lane does not end its sale");
    }
    connection.close();
  }

  @Override
  public void abandon() {
    ending = true;
    connection.close();
  }
}

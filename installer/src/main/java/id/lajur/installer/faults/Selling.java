package id.lajur.installer.faults;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.pos.lane.CashInDoubt;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.lane.SaleInDoubt;
import id.lajur.pos.session.LaneSession;
import id.lajur.till.v1.CashMovement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A cashier who sells and sells, with the server or without it. What the lane keeps on its disk is
 * what a real one keeps.
 */
final class Selling implements AutoCloseable {
  private static final int MOST_LINES = 4;
  private static final long NOTE_MINOR = 100_000_00;
  private static final long STANDS_STILL_MS = 500; // less is not told
  private static final long LOOK_MS = 50;
  private static final int ONE_ASIDE_IN = 12;
  private static final int ONE_CASH_IN = 12;
  private static final long ALONE_MS = 100; // else more would be sold than can come in after

  private final LaneSession session;
  private final EmergencyLane selling;
  private final LaneJournal journal;
  private final List<String> codes;
  private final SplittableRandom random;
  private final LaneWatch watch;

  /**
   * @param folder the lane's own
   * @param codes of what is sold
   * @throws IOException the lane's own disk
   */
  Selling(
      StoreConnection connection,
      Path folder,
      List<String> codes,
      SplittableRandom random,
      LaneWatch watch)
      throws IOException {
    InstantSource clock = InstantSource.system();
    var lane = new Lane(connection);
    var absent = new AbsentSignOn(folder, clock);
    var shelf = new ShelfCopy(connection, folder.resolve("shelf.snapshot"), absent);
    this.journal = journal(folder);
    this.selling =
        new EmergencyLane(lane, connection, shelf, absent, folder, clock, EmergencyNews.UNHEARD);
    this.session = new LaneSession(lane, selling, connection, absent, journal, new Told(watch));
    this.codes = List.copyOf(codes);
    this.random = random;
    this.watch = watch;
    shelf.start();
  }

  private record Told(LaneWatch watch) implements LaneSession.Papers {
    @Override
    public void sold(LaneSession.Sold sale) {
      watch.sold(sale.basketId(), sale.number(), sale.totalMinor());
    }

    @Override
    public void cashMoved(CashInDoubt.Moved moved) {
      watch.cashed(moved.request().getReason());
    }

    @Override
    public void cashSettled(CashInDoubt.Moved moved, String refusal) {
      if (!refusal.isEmpty()) {
        watch.failed("cash is refused: " + refusal);
      }
    }
  }

  /** The journal that a lane keeps in its folder. */
  static LaneJournal journal(Path folder) {
    return new LaneJournal(folder.resolve("journal.tsv"));
  }

  /**
   * Signs on, learns how the payment ended that was on its way, and takes up the basket that was at
   * hand; a lane that starts for the first time has neither, and opens its shift.
   *
   * @throws IOException the lane's own disk
   * @throws ServerRefusal the server's no, or its absence
   * @throws EmergencyRefusal its absence, where the lane does not know the operator
   */
  void begin(String operator, String pin) throws IOException, InterruptedException {
    var unused = session.terminal();
    Optional<SaleInDoubt.Asked> asked = journal.saleInDoubt().read();
    LaneSession.Begun begun = session.signOn(operator, pin);
    if (asked.isPresent() && journal.saleInDoubt().read().isEmpty()) {
      watch.askedAgain(asked.get().payment().getRequestId(), System.currentTimeMillis());
    }
    if (!begun.who().shift().isOpen()) {
      var unusedShift = session.openShift(FaultStore.FLOAT_MINOR);
      while (!selling.knowsTheShelf()) { // the first faults are not about a lane without one
        TimeUnit.MILLISECONDS.sleep(LOOK_MS);
      }
      return;
    }
    watch.found(basketId(), lines());
  }

  private String basketId() {
    return lines() == 0 ? "" : selling.basket().getBasketId();
  }

  private int lines() {
    return selling.basket().getLinesCount();
  }

  /**
   * Sells one basket, or the rest of the one at hand.
   *
   * @throws ServerRefusal NOT_SIGNED_ON: the operator had signed on without the server, and it is
   *     back
   */
  void sellOne() throws InterruptedException {
    if (selling.isEmergency()) {
      TimeUnit.MILLISECONDS.sleep(ALONE_MS);
    }
    int more = selling.isInDoubt() ? 0 : 1 + random.nextInt(MOST_LINES);
    int wanted = lines() + more;
    for (int lines = lines() + 1; lines <= wanted; lines++) {
      String code = codes.get(random.nextInt(codes.size()));
      timed(false, () -> selling.scan(code, 1_000, ""));
      if (lines() != lines) {
        watch.failed("a basket has " + lines() + " lines after " + lines + " scans");
      }
      watch.scanned(basketId(), lines);
    }
    if (random.nextInt(ONE_ASIDE_IN) == 0) {
      putAside();
      if (lines() == 0) {
        return; // it comes with the server
      }
    }
    if (random.nextInt(ONE_CASH_IN) == 0) {
      moveCash();
    }
    long total = selling.basket().getTotals().getTotalMinor();
    watch.paying(basketId(), wanted);
    timed(true, () -> session.payCash((total / NOTE_MINOR + 1) * NOTE_MINOR));
  }

  /** Puts the basket at hand aside and fetches it again, unless the server goes away. */
  private void putAside() {
    String basketId = basketId();
    int lines = lines();
    watch.aside(basketId);
    try {
      long unused = timed(selling::suspend);
      unused = timed(() -> selling.resume(basketId));
    } catch (EmergencyRefusal alone) {
      mustBeTheServersPart(alone);
    }
    if (lines() > 0) {
      watch.scanned(basketId(), lines());
    }
    if (lines() != 0 && lines() != lines) {
      watch.failed("of " + lines + " lines put aside " + lines() + " came back");
    }
  }

  private void moveCash() {
    String id = UUID.randomUUID().toString();
    long minor = NOTE_MINOR * (1 + random.nextInt(MOST_LINES));
    boolean in = random.nextBoolean();
    watch.cashing(id, in ? minor : -minor);
    try {
      long unused =
          timed(
              () ->
                  session.moveCash(
                      in ? CashMovement.CASH_MOVEMENT_PAY_IN : CashMovement.CASH_MOVEMENT_DROP,
                      minor,
                      id,
                      "",
                      ""));
    } catch (EmergencyRefusal alone) {
      mustBeTheServersPart(alone);
    }
  }

  private static void mustBeTheServersPart(EmergencyRefusal refusal) {
    if (!refusal.reason().equals(EmergencyRefusal.ONLY_CASH_SALES)
        && !refusal.reason().equals(EmergencyRefusal.CASH_IN_DOUBT)) {
      throw refusal;
    }
  }

  private void timed(boolean payment, Runnable act) {
    watch.took(payment, timed(act));
  }

  /** How long it took, nanoseconds; what ends with a no, for want of a server, stood still too. */
  private long timed(Runnable act) {
    long began = System.nanoTime();
    try {
      act.run();
    } finally {
      long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      if (ms > STANDS_STILL_MS) {
        watch.stoodStill(ms);
      }
    }
    return System.nanoTime() - began;
  }

  /**
   * Waits until all that the lane sold by itself has come in.
   *
   * @return false when the time is over
   */
  boolean allCameIn(long mostMs) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMs);
    while (selling.isEmergency() || selling.state().waiting() > 0 || !session.settleCash()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    return true;
  }

  @Override
  public void close() {
    session.close();
  }
}

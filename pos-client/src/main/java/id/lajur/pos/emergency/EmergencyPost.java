package id.lajur.pos.emergency;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.thread.Ending;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.AnnounceEmergencySalesRequest;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.PostEmergencyVoidRequest;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal's receipts to the server, in their order, on a thread of its own: as soon as
 * it answers, and whoever is signed on. One that the server refuses stays where it is, with those
 * behind it, and is tried again; so does one at which a server that answers fails again and again.
 * Baskets that were given up follow.
 */
final class EmergencyPost implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmergencyPost.class);
  private static final Duration LAST = Duration.ofSeconds(1);
  private static final long PAUSE_MS = 500;
  private static final long PROBE_MS = 1_500;
  private static final long LONG_PAUSE_MS = 10_000;

  /** A server that answers, but fails at one receipt as often as this, will not take it. */
  private static final int MOST_FAILURES = 10;

  private static final Set<String> FAILURES = Set.of("INTERNAL", "UNKNOWN");

  private final StoreConnection connection;
  private final EmergencyJournal journal;
  private final GivenUp givenUp;
  private final EmergencyNews news;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "emergency-post");
            made.setDaemon(true);
            return made;
          });
  private volatile String refused = "";
  private volatile boolean voidRefused;
  private volatile boolean back;
  private @Nullable Told told; // that the server knows; of this thread
  private int failures; // at the oldest receipt, one after another; of this thread

  private record Told(long number, long minor) {}

  /**
   * @param news told of each receipt that came in
   */
  EmergencyPost(
      StoreConnection connection, EmergencyJournal journal, GivenUp givenUp, EmergencyNews news) {
    this.connection = connection;
    this.journal = journal;
    this.givenUp = givenUp;
    this.news = news;
  }

  void start() {
    thread.execute(this::post);
  }

  /** Reason of the server's refusal of the oldest receipt; empty when it refused nothing. */
  String refused() {
    return refused;
  }

  /** Whether the server has been told of all that was given up, as far as it takes it. */
  boolean hasToldVoids() {
    return givenUp.isEmpty() || voidRefused;
  }

  /** Whether the server has answered since {@link #begin}; what waits may be on its way still. */
  boolean isBack() {
    return back;
  }

  /** The server went away. */
  void begin() {
    back = false;
  }

  private void post() {
    while (!closed.get()) {
      long pause = PAUSE_MS;
      try {
        pause = postNext();
        if (pause > 0 && back && told != null) {
          var unused = announced(); // another total, once some have come in
        }
      } catch (RuntimeException e) {
        log.error("emergency receipts wait", e); // whatever it was, the receipts must come in
      }
      try {
        TimeUnit.MILLISECONDS.sleep(
            pause == 0 ? 0 : pause + ThreadLocalRandom.current().nextLong(pause / 2));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * @return how long to wait before the next
   */
  private long postNext() {
    Optional<PostEmergencySaleRequest> next = journal.next();
    boolean first = told == null || told.number() != journal.last().number();
    if (next.isPresent() && first && !announced()) {
      return PAUSE_MS;
    }
    if (next.isPresent()) {
      long pause = post(next.get());
      return pause == LONG_PAUSE_MS ? Math.min(pause, tellOfVoid(pause)) : pause;
    }
    back = back || answers();
    tellIfBack(); // again and again: the lane may have had a basket that it could not bring over
    return back ? tellOfVoid(PAUSE_MS) : PAUSE_MS;
  }

  /**
   * Tells how far the receipts go, and what those that wait come to, unless that was told.
   *
   * @return false when the server is away
   */
  private boolean announced() {
    Told now = new Told(journal.last().number(), journal.waitingNow().totalMinor());
    if (now.equals(told)) {
      return true;
    }
    try {
      var unused =
          EmergencyServiceGrpc.newBlockingStub(connection.channel())
              .announceEmergencySales(
                  AnnounceEmergencySalesRequest.newBuilder()
                      .setLastNumber(now.number())
                      .setWaitingMinor(now.minor())
                      .build());
    } catch (StatusRuntimeException e) {
      ServerRefusal refusal = ServerRefusal.of(e);
      if (refusal.isAbsence()) {
        return false;
      }
      log.warn("what waits is not announced: {}", refusal.getMessage()); // an older server
    }
    told = now;
    return true;
  }

  /**
   * @return how long to wait before the next; as given when there is none
   */
  private long tellOfVoid(long otherwise) {
    Optional<PostEmergencyVoidRequest> next = givenUp.next();
    if (next.isEmpty()) {
      return otherwise;
    }
    try {
      var unused =
          EmergencyServiceGrpc.newBlockingStub(connection.channel()).postEmergencyVoid(next.get());
      givenUp.cameIn();
      voidRefused = false;
      return 0;
    } catch (StatusRuntimeException e) {
      ServerRefusal refusal = ServerRefusal.of(e);
      if (refusal.isAbsence()) {
        return PAUSE_MS;
      }
      log.error("a basket that was given up is refused: {}", refusal.getMessage());
      voidRefused = true;
      givenUp.putLast();
      return LONG_PAUSE_MS;
    }
  }

  private void tellIfBack() {
    if (back) {
      news.serverIsBack();
    }
  }

  /** Reachable is not enough: a server that is stuck takes connections too. */
  private boolean answers() {
    try {
      var unused =
          SessionServiceGrpc.newBlockingStub(connection.channel())
              .withDeadlineAfter(PROBE_MS, TimeUnit.MILLISECONDS)
              .getTerminal(
                  GetTerminalRequest.newBuilder().setContractLevel(Lane.CONTRACT_LEVEL).build());
      return true;
    } catch (StatusRuntimeException e) {
      return !ServerRefusal.of(e).isAbsence();
    }
  }

  /**
   * @return how long to wait before the next
   */
  private long post(PostEmergencySaleRequest request) {
    try {
      PostEmergencySaleResponse answer =
          EmergencyServiceGrpc.newBlockingStub(connection.channel()).postEmergencySale(request);
      journal.posted(request.getReceipt().getNumber());
      refused = "";
      failures = 0;
      back = true;
      news.cameIn(answer);
      tellIfBack();
      return 0;
    } catch (StatusRuntimeException e) {
      ServerRefusal refusal = ServerRefusal.of(e);
      return refusal.isAbsence() && !isLasting(refusal) ? PAUSE_MS : refused(request, refusal);
    } catch (IOException e) {
      log.error("the emergency journal cannot be written", e);
      return LONG_PAUSE_MS;
    }
  }

  /** Whether somebody must look: what fails once may be a moment's, with a server that dies. */
  private boolean isLasting(ServerRefusal refusal) {
    failures = FAILURES.contains(refusal.reason()) ? failures + 1 : 0;
    return failures >= MOST_FAILURES && answers();
  }

  private long refused(PostEmergencySaleRequest request, ServerRefusal refusal) {
    log.error(
        "emergency receipt {} is refused: {}",
        request.getReceipt().getNumber(),
        refusal.getMessage());
    refused = refusal.reason();
    back = true;
    String next = refusal.facts().getOrDefault("nextNumber", "");
    if (refusal.reason().equals("EMERGENCY_ORDER")
        && next.matches("\\d{1,18}")
        && Long.parseLong(next) < request.getReceipt().getNumber()) {
      try {
        journal.rewind(Long.parseLong(next)); // a server that was restored from a backup
        return PAUSE_MS;
      } catch (IOException e) {
        log.error("the emergency journal cannot be read", e);
      }
    }
    tellIfBack();
    return LONG_PAUSE_MS;
  }

  @Override
  public void close() {
    closed.set(true);
    thread.shutdownNow(); // what is on its way is asked again under its number
    var unused = Ending.of(thread, LAST);
  }
}

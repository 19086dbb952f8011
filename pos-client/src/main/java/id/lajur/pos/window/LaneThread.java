package id.lajur.pos.window;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.thread.Ending;
import id.lajur.kit.thread.EventThread;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.screen.LaneRefusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which a lane's acts are done, one after another. An act that is refused, by the
 * server or by the lane itself, fails in the screen's terms.
 */
final class LaneThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LaneThread.class);
  private static final Duration LAST = Duration.ofSeconds(3);

  private final Runnable putDown;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "lane");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param putDown lets the basket at hand go, once an act was refused since it is this lane's no
   *     more
   */
  LaneThread(Runnable putDown) {
    this.putDown = putDown;
  }

  /** Does an act in its turn; fails with a {@link LaneRefusal} for an expected no. */
  <T> CompletableFuture<T> done(Supplier<T> act) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return act.get();
          } catch (ServerRefusal refusal) {
            throw inTheScreensTerms(refusal);
          } catch (EmergencyRefusal refusal) {
            throw inTheScreensTerms(refusal.reason(), refusal.facts(), "");
          }
        },
        thread);
  }

  /**
   * As {@link #done}, an act that only begins something, such as a paper: the future ends with
   * that, and the acts behind this one do not wait for it.
   */
  <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> act) {
    return done(() -> new Begun<>(act.get())).thenCompose(Begun::what);
  }

  private record Begun<T>(CompletableFuture<T> what) {}

  /** Does in its turn what nobody waits for; a fault in it ends as one that is uncaught. */
  void soon(Runnable act) {
    thread.execute(act);
  }

  private LaneRefusal inTheScreensTerms(ServerRefusal refusal) {
    if (refusal.isSilence()) {
      return new LaneRefusal(LaneRefusal.SERVER_AWAY, Map.of(), refusal.id());
    }
    LaneRefusal said = inTheScreensTerms(refusal.reason(), refusal.facts(), refusal.id());
    if (said.isOfLostBasket()) {
      putDown.run();
    }
    return said;
  }

  private static LaneRefusal inTheScreensTerms(
      String reason, Map<String, String> given, String id) {
    Map<String, String> facts = new HashMap<>(given);
    if (reason.equals(LaneRefusal.WEIGHT_NEEDED)) {
      facts.put("name", facts.getOrDefault("item", ""));
    }
    return new LaneRefusal(reason, facts, id);
  }

  /** Waits for the act that is under way, but not for ever; begins no other. */
  @Override
  public void close() {
    EventThread.mustNotBeHere("waiting for the lane's last act");
    if (!Ending.of(thread, LAST)) {
      log.error("the lane's last act does not end");
    }
  }
}

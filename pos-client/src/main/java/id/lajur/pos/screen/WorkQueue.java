package id.lajur.pos.screen;

import id.lajur.kit.fault.Faults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One act on the server at a time, in the order the cashier did them; keys and scanner never wait.
 * Used on the screen's thread only.
 */
final class WorkQueue {
  private static final int SHORT_MS = 150;
  private static final int LONG_MS = 1_000;

  private static final long NO_PAYMENT = 0;

  private record Step(boolean scan, Runnable start) {}

  private final Executor ui;
  private final Later later;
  private final BooleanSupplier mayStart;
  private final Runnable changed;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Deque<Step> first = new ArrayDeque<>();
  private LaneState.Waiting waiting = LaneState.Waiting.NONE;
  private boolean busy;
  private long started;
  private long paymentsAsked;
  private long payment = NO_PAYMENT; // the one that waits

  /**
   * @param mayStart false while an answer of the cashier is awaited; {@link #ahead} goes on then
   * @param changed called when the waiting or the number of scans changed
   */
  WorkQueue(Executor ui, Later later, BooleanSupplier mayStart, Runnable changed) {
    this.ui = ui;
    this.later = later;
    this.mayStart = mayStart;
    this.changed = changed;
  }

  LaneState.Waiting waiting() {
    return waiting;
  }

  int scansWaiting() {
    return (int) steps.stream().filter(Step::scan).count();
  }

  /** True until the lane has answered; what must not be done twice is not begun meanwhile. */
  boolean isBusy() {
    return busy || !first.isEmpty();
  }

  /** True from the key that is to lead to the payment until the scans before it are answered. */
  boolean paymentWaits() {
    return payment != NO_PAYMENT;
  }

  /** The payment that waits is not begun. */
  void keepFromPaying() {
    payment = NO_PAYMENT;
  }

  /** Forgets what has not started but for scans; used when another operator is to go on. */
  void keepScans() {
    steps.removeIf(step -> !step.scan());
    first.clear();
    keepFromPaying();
  }

  /** Forgets what has not started; used when the lane signs off. */
  void clear() {
    steps.clear();
    first.clear();
    keepFromPaying();
  }

  /** Adds a scan, which counts as waiting until its turn comes. */
  <T> void scan(
      Supplier<CompletableFuture<T>> act, Consumer<T> done, Consumer<LaneRefusal> refused) {
    steps.add(step(true, act, done, refused));
    pump();
  }

  /** Puts a scan that could not be done back before those behind it; it starts with them. */
  <T> void scanAgain(
      Supplier<CompletableFuture<T>> act, Consumer<T> done, Consumer<LaneRefusal> refused) {
    steps.addFirst(step(true, act, done, refused));
  }

  <T> void add(
      Supplier<CompletableFuture<T>> act, Consumer<T> done, Consumer<LaneRefusal> refused) {
    steps.add(step(false, act, done, refused));
    pump();
  }

  /** Adds the way to the payment, behind the scans that were made before it; there is one. */
  void payment(Runnable pay) {
    long mine = ++paymentsAsked;
    payment = mine;
    add(
        () -> CompletableFuture.completedFuture(mine),
        asked -> {
          if (payment == asked) {
            payment = NO_PAYMENT;
            pay.run();
          }
        },
        refusal -> {});
  }

  /** Adds the answer to what is asked now, before everything that waits for it. */
  <T> void ahead(
      Supplier<CompletableFuture<T>> act, Consumer<T> done, Consumer<LaneRefusal> refused) {
    first.add(step(false, act, done, refused));
    pump();
  }

  /** Starts what may start now. */
  void pump() {
    if (!busy) {
      Step next = first.poll();
      if (next == null && mayStart.getAsBoolean()) {
        next = steps.poll();
      }
      if (next != null) {
        start(next);
      }
    }
    changed.run();
  }

  private void start(Step step) {
    busy = true;
    long mine = ++started;
    later.after(SHORT_MS, () -> stillWaiting(mine, LaneState.Waiting.SHORT));
    later.after(LONG_MS, () -> stillWaiting(mine, LaneState.Waiting.LONG));
    step.start().run();
  }

  private void stillWaiting(long which, LaneState.Waiting how) {
    if (busy && which == started) {
      waiting = how;
      changed.run();
    }
  }

  private <T> Step step(
      boolean scan,
      Supplier<CompletableFuture<T>> act,
      Consumer<T> done,
      Consumer<LaneRefusal> refused) {
    return new Step(
        scan,
        () ->
            Faults.then(
                Faults.begun(act), (answer, failure) -> ended(answer, failure, done, refused), ui));
  }

  /** Whatever comes of an act, or of what its answer is put into: the next one is begun. */
  private <T> void ended(
      T answer, @Nullable Throwable failure, Consumer<T> done, Consumer<LaneRefusal> refused) {
    busy = false;
    waiting = LaneState.Waiting.NONE;
    try {
      if (failure != null) {
        refused.accept(LaneRefusal.in(failure));
      } else {
        taken(answer, done, refused);
      }
    } finally {
      pump();
    }
  }

  private static <T> void taken(T answer, Consumer<T> done, Consumer<LaneRefusal> refused) {
    try {
      done.accept(answer);
    } catch (RuntimeException fault) {
      refused.accept(LaneRefusal.ofFault(fault));
    }
  }
}

package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Said;
import id.lajur.backoffice.receiving.ReceivingState.Side;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.fault.Faults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows, and the delivery that is open on it. Acts on a draft follow each other in
 * the order they were made, scans among them, so that each is answered by what the one before it
 * left. On the event thread, save where it waits.
 */
final class OpenDelivery {
  private final ReceivingActions store;
  private final Executor ui;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Unsaved unsaved = new Unsaved();
  private boolean working;
  private ReceivingState state = ReceivingState.BEGIN;
  private Consumer<ReceivingState> shown = unused -> {};

  /**
   * @param ui where answers are taken
   */
  OpenDelivery(ReceivingActions store, Executor ui) {
    this.store = store;
    this.ui = ui;
  }

  ReceivingActions store() {
    return store;
  }

  /** What stands in the form beside the lines, and the question before it would be lost. */
  Unsaved unsaved() {
    return unsaved;
  }

  ReceivingState state() {
    return state;
  }

  /** Who is told each state; the one before is told no more. */
  void in(Consumer<ReceivingState> view) {
    shown = view;
    view.accept(state);
  }

  void change(UnaryOperator<ReceivingState> how) {
    state = how.apply(state);
    shown.accept(state);
  }

  /** Says what is to be mended, or what cannot be done. */
  void bad(String key, Map<String, String> facts) {
    change(state -> state.saying(Said.bad(key, facts)));
  }

  /** Says what was done. */
  void good(String key, Map<String, String> facts) {
    change(state -> state.saying(Said.good(key, facts)));
  }

  /**
   * The delivery as it stands now.
   *
   * @throws IllegalStateException none is open
   */
  Sheet now() {
    Sheet sheet = state.sheet();
    if (sheet == null) {
      throw new IllegalStateException("no delivery is open");
    }
    return sheet;
  }

  /** Shows a whole delivery, at the line that is marked, or at its last. */
  void whole(Sheet sheet) {
    int place =
        sheet.line(state.marked()).isPresent()
            ? state.marked()
            : sheet.lines().isEmpty() ? 0 : sheet.lines().get(sheet.lines().size() - 1).place();
    // What is typed into a form stays, also when somebody who had locked comes back.
    boolean typed = unsaved.isTyped();
    change(state -> typed ? state.with(sheet) : state.with(sheet).with(Side.FACTS));
    if (!sheet.open()) {
      // What was known of the draft's line, its stock before all, is of before the posting.
      change(ReceivingState::withoutFacts);
    }
    mark(place);
  }

  /** Puts what has changed into the draft that is shown. */
  void merge(Sheet change) {
    Sheet sheet = state.sheet();
    if (sheet != null && sheet.draftId().equals(change.draftId())) {
      change(state -> state.with(sheet.with(change)));
    }
  }

  /** Marks a line. */
  void mark(int place) {
    change(state -> state.marking(place));
    facts();
  }

  /** Asks what is known of the marked line. */
  void facts() {
    Sheet sheet = state.sheet();
    GoodsLine line = state.line().orElse(null);
    if (sheet == null || line == null || !sheet.open()) {
      return;
    }
    beside(
        store.facts(sheet, line),
        facts -> {
          if (state.marked() == facts.place()) {
            change(state -> state.with(facts));
          }
        });
  }

  /** Takes an answer that no act waits for; one that does not come is not missed. */
  <R> void beside(CompletableFuture<R> asked, Consumer<R> answered) {
    Faults.then(
        asked,
        (answer, failure) -> {
          if (failure == null) {
            answered.accept(answer);
          }
        },
        ui);
  }

  <R> void queue(Supplier<CompletableFuture<R>> act, Consumer<R> then) {
    queue(act, then, this::refused);
  }

  /** Does one act after the other; what somebody else changed is shown, with the no beside it. */
  <R> void queue(
      Supplier<CompletableFuture<R>> act, Consumer<R> then, Consumer<ServerRefusal> otherwise) {
    waiting.add(
        () ->
            Faults.then(
                Faults.begun(act),
                (answer, failure) -> ended(answer, failure, then, otherwise),
                ui));
    change(state -> state.busier(1));
    next();
  }

  private void next() {
    if (!working && !waiting.isEmpty()) {
      working = true;
      waiting.remove().run();
    }
  }

  /** Whatever comes of an act, or of what its answer is put into: the next one is begun. */
  private <R> void ended(
      R answer, @Nullable Throwable failure, Consumer<R> then, Consumer<ServerRefusal> otherwise) {
    working = false;
    try {
      change(state -> state.busier(-1));
      if (failure == null) {
        then.accept(answer);
      } else {
        otherwise.accept(ServerRefusal.in(failure));
      }
      unsaved.look();
    } catch (RuntimeException fault) {
      change(state -> state.saying(Said.no(ServerRefusal.ofFault(fault))));
    } finally {
      next();
    }
  }

  /** Shows the store's no; a draft that somebody else has changed is read anew. */
  void refused(ServerRefusal refusal) {
    change(state -> state.saying(Said.no(refusal)));
    Sheet sheet = state.sheet();
    if (sheet != null
        && sheet.open()
        && (refusal.reason().equals("DRAFT_CHANGED") || refusal.reason().equals("DRAFT_CLOSED"))) {
      queue(
          () -> store.draft(sheet.draftId()),
          fresh -> {
            whole(fresh);
            change(state -> state.saying(Said.no(refusal)));
          });
    }
  }
}

package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Unsaved;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Goods taken out of stock by hand, or put in, for a reason: scanned line by line, posted at once,
 * set right by another one.
 */
final class AdjustPresenter {
  private final AdjustActions actions;
  private final Executor ui;
  private final InTurn scans = new InTurn();
  private Consumer<AdjustState> view = state -> {};
  private AdjustState state = AdjustState.EMPTY;
  private String scanned = ""; // the code of the line whose quantity may be typed
  private final Unsaved unsaved = new Unsaved();
  private int visit; // what an earlier one asked for is of no use any more

  AdjustPresenter(AdjustActions actions, Executor ui) {
    this.actions = actions;
    this.ui = ui;
    unsaved.of(
        () -> making() && state.sheet().filter(sheet -> !sheet.lines().isEmpty()).isPresent(),
        () -> show(state.sheet(Optional.empty())));
  }

  Unsaved unsaved() {
    return unsaved;
  }

  AdjustState state() {
    return state;
  }

  /** Shows states from now on, the present one first. */
  void view(Consumer<AdjustState> shown) {
    view = shown;
    shown.accept(state);
  }

  private void show(AdjustState next) {
    state = next;
    view.accept(next);
  }

  private <R> void then(CompletableFuture<R> answer, Consumer<R> done) {
    int of = visit;
    Desk.take(
        answer,
        given -> {
          if (of == visit) {
            done.accept(given);
          }
        },
        refusal -> {
          if (of == visit) {
            show(state.refused(refusal));
          }
        },
        ui);
  }

  void opened() {
    visit++;
    list();
  }

  void left() {
    visit++;
  }

  private void list() {
    then(actions.adjustments(""), found -> show(state.list(found)));
  }

  /** Reads older ones below those that are there. */
  void older() {
    Page<Adjustments.Head> read = state.list();
    if (read.hasOlder()) {
      then(
          actions.adjustments(read.next()),
          older -> {
            if (state.list().equals(read)) {
              show(state.list(read.and(older)));
            }
          });
    }
  }

  /** A new one, to be scanned. */
  void begin() {
    scanned = "";
    show(state.sheet(Optional.of(Adjustments.Sheet.NEW)));
  }

  void open(Adjustments.Head head) {
    then(actions.adjustment(head), sheet -> show(state.sheet(Optional.of(sheet))));
  }

  /** Back to the list; what was scanned and not posted is let go, once that is said. */
  void back() {
    unsaved.before(() -> show(state.sheet(Optional.empty())));
  }

  /** A code with its quantity, or the quantity of the line before. */
  void typed(Typed typed) {
    if (state.busy() || !making()) {
      return;
    }
    if (!typed.code().isEmpty()) {
      scanned = typed.code();
    } else if (scanned.isEmpty()) {
      return;
    }
    String code = scanned;
    then(
        scans.act(() -> actions.find(code, typed.quantityMilli())),
        line -> {
          if (making()) {
            state
                .sheet()
                .ifPresent(sheet -> show(state.sheet(Optional.of(sheet.with(line, typed.adds())))));
          }
        });
  }

  private boolean making() {
    return state.sheet().filter(Adjustments.Sheet::isNew).isPresent();
  }

  /** Takes a line off again. */
  void remove(Adjustments.Line line) {
    if (making() && !state.busy()) {
      state.sheet().ifPresent(sheet -> show(state.sheet(Optional.of(sheet.without(line)))));
    }
  }

  void post(Adjustments.Reason reason, String note) {
    List<Adjustments.Line> lines = state.sheet().map(Adjustments.Sheet::lines).orElse(List.of());
    if (state.busy() || !making()) {
      return;
    }
    if (lines.isEmpty()) {
      show(state.saying("adjust.nothing"));
      return;
    }
    show(state.posting());
    then(
        actions.post(reason, note, lines),
        done -> {
          show(state.sheet(Optional.empty()).saying("adjust.posted"));
          Desk.afterKeeping(this::list);
        });
  }
}

package id.lajur.backoffice.items;

import id.lajur.backoffice.shell.Desk;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The prices of many items at once: shown first, then set as they were shown, or not at all. */
final class RepricePresenter {
  private final RepriceActions actions;
  private final Executor ui;
  private final Runnable changed;
  private Consumer<RepriceState> view = state -> {};
  private RepriceState state = RepriceState.CLOSED;
  private int visit; // what an earlier one asked for is of no use any more

  /**
   * @param changed told when prices were set
   */
  RepricePresenter(RepriceActions actions, Executor ui, Runnable changed) {
    this.actions = actions;
    this.ui = ui;
    this.changed = changed;
  }

  RepriceState state() {
    return state;
  }

  /** Shows states from now on, the present one first. */
  void view(Consumer<RepriceState> shown) {
    view = shown;
    shown.accept(state);
  }

  private void show(RepriceState next) {
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

  /** Begins with these items; nothing happens where there are none. */
  void begin(List<String> itemCodes) {
    visit++;
    show(RepriceState.of(itemCodes));
    if (state.isOpen()) {
      then(actions.levels(), levels -> show(state.with(levels)));
    }
  }

  void back() {
    visit++;
    show(RepriceState.CLOSED);
  }

  /** Shows what prices would become. */
  void preview(Repricing.Rule rule) {
    if (!state.isOpen() || state.busy()) {
      return;
    }
    show(state.asking());
    then(actions.preview(state.itemCodes(), rule), preview -> show(state.previewed(preview)));
  }

  /** Sets what is shown; nothing happens where nothing changes. */
  void apply() {
    Repricing.Preview preview = state.preview().orElse(null);
    if (preview == null || preview.changing().isEmpty() || state.busy()) {
      return;
    }
    show(state.asking());
    then(
        actions.apply(preview),
        count -> {
          show(state.done(count));
          changed.run();
        });
  }
}

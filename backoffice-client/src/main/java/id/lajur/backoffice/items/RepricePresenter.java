package id.lajur.backoffice.items;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The prices of many items at once: shown first, then set as they were shown, or not at all. */
final class RepricePresenter {
  private final RepriceActions actions;
  private final Executor ui;
  private final Runnable changed;
  private final Consumer<ServerRefusal> refusedLater;
  private Consumer<RepriceState> view = state -> {};
  private RepriceState state = RepriceState.CLOSED;
  private int visit; // what an earlier one asked for is of no use any more
  private int form; // as it was changed; a preview belongs to the form that it was asked with
  private boolean setting; // prices are being set, which nothing takes back

  /**
   * @param changed told when prices were set
   * @param refusedLater told why they were not, where one has gone back meanwhile
   */
  RepricePresenter(
      RepriceActions actions, Executor ui, Runnable changed, Consumer<ServerRefusal> refusedLater) {
    this.actions = actions;
    this.ui = ui;
    this.changed = changed;
    this.refusedLater = refusedLater;
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

  private <R> void then(
      CompletableFuture<R> answer, Consumer<R> done, Consumer<ServerRefusal> refused) {
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
            refused.accept(refusal);
          }
        },
        ui);
  }

  /** Begins with these items; nothing happens where there are none. */
  void begin(List<String> itemCodes) {
    visit++;
    setting = false;
    show(RepriceState.of(itemCodes));
    if (state.isOpen()) {
      then(
          actions.levels(),
          levels -> show(state.with(levels)),
          refusal -> show(state.refused(refusal)));
    }
  }

  void back() {
    visit++;
    setting = false;
    show(RepriceState.CLOSED);
  }

  /** The form says something else: what was shown of the rule before is not to be set any more. */
  void formChanged() {
    form++;
    if (!setting && (state.busy() || state.preview().isPresent())) {
      show(state.withoutPreview());
    }
  }

  /** Shows what prices would become, instead of what was asked before. */
  void preview(Repricing.Rule rule) {
    if (!state.isOpen() || setting) {
      return;
    }
    form++;
    int with = form;
    show(state.withoutPreview().asking());
    then(
        actions.preview(state.itemCodes(), rule),
        preview -> {
          if (with == form) {
            show(state.previewed(preview));
          }
        },
        refusal -> {
          if (with == form) {
            show(state.refused(refusal));
          }
        });
  }

  /** Sets what is shown; nothing happens where nothing changes. */
  void apply() {
    Repricing.Preview preview = state.preview().orElse(null);
    if (preview == null || preview.changing().isEmpty() || state.busy()) {
      return;
    }
    int with = form;
    int of = visit;
    setting = true;
    show(state.asking());
    Desk.take(
        actions.apply(preview),
        count -> {
          if (of == visit) {
            setting = false;
            show(state.done(count));
          }
          Desk.afterKeeping(changed); // they are set, whoever has gone back meanwhile
        },
        refusal -> {
          if (of == visit) {
            setting = false;
            RepriceState left = with == form ? state : state.withoutPreview();
            show(left.refused(refusal));
          } else {
            Desk.afterKeeping(() -> refusedLater.accept(refusal));
          }
        },
        ui);
  }
}

package id.lajur.backoffice.day;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.form.Shown;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Shows what lanes sold while the server was away, and how it differs from the books. */
final class AlonePresenter {
  private final DayActions actions;
  private final Shown<AloneState> shown;

  AlonePresenter(DayActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(AloneState.FIRST, ui);
  }

  AloneState state() {
    return shown.now();
  }

  void in(Consumer<AloneState> view) {
    shown.in(view);
  }

  void load() {
    read("");
  }

  /** Reads older ones below those that are there. */
  void older() {
    if (state().sales().hasOlder() && !state().progress().loading()) {
      read(state().sales().next());
    }
  }

  private void read(String token) {
    Page<AloneSale> before = state().sales();
    shown.change(
        state -> new AloneState(state.sales(), state.chosen(), state.progress().quiet().asks()));
    shown.after(
        actions.emergencySales(token),
        sales -> {
          // The list may have been read anew meanwhile; then older ones are no part of it.
          boolean late = !token.isEmpty() && !state().sales().equals(before);
          Page<AloneSale> read = token.isEmpty() ? sales : before.and(sales);
          shown.change(
              state ->
                  new AloneState(
                      late ? state.sales() : read, state.chosen(), state.progress().has()));
        },
        why ->
            shown.change(
                state ->
                    new AloneState(state.sales(), state.chosen(), state.progress().refused(why))));
  }

  void choose(Optional<AloneSale> sale) {
    shown.change(
        state -> new AloneState(state.sales(), sale.map(AloneSale::receipt), state.progress()));
  }
}

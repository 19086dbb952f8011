package id.lajur.backoffice.day;

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
    shown.change(
        state -> new AloneState(state.sales(), state.chosen(), state.progress().quiet().asks()));
    shown.after(
        actions.emergencySales(),
        sales ->
            shown.change(state -> new AloneState(sales, state.chosen(), state.progress().has())),
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

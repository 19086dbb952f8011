package id.lajur.backoffice.form;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.ServerRefusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The state that a presenter holds, and whoever paints it: the view made last. On the event thread
 * alone.
 */
public final class Shown<S> {
  private final Executor ui;
  private S state;
  private Consumer<S> view = shown -> {};

  /**
   * @param ui where answers are taken
   */
  public Shown(S first, Executor ui) {
    this.state = first;
    this.ui = ui;
  }

  public S now() {
    return state;
  }

  /** Paints the state here from now on, and at once. */
  public void in(Consumer<S> newView) {
    view = newView;
    view.accept(state);
  }

  public void show(S next) {
    state = next;
    view.accept(next);
  }

  public void change(UnaryOperator<S> how) {
    show(how.apply(state));
  }

  /** Takes an answer, or the store's no, on the event thread. */
  public <R> void after(
      CompletableFuture<R> call, Consumer<R> answered, Consumer<ServerRefusal> refused) {
    Desk.take(call, answered, refused, ui);
  }
}

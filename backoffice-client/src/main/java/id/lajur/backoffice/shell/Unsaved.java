package id.lajur.backoffice.shell;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What is typed on a screen and not kept yet, and the question before it would be lost. Of the
 * event thread only.
 */
public final class Unsaved {
  private BooleanSupplier typed = () -> false;
  private Runnable reset = () -> {};
  private BooleanSupplier savable = () -> false;
  private Runnable saving = () -> {};
  private BooleanSupplier busy = () -> false;
  private Runnable watcher = () -> {};
  private Optional<Runnable> waiting = Optional.empty();
  private Optional<Runnable> afterSaving = Optional.empty();

  /**
   * Looks at the fields of the view that was made last.
   *
   * @param isTyped whether something in them is not kept yet
   * @param forget puts them back to what was read
   */
  public void of(BooleanSupplier isTyped, Runnable forget) {
    typed = isTyped;
    reset = forget;
  }

  /**
   * Lets what is typed be kept from the question itself.
   *
   * @param can whether the fields that are open now can be kept so
   * @param save keeps them, or says on the screen why not
   * @param isBusy whether its answer is awaited; whoever holds the state calls {@link #look} then
   */
  public void saves(BooleanSupplier can, Runnable save, BooleanSupplier isBusy) {
    savable = can;
    saving = save;
    busy = isBusy;
  }

  /** Tells from now on when the question is to be asked, or is answered. */
  public void watch(Runnable asked) {
    watcher = asked;
  }

  /** Does at once what loses nothing; else once somebody has said that what is typed may go. */
  public void before(Runnable act) {
    afterSaving = Optional.empty();
    if (!typed.getAsBoolean()) {
      act.run();
      return;
    }
    waiting = Optional.of(act);
    watcher.run();
  }

  public boolean isAsking() {
    return waiting.isPresent();
  }

  /** Whether something is typed that is not kept yet. */
  public boolean isTyped() {
    return typed.getAsBoolean();
  }

  public boolean canSave() {
    return savable.getAsBoolean();
  }

  /** What is typed is kept first; where it is not taken, it stays, and so does the screen. */
  public void save() {
    Optional<Runnable> act = waiting;
    waiting = Optional.empty();
    watcher.run();
    if (act.isPresent()) {
      afterSaving = act;
      saving.run();
      look();
    }
  }

  /** To be called when the state has changed: what waits for the saving goes on, or is given up. */
  public void look() {
    if (afterSaving.isPresent() && !busy.getAsBoolean()) {
      Optional<Runnable> act = afterSaving;
      afterSaving = Optional.empty();
      if (!typed.getAsBoolean()) {
        act.ifPresent(Runnable::run);
      }
    }
  }

  /** What is typed may go. */
  public void discard() {
    Optional<Runnable> act = waiting;
    waiting = Optional.empty();
    watcher.run();
    act.ifPresent(
        next -> {
          reset.run();
          next.run();
        });
  }

  /** It stays, and so does the screen. */
  public void stay() {
    waiting = Optional.empty();
    watcher.run();
  }
}

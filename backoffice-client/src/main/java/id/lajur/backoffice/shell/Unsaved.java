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
  private Runnable watcher = () -> {};
  private Optional<Runnable> waiting = Optional.empty();

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

  /** Tells from now on when the question is to be asked, or is answered. */
  public void watch(Runnable asked) {
    watcher = asked;
  }

  /** Does at once what loses nothing; else once somebody has said that what is typed may go. */
  public void before(Runnable act) {
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

package id.lajur.backoffice.form;

import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A list whose marked row can be looked at and changed: one thing is done at a time, and what was
 * typed is never lost unasked. On the event thread alone.
 *
 * @param <R> a row
 * @param <T> what can be done
 * @param <B> what is read beside the rows
 */
public abstract class ListPresenter<R extends Keyed, T extends Enum<T>, B> {
  private final Shown<ListState<R, T, B>> shown;
  private final Set<T> ofNoRow;
  private final Unsaved unsaved = new Unsaved();

  /** What the store has answered. */
  public record Read<R, B>(List<R> rows, B beside) {}

  /**
   * What a command has brought about.
   *
   * @param marked key of the row that is marked from now on; empty = as it was
   * @param said key of the sentence that says so, of the one whose name is put in
   */
  public record Done(Optional<String> marked, String said, String name) {}

  /**
   * @param beside until it is read
   * @param ofNoRow tasks that stay when another row is marked
   * @param ui where answers are taken
   */
  protected ListPresenter(B beside, Set<T> ofNoRow, Executor ui) {
    this.shown =
        new Shown<>(
            new ListState<R, T, B>(
                List.of(), beside, Optional.empty(), Optional.empty(), Progress.NONE),
            ui);
    this.ofNoRow = Set.copyOf(ofNoRow);
  }

  /** Asks the store; fails with a ServerRefusal. */
  protected abstract CompletableFuture<Read<R, B>> read();

  /** Whether what is typed for this task can be kept from the question before it would be lost. */
  protected boolean keeps(T task) {
    return true;
  }

  /** What is typed for a task and not kept yet. */
  public final Unsaved unsaved() {
    return unsaved;
  }

  /** What is shown now. */
  public final ListState<R, T, B> state() {
    return shown.now();
  }

  /** Paints the state here from now on, and at once. */
  public final void in(Consumer<ListState<R, T, B>> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  /** Reads the rows anew; those that are there stay until the new ones come. */
  public final void load() {
    progress(Progress::asks);
    shown.after(
        read(),
        read -> shown.change(state -> state.with(read.rows(), read.beside())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    progress(now -> now.refused(why));
  }

  private void progress(UnaryOperator<Progress> how) {
    shown.change(state -> state.with(how.apply(state.progress())));
  }

  /** Another is marked; what was begun about the one before is given up. */
  public final void choose(Optional<R> row) {
    Optional<String> key = row.map(Keyed::key);
    if (!key.equals(state().chosen()) && state().task().filter(ofNoRow::contains).isEmpty()) {
      unsaved.before(() -> shown.change(state -> state.choosing(key).doing(Optional.empty())));
      shown.show(state()); // what stays asked about stays marked
    }
  }

  /** Begins a task; what was begun before is given up. */
  protected final void begin(T task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(Optional.of(task)));
    }
  }

  /** The same, where a row is marked. */
  protected final void beginAboutMarked(T task) {
    if (state().marked().isPresent()) {
      begin(task);
    }
  }

  private void open(Optional<T> task) {
    if (!state().progress().sending()) {
      shown.change(state -> state.doing(task));
    }
  }

  /** Gives up what was begun, once somebody has said that what is typed may go. */
  public final void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  public final void giveUp() {
    open(Optional.empty());
  }

  /** Says what is to be mended first. */
  protected final void wrong(String key) {
    progress(now -> now.wrong(key));
  }

  /** Whether a task is begun, and nothing on its way. */
  protected final boolean isAsked() {
    return state().task().isPresent() && !state().progress().sending();
  }

  /**
   * Does something, and reads the rows anew; what was begun is over then. One at a time: a key that
   * is pressed twice does it once.
   */
  protected final <K> void send(Supplier<CompletableFuture<K>> command, Function<K, Done> done) {
    act(
        command,
        kept -> {
          Done what = done.apply(kept);
          return state ->
              state
                  .choosing(what.marked().or(state::chosen))
                  .doing(Optional.empty())
                  .with(state.progress().did(what.said(), Map.of("name", what.name())));
        });
  }

  /**
   * The same, where the answer itself is what is looked at.
   *
   * @param then takes it, and gives the task that shows it
   */
  protected final <K> void sendAndLook(
      Supplier<CompletableFuture<K>> command, Function<K, T> then) {
    act(
        command,
        answer -> {
          T task = then.apply(answer);
          return state -> state.doing(Optional.of(task)).with(state.progress().quietly());
        });
  }

  private <K> void act(
      Supplier<CompletableFuture<K>> command, Function<K, UnaryOperator<ListState<R, T, B>>> done) {
    if (state().progress().sending()) {
      return;
    }
    progress(Progress::sends);
    shown.after(
        command.get(),
        answer -> {
          shown.change(done.apply(answer));
          Desk.afterKeeping(this::load);
        },
        this::refused);
  }
}

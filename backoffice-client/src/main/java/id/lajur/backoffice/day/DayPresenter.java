package id.lajur.backoffice.day;

import id.lajur.backoffice.day.DayState.Task;
import id.lajur.backoffice.day.OpenThing.Kind;
import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Brings the store's day to its close: counts what others left, and closes it. */
final class DayPresenter {
  private final DayActions actions;
  private final Shown<DayState> shown;

  DayPresenter(DayActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(DayState.FIRST, ui);
  }

  DayState state() {
    return shown.now();
  }

  void in(Consumer<DayState> view) {
    shown.in(view);
  }

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.day(),
        day -> shown.change(state -> state.with(day).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  void choose(Optional<OpenThing> thing) {
    Optional<String> key = thing.map(OpenThing::key);
    if (!key.equals(state().chosen())) {
      shown.change(
          state -> state.choosing(key).doing(Optional.empty()).with(state.progress().quiet()));
    }
  }

  /** Counts the marked till, or the marked cash. */
  void count() {
    state()
        .thing()
        .ifPresent(
            thing -> {
              if (thing.kind() == Kind.SHIFT) {
                begin(Task.COUNT_SHIFT);
              } else if (thing.kind() == Kind.HANDOVER) {
                begin(Task.SECURE);
              }
            });
  }

  /** What stays and what is closed over is told first. */
  void close() {
    if (state().mayClose()) {
      begin(Task.CLOSE);
    }
  }

  void cancel() {
    shown.change(state -> state.doing(Optional.empty()).with(state.progress().quiet()));
  }

  private void begin(Task task) {
    shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
  }

  /**
   * Counts the marked till.
   *
   * @param typed pieces of each note and coin as they were typed, by value; empty is none
   */
  void saveCount(Map<Long, String> typed, String explanation) {
    OpenThing shift = state().thing().orElseThrow();
    Optional<Map<Long, Integer>> pieces = Pieces.read(typed);
    if (pieces.isEmpty()) {
      shown.change(state -> state.with(state.progress().wrong("count.unreadable")));
      return;
    }
    once(
        () -> actions.countShift(shift.id(), pieces.get(), explanation),
        counted ->
            did(
                "said.counted",
                Map.of("terminal", counted.terminal(), "z", Long.toString(counted.zNumber()))));
  }

  /** Brings the marked cash to the safe. */
  void saveSecured(String typed, String explanation, Formats formats) {
    OpenThing handover = state().thing().orElseThrow();
    OptionalLong counted = formats.parseMoney(typed.strip());
    if (counted.isEmpty() || counted.getAsLong() < 0) {
      shown.change(state -> state.with(state.progress().wrong("amount.unreadable")));
      return;
    }
    once(
        () -> actions.secure(handover.id(), counted.getAsLong(), explanation),
        difference -> did("said.secured", Map.of("difference", formats.moneyWithSign(difference))));
  }

  /** Closes the day; over open shifts by force. Nothing happens while handed-over cash waits. */
  void saveClosed() {
    if (!state().closes()) {
      return;
    }
    boolean force = state().day().things().stream().anyMatch(thing -> thing.kind() == Kind.SHIFT);
    once(
        () -> actions.close(force),
        shifts -> did("said.closed", Map.of("shifts", Integer.toString(shifts))));
  }

  private void did(String said, Map<String, String> values) {
    shown.change(state -> state.doing(Optional.empty()).with(state.progress().did(said, values)));
    Desk.afterKeeping(this::load);
  }

  private interface Command<R> {
    CompletableFuture<R> send();
  }

  /** One at a time: a key that is pressed twice does it once. */
  private <R> void once(Command<R> command, Consumer<R> done) {
    if (state().progress().sending()) {
      return;
    }
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(command.send(), done, this::refused);
  }
}

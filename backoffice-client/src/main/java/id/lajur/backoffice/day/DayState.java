package id.lajur.backoffice.day;

import id.lajur.backoffice.form.Progress;
import java.util.Optional;

/**
 * The day, and what is being done about it.
 *
 * @param chosen key of what is marked
 */
record DayState(StoreDay day, Optional<String> chosen, Optional<Task> task, Progress progress) {
  static final DayState FIRST =
      new DayState(StoreDay.NONE, Optional.empty(), Optional.empty(), Progress.NONE);

  enum Task {
    COUNT_SHIFT,
    SECURE,
    CLOSE
  }

  Optional<OpenThing> thing() {
    return chosen.flatMap(day::thing);
  }

  boolean mayClose() {
    return day.date().isPresent();
  }

  /**
   * Whether its close would go through: over open shifts by force, and then over all else too;
   * without any, handed-over cash is counted first.
   */
  boolean closes() {
    return has(OpenThing.Kind.SHIFT) || !has(OpenThing.Kind.HANDOVER);
  }

  private boolean has(OpenThing.Kind kind) {
    return day.things().stream().anyMatch(thing -> thing.kind() == kind);
  }

  DayState with(StoreDay newDay) {
    return new DayState(newDay, chosen, task, progress);
  }

  DayState choosing(Optional<String> key) {
    return new DayState(day, key, task, progress);
  }

  DayState doing(Optional<Task> newTask) {
    return new DayState(day, chosen, newTask, progress);
  }

  DayState with(Progress newProgress) {
    return new DayState(day, chosen, task, newProgress);
  }
}

package id.lajur.backoffice.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a desk awaits, for its window to say: nothing of what is answered within a second, after
 * that what is done, and how to give up what can be. On the event thread alone.
 */
public final class Waits implements Awaited {
  static final Duration LONG = Duration.ofSeconds(1); // what is quicker needs no word

  private final Alarm alarm;
  private final List<Wait> open = new ArrayList<>(); // in the order in which they were begun
  private Runnable told = () -> {};

  /** Does something once a while has gone, on the event thread. */
  @FunctionalInterface
  public interface Alarm {
    void after(Duration pause, Runnable act);
  }

  private static final class Wait {
    private final Kind kind;
    private final Runnable giveUp;
    private boolean isLong;

    Wait(Kind kind, Runnable giveUp) {
      this.kind = kind;
      this.giveUp = giveUp;
    }
  }

  public Waits(Alarm alarm) {
    this.alarm = alarm;
  }

  @Override
  public Runnable begins(Kind kind, Runnable giveUp) {
    var wait = new Wait(kind, giveUp);
    open.add(wait);
    told.run();
    alarm.after(
        LONG,
        () -> {
          wait.isLong = true;
          told.run();
        });
    return () -> {
      if (open.remove(wait)) {
        told.run();
      }
    };
  }

  /** Who is told of each change. */
  void watch(Runnable watcher) {
    told = watcher;
  }

  /** Whether anything is awaited, however short. */
  boolean isAny() {
    return !open.isEmpty();
  }

  /**
   * What is said: what has gone for a second, the oldest first; but before all of it what cannot be
   * taken back, so that nobody thinks that it was given up.
   */
  Optional<Kind> said() {
    return open.stream()
        .filter(wait -> wait.isLong && !wait.kind.canBeGivenUp())
        .findFirst()
        .or(() -> open.stream().filter(wait -> wait.isLong).findFirst())
        .map(wait -> wait.kind);
  }

  /** Gives up what is said, and whatever else of its kind has gone for a second. */
  void giveUp() {
    said()
        .filter(Kind::canBeGivenUp)
        .ifPresent(
            kind ->
                open.stream()
                    .filter(wait -> wait.isLong && wait.kind == kind)
                    .toList()
                    .forEach(wait -> wait.giveUp.run()));
  }
}

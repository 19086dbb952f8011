package id.lajur.kit.fault;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this program itself gets wrong, wherever nothing else would say so: on the event thread, in
 * a thread of its own, in what follows an answer. Each fault is written once, with its cause, under
 * an id of eight hexadecimal digits that the screen shows.
 */
public final class Faults {
  private static final Logger log = LoggerFactory.getLogger(Faults.class);
  private static final CopyOnWriteArrayList<Consumer<String>> watching =
      new CopyOnWriteArrayList<>();

  private Faults() {}

  /** An id under which something is written, where no request gives it one. */
  public static String newId() {
    return String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
  }

  /**
   * Writes a fault whose id the caller shows.
   *
   * @return its id
   */
  public static String note(Throwable fault) {
    String id = newId();
    log.error("{} a fault of this program", id, fault);
    return id;
  }

  /** Writes a fault that nobody else shows, and tells whoever watches, on the thread it came in. */
  public static void tell(Throwable fault) {
    String id = note(fault);
    watching.forEach(watcher -> watcher.accept(id));
  }

  /**
   * Tells the id of each fault that nobody else shows.
   *
   * @param told on any thread
   * @return ends it
   */
  public static Runnable watch(Consumer<String> told) {
    watching.add(told);
    return () -> watching.remove(told);
  }

  /** From now on whatever ends a thread, or an event on the event thread, is told. */
  public static void tellUncaught() {
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> tell(fault));
  }

  /**
   * As {@link CompletableFuture#whenCompleteAsync}, for what ends with an act: a fault in it is
   * told, where the future that it returns would keep it for itself.
   *
   * @param act given the answer, or what the call has failed with; the other one is null
   */
  public static <R> void then(
      CompletableFuture<R> answer, BiConsumer<R, Throwable> act, Executor ui) {
    var unused =
        answer
            .handleAsync(
                (given, failure) -> {
                  act.accept(given, failure);
                  return "";
                },
                ui)
            .exceptionally(
                fault -> {
                  tell(causeOf(fault));
                  return "";
                });
  }

  /** A call whose beginning may fail already, as the failed call. */
  public static <R> CompletableFuture<R> begun(Supplier<CompletableFuture<R>> call) {
    try {
      return call.get();
    } catch (RuntimeException fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }

  /** What a future has failed with. */
  public static Throwable causeOf(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}

package id.lajur.kit.thread;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The end of threads that write to a machine's disk or devices: once ended, they touch neither. */
public final class Ending {
  private static final Duration LETTING_GO = Duration.ofMillis(1_500); // after the interrupt

  private Ending() {}

  /**
   * Lets the tasks handed over come to their end, and interrupts what has not by then.
   *
   * @return whether all of them came to their end by themselves
   */
  public static boolean of(ExecutorService tasks, Duration patience) {
    tasks.shutdown();
    try {
      if (tasks.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      tasks.shutdownNow();
      var unused = tasks.awaitTermination(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      tasks.shutdownNow();
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Interrupts a thread and waits for its end, a short while at most. */
  public static void of(Thread thread) {
    thread.interrupt();
    try {
      thread.join(LETTING_GO.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package id.lajur.server.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads with names, and their end: nobody asks a database that is closed already. */
public final class Workers {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final long END_S = 30;

  private Workers() {}

  /** One thread that works through what it is given. */
  public static ScheduledExecutorService one(String name) {
    return Executors.newSingleThreadScheduledExecutor(named(name));
  }

  /** A fixed number of threads. */
  public static ExecutorService several(String name, int count) {
    return Executors.newFixedThreadPool(count, named(name));
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Takes nothing more, interrupts what runs, and waits until it has ended. */
  public static void interrupt(ExecutorService workers) {
    workers.shutdownNow();
    await(workers);
  }

  /** Takes nothing more, and waits until what was taken is done. */
  public static void finish(ExecutorService workers) {
    workers.shutdown();
    await(workers);
  }

  private static void await(ExecutorService workers) {
    try {
      if (!workers.awaitTermination(END_S, TimeUnit.SECONDS)) {
        log.warn("{} did not end within {} s", workers, END_S);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

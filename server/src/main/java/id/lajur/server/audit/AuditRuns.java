package id.lajur.server.audit;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.worker.Workers;
import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Runs the audit beside the selling: one at a time, on a thread and a connection of its own, in one
 * snapshot that no posting waits for.
 */
public final class AuditRuns implements AutoCloseable {
  private final DataSource pool;
  private final ExecutorService thread = Workers.one("audit");
  private final AtomicBoolean running = new AtomicBoolean();

  public AuditRuns(DataSource pool) {
    this.pool = pool;
  }

  /** Who asked for a run, told of it on its thread. */
  public interface Watcher extends Audit.Listener {
    void ended(AuditReport report, long tookMs);

    /** The run has ended without a report: the database is away, or what the watcher threw. */
    void failed(Exception failure);
  }

  /**
   * Begins a run.
   *
   * @throws Refusal AUDIT_RUNNING
   */
  public void begin(Watcher watcher) {
    if (!running.compareAndSet(false, true)) {
      throw new Refusal(Reason.AUDIT_RUNNING);
    }
    try {
      thread.execute(() -> run(watcher));
    } catch (RejectedExecutionException e) {
      running.set(false);
      throw new Refusal(Reason.BUSY); // the server is stopping
    }
  }

  private void run(Watcher watcher) {
    long began = System.nanoTime();
    AuditReport report;
    try (Connection connection = pool.getConnection()) {
      report = Audit.run(connection, watcher);
    } catch (Exception e) {
      running.set(false);
      watcher.failed(e);
      return;
    }
    // Before the last word: who has heard it may ask for the next run.
    running.set(false);
    watcher.ended(report, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
  }

  @Override
  public void close() {
    Workers.interrupt(thread);
  }
}

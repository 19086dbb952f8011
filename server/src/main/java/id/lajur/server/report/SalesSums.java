package id.lajur.server.report;

import id.lajur.server.worker.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was sold by minute, operator, item and member, and how it was paid by minute: sums of the
 * lines and tenders of all sales up to one event, the mark. A sale never changes after its posting,
 * and the event log is dense and in commit order, so whoever sees an event sees the sales of all
 * before it: nothing can be added behind the mark. Sums and mark move in one transaction, outside
 * the posting. Whoever reads them adds the lines of the sales after the mark, in the same snapshot,
 * and is right wherever it stands.
 */
public final class SalesSums implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SalesSums.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Events a second; a store that posts so many needs its machine. */
  private static final long BUSY = 50;

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int EVENTS = 1_000; // in one transaction
  private static final int MOST_GROUPS = 5; // that a reader waits for; the rest is read from lines

  private final Jdbi jdbi;
  private final int storeId;
  private final ScheduledExecutorService summing = Workers.one("sales-sums");
  private volatile boolean closed;
  private long seen; // events, at the last look
  private long seenAt = System.nanoTime();

  public SalesSums(Jdbi jdbi, int storeId) {
    this.jdbi = jdbi;
    this.storeId = storeId;
  }

  /** Begins to sum what is sold, until it is closed. */
  public SalesSums begin() {
    try {
      jdbi.useTransaction(handle -> lockMark(handle.attach(SalesSumDao.class)));
    } catch (JdbiException e) {
      log.info("sales are summed later: {}", e.toString());
    }
    next(LOOK.toNanos());
    return this;
  }

  private void next(long restNanos) {
    try {
      var unused = summing.schedule(this::look, restNanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("the server is stopping");
    }
  }

  /** Rests as long as it worked, and longer when there was nothing to do. */
  private void look() {
    long began = System.nanoTime();
    boolean more = false;
    try {
      long head = jdbi.withExtension(SalesSumDao.class, dao -> dao.head(storeId));
      boolean busy = seen > 0 && (head - seen) * NANOS > BUSY * (began - seenAt);
      seen = head;
      seenAt = began;
      more = !busy && !closed && sumSome();
    } catch (JdbiException e) {
      log.info("sales are not summed now: {}", e.toString());
    } finally {
      next(more ? System.nanoTime() - began : LOOK.toNanos());
    }
  }

  /** Brings the sums nearer to the end of the log; a failure only makes the reading longer. */
  void catchUp() {
    try {
      for (int i = 0; i < MOST_GROUPS && sumSome(); i++) {
        // the next thousand
      }
    } catch (JdbiException e) {
      log.info("sales are not summed now: {}", e.toString());
    }
  }

  /** Whether there may be more. */
  private boolean sumSome() {
    return jdbi.inTransaction(
        handle -> {
          SalesSumDao dao = handle.attach(SalesSumDao.class);
          long from = lockMark(dao);
          long head = dao.head(storeId);
          long to = Math.min(from + EVENTS, head);
          if (to > from) {
            dao.sum(storeId, from, to);
            dao.moveMark(storeId, to);
          }
          return to < head;
        });
  }

  /**
   * The last event that is summed; until the end of the transaction nobody else sums. Sums without
   * a mark, or of events that are not in the log, are sums of nobody knows what, and thrown away.
   */
  private long lockMark(SalesSumDao dao) {
    Optional<Long> found = dao.lockMark(storeId);
    if (found.isPresent() && found.get() <= dao.head(storeId)) {
      return found.get();
    }
    dao.insertMark(storeId);
    long mark = dao.lockMark(storeId).orElseThrow();
    if (found.isEmpty() && mark > 0) {
      return mark; // of another who began just now
    }
    return empty(dao);
  }

  private long empty(SalesSumDao dao) {
    dao.deleteMinutes(storeId);
    dao.deleteOperators(storeId);
    dao.deleteItems(storeId);
    dao.deleteMembers(storeId);
    dao.deleteTenders(storeId);
    dao.moveMark(storeId, 0);
    return 0;
  }

  /** Has the sums thrown away soon, and made anew from the first event on. */
  public void distrust() {
    try {
      summing.execute(this::throwAway);
    } catch (RejectedExecutionException e) {
      log.debug("the server is stopping");
    }
  }

  private void throwAway() {
    try {
      jdbi.useTransaction(
          handle -> {
            SalesSumDao dao = handle.attach(SalesSumDao.class);
            lockMark(dao);
            empty(dao);
          });
    } catch (JdbiException e) {
      log.info("sums of sales are made anew later: {}", e.toString());
    }
  }

  @Override
  public void close() {
    closed = true;
    Workers.interrupt(summing);
  }
}

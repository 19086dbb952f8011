package id.lajur.server.catalog;

import id.lajur.server.worker.Workers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often each item was sold, counted from the event log outside the posting. It is brought up to
 * date when somebody searches, so a shop in which nobody does pays nothing.
 */
public final class BestSellers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BestSellers.class);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int EVENTS = 1_000; // in one transaction

  private final DataSource pool;
  private final int storeId;
  private final AtomicLong nextAt = new AtomicLong(System.nanoTime());
  private volatile boolean closed;
  private final ExecutorService counting = Workers.one("best-sellers");

  public BestSellers(DataSource pool, int storeId) {
    this.pool = pool;
    this.storeId = storeId;
  }

  /** Has the counts brought up to date, if that was not done just now; does not wait for it. */
  void refresh() {
    long now = System.nanoTime();
    long due = nextAt.get();
    if (now - due >= 0 && nextAt.compareAndSet(due, now + FRESH.toNanos())) {
      try {
        counting.execute(this::count);
      } catch (RejectedExecutionException e) {
        log.debug("the server is stopping");
      }
    }
  }

  private void count() {
    try {
      while (!closed && countSome()) {
        // the next thousand
      }
    } catch (SQLException | RuntimeException e) {
      log.info("best sellers are not counted now: {}", e.toString());
    }
  }

  /** Whether there may be more. */
  private boolean countSome() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      long from = BestSellersDao.lockCursor(connection, storeId);
      long to = Math.min(from + EVENTS, BestSellersDao.head(connection, storeId));
      if (to > from) {
        BestSellersDao.count(connection, storeId, from, to);
      }
      connection.commit();
      return to == from + EVENTS;
    }
  }

  @Override
  public void close() {
    closed = true;
    Workers.finish(counting);
  }
}

package id.lajur.installer.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds a server's posting to so many events a second, as a slow disk would: it takes the lock on
 * the head of the event log, which every group of postings needs last, and lets the next group pass
 * only when its time has come.
 */
final class Brake implements AutoCloseable {
  private final DataSource pool;
  private final double perSecond;
  private final CountDownLatch released = new CountDownLatch(1);
  private final Thread thread = new Thread(this::hold, "brake");
  private volatile @Nullable SQLException failure;

  private Brake(DataSource pool, double perSecond) {
    this.pool = pool;
    this.perSecond = perSecond;
  }

  /** Brakes until it is closed. */
  static Brake on(DataSource pool, double perSecond) {
    Brake brake = new Brake(pool, perSecond);
    brake.thread.setDaemon(true);
    brake.thread.start();
    return brake;
  }

  private void hold() {
    try (Connection own = pool.getConnection()) {
      own.setAutoCommit(false);
      long began = System.nanoTime();
      long first = SoldDao.holdEventHead(own);
      boolean over = false;
      while (!over) {
        long passed = SoldDao.holdEventHead(own) - first;
        long dueNanos = (long) (passed / perSecond * 1e9) - (System.nanoTime() - began);
        over = released.await(Math.max(0, dueNanos), TimeUnit.NANOSECONDS);
        own.rollback(); // whoever has waited for the lock gets it before this asks again
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits while it holds. */
  void holdFor(Duration time) throws InterruptedException {
    thread.join(time.toMillis());
  }

  /**
   * Lets go.
   *
   * @throws SQLException it did not hold to the end
   */
  @Override
  public void close() throws SQLException {
    released.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    SQLException why = failure;
    if (why != null) {
      throw why;
    }
  }
}

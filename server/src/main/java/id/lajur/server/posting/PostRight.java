package id.lajur.server.posting;

import id.lajur.server.database.StartRefused;
import id.lajur.server.database.Statements;
import id.lajur.server.worker.Workers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to post: a lease in the database, by the database's clock, under a number (the fence)
 * that rises with each taking. While the lease lives no other server takes it; one that was passed
 * over finds its number gone from the event head at its next posting, and stops. The lease makes
 * servers wait for each other, the fence alone makes it safe.
 */
public final class PostRight implements AutoCloseable {
  /** How long a holder that died keeps the others waiting. */
  public static final Duration LEASE = Duration.ofSeconds(9);

  private static final Logger log = LoggerFactory.getLogger(PostRight.class);
  private static final int HOLDER_LIMIT = 64;

  /** One that ends later was given before the database's clock went back. */
  private static final Duration LONGEST = LEASE.multipliedBy(2);

  /** A holder that lives renews sooner, and then its lease ends as it should. */
  private static final Duration RENEWED_WITHIN = LEASE.dividedBy(2);

  private final DataSource pool;
  private final int storeId;
  private final long fence;
  private final Duration lease;
  private final ScheduledExecutorService renewing = Workers.one("post-lease");

  private PostRight(DataSource pool, int storeId, long fence, Duration lease) {
    this.pool = pool;
    this.storeId = storeId;
    this.fence = fence;
    this.lease = lease;
    long period = lease.toMillis() / 3;
    var unused =
        renewing.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
  }

  private record Held(long fence, String holder, long leftMicros) {}

  /**
   * Takes the right and keeps it until closed.
   *
   * @param holder name of this server, for the one who looks
   * @param alone the caller knows that no other server uses the database: the lease of one that was
   *     killed is not waited for
   * @throws StartRefused another server holds the right and renews it
   */
  public static PostRight take(
      DataSource pool, int storeId, String holder, boolean alone, Duration lease) {
    String name = holder.substring(0, Math.min(holder.length(), HOLDER_LIMIT));
    long begun = System.nanoTime();
    long deadline = begun + lease.multipliedBy(2).toNanos();
    long leftBefore = Long.MAX_VALUE;
    try {
      while (true) {
        boolean stale =
            leftBefore != Long.MAX_VALUE
                && leftBefore > LONGEST.toNanos() / 1_000
                && System.nanoTime() - begun > RENEWED_WITHIN.toNanos();
        Held held = takeOrSee(pool, storeId, name, alone || stale, lease);
        if (held.leftMicros() == 0) {
          return new PostRight(pool, storeId, held.fence(), lease);
        }
        // A lease that grew is that of a living server; one that shrinks may be a dead one's.
        if (held.leftMicros() > leftBefore || System.nanoTime() > deadline) {
          throw new StartRefused(
              "Another server ("
                  + held.holder()
                  + ") holds the right to post into this database; end it first");
        }
        if (leftBefore == Long.MAX_VALUE) {
          log.info(
              "waiting up to {} s for the lease of {}",
              held.leftMicros() / 1_000_000 + 1,
              held.holder());
        }
        leftBefore = held.leftMicros();
        TimeUnit.MICROSECONDS.sleep(Math.min(held.leftMicros() + 1_000, 200_000));
      }
    } catch (SQLException e) {
      throw new StartRefused("The right to post cannot be taken: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted", e);
    }
  }

  /** The lease taken (nothing left to wait), or whose it is and for how long. */
  private static Held takeOrSee(
      DataSource pool, int storeId, String holder, boolean alone, Duration lease)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Held held = lockLease(connection, storeId);
        if (held != null && held.leftMicros() > 0 && !alone) {
          connection.rollback();
          return held;
        }
        long fence = raiseFence(connection, storeId, holder);
        Statements.update(
            connection,
            """
            INSERT INTO post_lease (store_id, fence, holder, expires_at)
            VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND)
            ON DUPLICATE KEY UPDATE fence = VALUES(fence), holder = VALUES(holder),
                                    expires_at = VALUES(expires_at)""",
            holder,
            (row, name) ->
                row.number(storeId).number(fence).text(name).number(lease.toNanos() / 1_000));
        connection.commit();
        return new Held(fence, holder, 0);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static @Nullable Held lockLease(Connection connection, int storeId) throws SQLException {
    List<Held> found =
        Statements.query(
            connection,
            """
            SELECT fence, holder,
                   GREATEST(0, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), expires_at)) left_micros
              FROM post_lease WHERE store_id = ? FOR UPDATE""",
            storeId,
            (row, store) -> row.number(store),
            row -> new Held(row.getLong(1), row.getString(2), row.getLong(3)));
    return found.isEmpty() ? null : found.get(0);
  }

  private static long raiseFence(Connection connection, int storeId, String holder)
      throws SQLException {
    Statements.update(
        connection,
        "UPDATE event_head SET fence = fence + 1, holder = ? WHERE store_id = ?",
        holder,
        (row, name) -> row.text(name).number(storeId));
    return Statements.query(
            connection,
            "SELECT fence FROM event_head WHERE store_id = ?",
            storeId,
            (row, store) -> row.number(store),
            row -> row.getLong(1))
        .stream()
        .findFirst()
        .orElseThrow(() -> new StartRefused("The database holds no store"));
  }

  /** The number to post under. */
  public long fence() {
    return fence;
  }

  private void renew() {
    try {
      if (extend(lease) == 0) {
        log.error("another server has taken the right to post");
        renewing.shutdown();
      }
    } catch (SQLException | RuntimeException e) {
      log.warn("the lease of the right to post was not renewed: {}", e.toString());
    }
  }

  private int extend(Duration by) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return Statements.update(
          connection,
          """
          UPDATE post_lease SET expires_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
           WHERE store_id = ? AND fence = ?""",
          by,
          (row, length) -> row.number(length.toNanos() / 1_000).number(storeId).number(fence));
    }
  }

  /** Stops renewing without giving the lease back, as a server does that is cut off. */
  public void abandon() {
    renewing.shutdownNow();
  }

  /** Gives the lease back, so that the next server need not wait. */
  @Override
  public void close() {
    Workers.interrupt(renewing);
    try {
      extend(Duration.ZERO);
    } catch (SQLException | RuntimeException e) {
      log.info("the lease was not given back, it ends by itself: {}", e.toString());
    }
  }
}

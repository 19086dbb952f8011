package id.lajur.server.posting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a writer, kept from group to group: taking it from the pool and giving it
 * back would switch autocommit twice, each time by a round trip. Used by one thread.
 */
final class WriterConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WriterConnection.class);
  private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int VALID_SECONDS = 2;

  private final DataSource pool;
  private @Nullable Connection kept;
  private long usedAt;

  WriterConnection(DataSource pool) {
    this.pool = pool;
  }

  /** A connection in which no transaction is open, autocommit off. */
  Connection get() throws SQLException {
    Connection known = kept;
    if (known != null && System.nanoTime() - usedAt > TRUSTED_NANOS && !valid(known)) {
      drop();
      known = null;
    }
    if (known == null) {
      known = pool.getConnection();
      kept = known;
      known.setAutoCommit(false);
    }
    usedAt = System.nanoTime();
    return known;
  }

  /** Asking opens no transaction: the driver pings. */
  private static boolean valid(Connection connection) {
    try {
      return connection.isValid(VALID_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Undoes the open transaction after a failure; the next group gets a fresh connection. */
  void undo(Throwable failure) {
    try {
      if (kept != null) {
        kept.rollback();
      }
    } catch (SQLException suppressed) {
      failure.addSuppressed(suppressed);
    }
    drop();
  }

  private void drop() {
    Connection gone = kept;
    kept = null;
    try {
      if (gone != null) {
        gone.close();
      }
    } catch (SQLException e) {
      log.debug("closing a writer's connection", e);
    }
  }

  @Override
  public void close() {
    drop();
  }
}

package id.lajur.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Set;
import javax.sql.DataSource;

/** Short transactions of acts that are no postings. */
public final class Transactions {
  private static final int ATTEMPTS = 4;
  private static final Set<Integer> PASSING = Set.of(1213, 1205, 1020);

  private Transactions() {}

  /** What one transaction does; it may be done again, so it keeps nothing of an earlier call. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Does work in a transaction and commits it; again when it met a deadlock, waited too long for a
   * lock, or wrote what another did at the same moment.
   */
  public static <T> T repeat(DataSource pool, Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(pool, work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !passes(e)) {
          throw e;
        }
      }
    }
  }

  private static <T> T once(DataSource pool, Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.in(connection);
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static boolean passes(SQLException failure) {
    return failure instanceof SQLIntegrityConstraintViolationException
        || "40001".equals(failure.getSQLState())
        || PASSING.contains(failure.getErrorCode());
  }
}

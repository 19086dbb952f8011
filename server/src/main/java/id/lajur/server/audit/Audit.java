package id.lajur.server.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The independent judge: proves the store's promises from the rows alone, in one snapshot. It
 * shares no code with what wrote them; where the two agree, both are right or both were misled by
 * the same page.
 */
public final class Audit {
  private static final int EXAMPLES = 20;

  private Audit() {}

  /**
   * Looks at a whole database and changes nothing.
   *
   * @param connection its transaction, if it has begun one, is what is judged; else a snapshot of
   *     what is committed
   */
  public static AuditReport run(Connection connection) throws SQLException {
    return run(connection, promise -> {});
  }

  /** How many promises are looked at. */
  public static int promises() {
    return Promises.ALL.size() + 2;
  }

  /** Who hears of a run as it goes; what it throws ends the run. */
  public interface Listener {
    /**
     * A promise is looked at next.
     *
     * @param code by which screens find their words
     * @param name in English
     */
    void begun(String code, String name);

    void judged(AuditReport.Result result);
  }

  /**
   * As {@link #run(Connection)}.
   *
   * @param begun told each promise that is looked at next
   */
  public static AuditReport run(Connection connection, Consumer<String> begun) throws SQLException {
    return run(
        connection,
        new Listener() {
          @Override
          public void begun(String code, String name) {
            begun.accept(name);
          }

          @Override
          public void judged(AuditReport.Result result) {}
        });
  }

  /** As {@link #run(Connection)}. */
  public static AuditReport run(Connection connection, Listener listener) throws SQLException {
    boolean own = connection.getAutoCommit();
    if (own) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
      }
    }
    try {
      List<AuditReport.Result> results = new ArrayList<>();
      boolean sales = number(connection, "SELECT COUNT(*) FROM sale") > 0;
      for (Promise promise : Promises.ALL) {
        listener.begun(promise.code(), promise.name());
        tell(listener, results, judge(connection, promise, sales));
      }
      Chains chains = new Chains(connection);
      listener.begun(Chains.RECEIPT_CODE, Chains.RECEIPTS);
      tell(listener, results, chains.receipts());
      listener.begun(Chains.JOURNAL_CODE, Chains.JOURNAL);
      tell(listener, results, chains.journal());
      return new AuditReport(results);
    } finally {
      if (own) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("ROLLBACK");
        }
      }
    }
  }

  private static void tell(
      Listener listener, List<AuditReport.Result> results, AuditReport.Result result) {
    results.add(result);
    listener.judged(result);
  }

  private static AuditReport.Result judge(Connection connection, Promise promise, boolean sales)
      throws SQLException {
    long rows = number(connection, promise.rows());
    List<String> examples = new ArrayList<>();
    long differences = 0;
    // Not prepared: a pool keeps prepared statements, and with them the plan that was right
    // when the tables were small.
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(promise.differences())) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        if (++differences <= EXAMPLES) {
          StringBuilder words = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            words
                .append(i == 1 ? "" : ", ")
                .append(row.getMetaData().getColumnLabel(i))
                .append(' ')
                .append(row.getString(i));
          }
          examples.add(words.toString());
        }
      }
    }
    if (promise.needed() && sales && rows == 0) {
      differences++;
      examples.add("there are sales, but nothing to look at");
    }
    return new AuditReport.Result(promise.code(), promise.name(), rows, differences, examples);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

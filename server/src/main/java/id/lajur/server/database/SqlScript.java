package id.lajur.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts what a {@link DatabaseDump} has said into a database, a statement at a time. */
public final class SqlScript {
  private SqlScript() {}

  /**
   * Runs the statements of a dump.
   *
   * @param sql read to its end, not closed
   * @throws IOException unreadable, or it ends too early
   * @throws SQLException the database takes a statement not; those before it are done
   */
  public static void run(Connection connection, InputStream sql) throws IOException, SQLException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(sql, StandardCharsets.UTF_8), 1 << 16);
    StringBuilder one = new StringBuilder();
    String last = "";
    try (Statement statement = connection.createStatement()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.isEmpty() ? last : line;
        // The sandbox mark means something to the command line client alone.
        if (line.startsWith("--") || line.startsWith("/*M!999999")) {
          continue;
        }
        one.append(line).append('\n');
        if (line.endsWith(";")) {
          boolean unused = statement.execute(one.toString());
          one.setLength(0);
        }
      }
    }
    if (!last.startsWith(DatabaseDump.LAST_LINE)) {
      throw new IOException("the copy of the database ends too early");
    }
  }
}

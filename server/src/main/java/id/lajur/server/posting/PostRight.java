package id.lajur.server.posting;

import id.lajur.server.database.StartRefused;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The right to post: one server at a time holds it, by a number that rises with each taking. A
 * holder that was passed over finds its number gone from the event head at its next posting, and
 * stops.
 */
public final class PostRight {
  private PostRight() {}

  /**
   * Takes the right, from whoever had it.
   *
   * @param holder name of this server, for the one who looks
   * @return the fence to post under
   */
  public static long take(DataSource pool, int storeId, String holder) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      Statements.update(
          connection,
          "UPDATE event_head SET fence = fence + 1, holder = ? WHERE store_id = ?",
          holder,
          (row, name) -> row.text(name).number(storeId));
      long fence =
          Statements.query(
                  connection,
                  "SELECT fence FROM event_head WHERE store_id = ?",
                  storeId,
                  (row, store) -> row.number(store),
                  row -> row.getLong(1))
              .stream()
              .findFirst()
              .orElseThrow(() -> new StartRefused("The database holds no store"));
      connection.commit();
      return fence;
    } catch (SQLException e) {
      throw new StartRefused("The right to post cannot be taken: " + e.getMessage(), e);
    }
  }
}

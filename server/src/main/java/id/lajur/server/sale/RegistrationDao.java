package id.lajur.server.sale;

import id.lajur.server.database.Statements;
import id.lajur.server.people.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Whether a store was registered for tax. */
final class RegistrationDao {
  private RegistrationDao() {}

  /** At a moment; one that has never said so is. */
  static boolean registered(Connection connection, int storeId, Instant at) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT value FROM store_setting
             WHERE store_id = ? AND name = ? AND effective_at <= ?
             ORDER BY effective_at DESC LIMIT 1""",
            at,
            (row, moment) -> row.number(storeId).text(Setting.TAX_REGISTERED.key()).time(moment),
            row -> row.getString(1))
        .stream()
        .noneMatch(Setting.NO::equals);
  }
}

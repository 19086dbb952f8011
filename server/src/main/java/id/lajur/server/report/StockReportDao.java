package id.lajur.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * Stock as it lies, less what moved since: the moves after a date are read, not all those before.
 */
@RegisterRowMapper(StockReportDao.Rows.class)
interface StockReportDao {
  /** Items of all locations together that are not at nothing. */
  @SqlQuery(
      """
      SELECT i.code, i.name, d.code AS department_code, d.name AS department, u.unit,
             b.quantity_milli - COALESCE(later.quantity_milli, 0) AS quantity_milli,
             b.value_minor - COALESCE(later.value_minor, 0) AS value_minor
        FROM (SELECT s.item_id, SUM(s.quantity_milli) AS quantity_milli,
                     SUM(s.value_minor) AS value_minor
                FROM stock_balance s JOIN location l ON l.location_id = s.location_id
               WHERE l.store_id = :storeId GROUP BY s.item_id) b
        JOIN item i ON i.item_id = b.item_id
        JOIN department d ON d.department_id = i.department_id
        JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
        LEFT JOIN (SELECT m.item_id, SUM(m.quantity_milli) AS quantity_milli,
                          SUM(m.value_minor) AS value_minor
                     FROM posting p STRAIGHT_JOIN stock_move m ON m.posting_id = p.posting_id
                    WHERE p.store_id = :storeId AND p.business_date > :asOf
                    GROUP BY m.item_id) later ON later.item_id = b.item_id
       WHERE (:departmentId IS NULL OR i.department_id = :departmentId)
         AND (b.quantity_milli <> COALESCE(later.quantity_milli, 0)
              OR b.value_minor <> COALESCE(later.value_minor, 0))
       ORDER BY i.code""")
  List<StockRow> items(int storeId, LocalDate asOf, @Nullable Integer departmentId);

  final class Rows implements RowMapper<StockRow> {
    @Override
    public StockRow map(ResultSet row, StatementContext context) throws SQLException {
      return new StockRow(
          row.getString("code"),
          row.getString("name"),
          row.getString("department_code"),
          row.getString("department"),
          row.getString("unit"),
          row.getLong("quantity_milli"),
          1,
          row.getLong("value_minor"));
    }
  }
}

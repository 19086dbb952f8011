package id.lajur.server.live;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link SoldDao} reads of lines and tenders, as it is summed up to one event; tables of the
 * reports.
 */
final class SummedDao {
  private SummedDao() {}

  private record Span(int storeId, LocalDate from, LocalDate to) {
    static void bind(Statements.Row row, Span span) throws SQLException {
      row.number(span.storeId()).date(span.from()).date(span.to());
    }
  }

  private static final String SALES =
      "SUM(gross_minor - discount_minor - return_minor + tax_on_top_minor) AS sales";

  /** The last event whose sale is in the sums; empty where nobody knows. */
  static Optional<Long> mark(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT seq FROM projection WHERE store_id = ? AND name = 'sales'",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  static List<SoldDao.DepartmentRow> departments(Connection connection, int storeId, LocalDate date)
      throws SQLException {
    return Statements.query(
        connection,
        "SELECT business_date, minute, department_id, "
            + SALES
            + """
            , SUM(earned_net_minor) AS net, SUM(earned_cost_minor) AS cost
              FROM sales_by_minute WHERE store_id = ? AND business_date BETWEEN ? AND ?
             GROUP BY business_date, minute, department_id""",
        new Span(storeId, date, date),
        Span::bind,
        row ->
            new SoldDao.DepartmentRow(
                date(row),
                row.getLong("minute"),
                row.getInt("department_id"),
                row.getLong("sales"),
                row.getLong("net"),
                row.getLong("cost")));
  }

  static List<SoldDao.TenderRow> tenders(Connection connection, int storeId, LocalDate date)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT business_date, minute, kind, amount_minor FROM tenders_by_minute
         WHERE store_id = ? AND business_date BETWEEN ? AND ?""",
        new Span(storeId, date, date),
        Span::bind,
        row ->
            new SoldDao.TenderRow(
                date(row),
                row.getLong("minute"),
                row.getString("kind"),
                row.getLong("amount_minor")));
  }

  static List<SoldDao.ItemRow> items(Connection connection, int storeId, LocalDate date)
      throws SQLException {
    return Statements.query(
        connection,
        "SELECT business_date, item_id, MAX(goods) AS goods, SUM(quantity_milli) AS base_milli, "
            + SALES
            + """
              FROM sales_by_item WHERE store_id = ? AND business_date BETWEEN ? AND ?
             GROUP BY business_date, item_id""",
        new Span(storeId, date, date),
        Span::bind,
        row ->
            new SoldDao.ItemRow(
                date(row),
                row.getInt("item_id"),
                row.getBoolean("goods"),
                row.getLong("base_milli"),
                row.getLong("sales")));
  }

  /** As {@link GoodsDao#soldMilli}. */
  static Map<Integer, Long> soldMilli(
      Connection connection, int storeId, LocalDate from, LocalDate to) throws SQLException {
    Map<Integer, Long> sold = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT item_id, SUM(quantity_milli) AS base_milli FROM sales_by_item
         WHERE store_id = ? AND business_date BETWEEN ? AND ? AND goods
         GROUP BY item_id""",
        new Span(storeId, from, to),
        Span::bind,
        row -> sold.put(row.getInt("item_id"), row.getLong("base_milli")));
    return sold;
  }

  private static LocalDate date(ResultSet row) throws SQLException {
    return row.getObject("business_date", LocalDate.class);
  }
}

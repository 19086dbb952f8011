package id.lajur.server.live;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stock, what sells of it, and the names of things. */
final class GoodsDao {
  private GoodsDao() {}

  private record Span(int storeId, LocalDate from, LocalDate to) {
    static void bind(Statements.Row row, Span span) throws SQLException {
      row.number(span.storeId()).date(span.from()).date(span.to());
    }
  }

  /** What was sold of each of the goods on some dates, both included; base unit, by item. */
  static Map<Integer, Long> soldMilli(
      Connection connection, int storeId, LocalDate from, LocalDate to) throws SQLException {
    Map<Integer, Long> sold = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT item_id, SUM(ROUND(quantity_milli * factor_milli / 1000)) AS base_milli
          FROM sale_line
         WHERE store_id = ? AND business_date BETWEEN ? AND ? AND item_kind = 'GOODS'
         GROUP BY item_id""",
        new Span(storeId, from, to),
        Span::bind,
        row -> sold.put(row.getInt("item_id"), row.getLong("base_milli")));
    return sold;
  }

  /** On how many of some dates the store was open. */
  static int dates(Connection connection, int storeId, LocalDate from, LocalDate to)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT COUNT(*) FROM business_day
             WHERE store_id = ? AND business_date BETWEEN ? AND ?""",
            new Span(storeId, from, to),
            Span::bind,
            row -> row.getInt(1))
        .get(0);
  }

  /** Stock at all locations of a store, thousandths of the base unit, by item. */
  static Map<Integer, Long> stock(Connection connection, int storeId) throws SQLException {
    Map<Integer, Long> stock = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT b.item_id, SUM(b.quantity_milli) AS milli
          FROM stock_balance b JOIN location l ON l.location_id = b.location_id
         WHERE l.store_id = ? GROUP BY b.item_id""",
        storeId,
        (row, id) -> row.number(id),
        row -> stock.put(row.getInt("item_id"), row.getLong("milli")));
    return stock;
  }

  /** As {@link #stock}, of the items that some postings moved. */
  static Map<Integer, Long> movedStock(Connection connection, int storeId, List<UUID> postings)
      throws SQLException {
    List<Integer> items =
        Statements.queryKeys(
            connection,
            "SELECT DISTINCT item_id FROM stock_move WHERE posting_id IN (%s)",
            "?",
            postings,
            (row, id) -> row.id(id),
            row -> row.getInt(1));
    Map<Integer, Long> stock = new HashMap<>();
    Statements.queryKeys(
        connection,
        """
        SELECT b.item_id, SUM(b.quantity_milli) AS milli
          FROM stock_balance b
          JOIN location l ON l.location_id = b.location_id
          JOIN item i ON i.item_id = b.item_id AND i.store_id = l.store_id
         WHERE b.item_id IN (%s) GROUP BY b.item_id""",
        "?",
        items,
        (row, id) -> row.number(id),
        row -> stock.put(row.getInt("item_id"), row.getLong("milli")));
    return stock;
  }

  /** How an item is called, and its base unit. */
  record ItemName(String code, String name, String unit) {}

  static Map<Integer, ItemName> items(Connection connection, Collection<Integer> ids)
      throws SQLException {
    Map<Integer, ItemName> names = new HashMap<>();
    Statements.queryKeys(
        connection,
        """
        SELECT i.item_id, i.code, i.name, u.unit
          FROM item i JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0
         WHERE i.item_id IN (%s)""",
        "?",
        List.copyOf(ids),
        (row, id) -> row.number(id),
        row ->
            names.put(
                row.getInt("item_id"),
                new ItemName(row.getString("code"), row.getString("name"), row.getString("unit"))));
    return names;
  }

  /** Code and name of a department. */
  record DepartmentName(String code, String name) {}

  static Map<Integer, DepartmentName> departments(Connection connection, int storeId)
      throws SQLException {
    Map<Integer, DepartmentName> names = new HashMap<>();
    Statements.query(
        connection,
        "SELECT department_id, code, name FROM department WHERE store_id = ?",
        storeId,
        (row, id) -> row.number(id),
        row ->
            names.put(
                row.getInt("department_id"),
                new DepartmentName(row.getString("code"), row.getString("name"))));
    return names;
  }

  /** Names of the tenders by kind, in the order of the store. */
  static Map<String, String> tenders(Connection connection, int storeId) throws SQLException {
    Map<String, String> names = new LinkedHashMap<>();
    Statements.query(
        connection,
        "SELECT code, name FROM tender_kind WHERE store_id = ? ORDER BY sort_order, code",
        storeId,
        (row, id) -> row.number(id),
        row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }

  /** The tender that change is given in, empty when the store takes no cash. */
  static String changeKind(Connection connection, int storeId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT code FROM tender_kind WHERE store_id = ? AND cash
             ORDER BY gives_change DESC, sort_order, code LIMIT 1""",
            storeId,
            (row, id) -> row.number(id),
            row -> row.getString("code"))
        .stream()
        .findFirst()
        .orElse("");
  }
}

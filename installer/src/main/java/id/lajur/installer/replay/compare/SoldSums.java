package id.lajur.installer.replay.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Sums of what a store sold on a business date, by SQL alone. */
final class SoldSums {
  private static final String SALES =
      """
      SELECT t.code, COUNT(*), SUM(s.tax_minor), SUM(s.tax_on_top_minor)
        FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id
       WHERE s.store_id = 1 AND s.business_date = ? GROUP BY t.code""";

  private static final String LINES =
      """
      SELECT t.code, i.code, IF(l.reason = 'void without its line', 'VOID', l.kind) AS line_kind,
             COUNT(*), SUM(l.quantity_milli), SUM(l.total_minor), SUM(l.discount_minor)
        FROM sale_line l
        JOIN terminal t ON t.terminal_id = l.terminal_id
        JOIN item i ON i.item_id = l.item_id
       WHERE l.business_date = ? GROUP BY t.code, i.code, line_kind""";

  /** A removed line is two lines of the file: itself, and the one that takes it back. */
  private static final String REMOVED =
      """
      SELECT r.code, r.item, IF(r.kind = 'LINE', 'SALE', r.kind) AS line_kind, COUNT(*),
             SUM(r.quantity_milli),
             SUM(ROUND(r.quantity_milli * r.price / 1000 / CAST(? AS SIGNED))
                   * CAST(? AS SIGNED) - r.discount)
        FROM (SELECT t.code, i.code AS item, e.kind, e.quantity_milli,
                     COALESCE((SELECT o.price_minor FROM basket_entry o
                                WHERE o.basket_id = e.basket_id AND o.kind = 'OVERRIDE'
                                  AND o.line_id = e.seq ORDER BY o.seq DESC LIMIT 1),
                              e.price_minor) AS price,
                     COALESCE((SELECT d.amount_minor FROM basket_entry d
                                WHERE d.basket_id = e.basket_id AND d.kind = 'LINE_DISCOUNT'
                                  AND d.line_id = e.seq ORDER BY d.seq DESC LIMIT 1), 0) AS discount
                FROM sale s
                JOIN terminal t ON t.terminal_id = s.terminal_id
                JOIN basket_entry v ON v.basket_id = s.basket_id AND v.kind = 'VOID_LINE'
                JOIN basket_entry e ON e.basket_id = v.basket_id AND e.seq = v.line_id
                JOIN item i ON i.item_id = e.item_id
               WHERE s.store_id = 1 AND s.business_date = ?) r
       GROUP BY r.code, r.item, line_kind""";

  private static final String DISCOUNTS =
      """
      SELECT t.code, d.source = 'COUPON', SUM(d.amount_minor)
        FROM sale s
        JOIN terminal t ON t.terminal_id = s.terminal_id
        JOIN sale_discount d ON d.sale_id = s.sale_id AND d.line_no IS NULL
       WHERE s.store_id = 1 AND s.business_date = ? GROUP BY t.code, d.source = 'COUPON'""";

  private static final String TENDERS =
      """
      SELECT t.code, d.kind, SUM(d.amount_minor)
        FROM sale s
        JOIN terminal t ON t.terminal_id = s.terminal_id
        JOIN sale_tender d ON d.sale_id = s.sale_id
       WHERE s.store_id = 1 AND s.business_date = ? GROUP BY t.code, d.kind""";

  private static final String CASH =
      """
      SELECT t.code, SUM(m.amount_minor)
        FROM sale s
        JOIN terminal t ON t.terminal_id = s.terminal_id
        JOIN till_move m ON m.posting_id = s.sale_id
       WHERE s.store_id = 1 AND s.business_date = ? GROUP BY t.code""";

  private final Connection connection;
  private final int unitMinor;
  private final boolean totals;

  /**
   * @param totals whether tenders, ticket discounts and tax were recorded
   */
  SoldSums(Connection connection, int unitMinor, boolean totals) {
    this.connection = connection;
    this.unitMinor = unitMinor;
    this.totals = totals;
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row, Sums sums) throws SQLException;
  }

  /** Sums by lane of one business date. */
  Map<String, Sums> day(String date) throws SQLException {
    Map<String, Sums> byLane = new TreeMap<>();
    query(
        byLane,
        SALES,
        (row, sums) -> {
          sums.add("tickets", row.getLong(2));
          if (totals) {
            sums.add("tax", row.getLong(3));
          } else {
            sums.add("cash in the till", -row.getLong(4));
            sums.add("tax on top", row.getLong(4));
            sums.add("tax of the store", row.getLong(3));
          }
        },
        date);
    query(byLane, LINES, (row, sums) -> line(row, sums, 1, row.getString(3)), date);
    query(byLane, LINES, (row, sums) -> sums.add("line discounts", row.getLong(7)), date);
    String unit = Integer.toString(unitMinor);
    query(
        byLane,
        REMOVED,
        (row, sums) -> {
          line(row, sums, 1, row.getString(3));
          line(row, sums, -1, "VOID");
        },
        unit,
        unit,
        date);
    if (totals) {
      query(
          byLane,
          DISCOUNTS,
          (row, sums) ->
              sums.add(row.getBoolean(2) ? "coupons" : "ticket discounts", row.getLong(3)),
          date);
      query(
          byLane,
          TENDERS,
          (row, sums) -> sums.add("tender " + row.getString(2), row.getLong(3)),
          date);
    }
    query(byLane, CASH, (row, sums) -> sums.add("cash in the till", row.getLong(2)), date);
    return byLane;
  }

  private static void line(ResultSet row, Sums sums, int sign, String kind) throws SQLException {
    sums.add("lines of " + kind, row.getLong(4));
    sums.add("quantity of " + kind, sign * row.getLong(5));
    sums.add("amount of " + kind, sign * row.getLong(6));
    sums.add("quantity of item " + row.getString(2), sign * row.getLong(5));
  }

  private void query(Map<String, Sums> byLane, String sql, Row read, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          read.read(row, byLane.computeIfAbsent(row.getString(1), code -> new Sums()));
        }
      }
    }
  }
}

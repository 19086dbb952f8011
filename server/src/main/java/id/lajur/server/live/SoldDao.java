package id.lajur.server.live;

import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sums of sales: of a whole business date when the monitor begins, of those that came since
 * afterwards, by the same statements.
 */
final class SoldDao {
  private SoldDao() {}

  /**
   * Which sales.
   *
   * @param ids null = all of the date
   */
  record Which(int storeId, LocalDate date, @Nullable List<UUID> ids) {}

  /** What customers paid for, by minute and lane. */
  record TicketRow(
      LocalDate date,
      long minute,
      int terminalId,
      UUID shiftId,
      long tickets,
      long salesMinor,
      long roundingMinor,
      long changeMinor) {}

  /**
   * What was sold of a department in a minute.
   *
   * @param salesMinor the departments sum up to the totals
   * @param netMinor of goods and services, without tax
   * @param costMinor of goods and services
   */
  record DepartmentRow(
      LocalDate date,
      long minute,
      int departmentId,
      long salesMinor,
      long netMinor,
      long costMinor) {}

  /** What was tendered, change not taken off. */
  record TenderRow(LocalDate date, long minute, String kind, long amountMinor) {}

  /** What was sold of an item. */
  record ItemRow(LocalDate date, int itemId, boolean goods, long baseMilli, long salesMinor) {}

  /** One receipt of a list. */
  record ReceiptRow(
      UUID saleId,
      LocalDate date,
      String number,
      String terminal,
      Instant soldAt,
      String operatorNumber,
      String operatorName,
      int lineCount,
      long totalMinor,
      long partMinor,
      long costMinor) {}

  private static final String WHICH = "{which}";
  private static final String MINUTE = "TIMESTAMPDIFF(MINUTE, '1970-01-01', s.sold_at)";

  /** What a line brings, tax in: the lines of a sale sum up to its total. */
  static final String LINE_MINOR =
      "(l.total_minor - l.basket_discount_minor + IF(x.mode = 'EXCLUSIVE', l.tax_minor, 0))";

  static final String LINES =
      """
      sale s JOIN sale_line l ON l.sale_id = s.sale_id
        LEFT JOIN sale_tax x ON x.sale_id = l.sale_id AND x.tax_class_id = l.tax_class_id
      """;

  /** Of a whole date it is read from the key {@code heads} alone, which has all that it names. */
  static final String TICKETS =
      "SELECT s.business_date, "
          + MINUTE
          + """
           AS minute, s.terminal_id, s.shift_id, COUNT(*) AS tickets,
                 SUM(s.total_minor) AS sales, SUM(s.rounding_minor) AS rounding,
                 SUM(s.change_minor) AS change_given
            FROM sale s WHERE {which}
           GROUP BY s.business_date, minute, s.terminal_id, s.shift_id""";

  static List<TicketRow> tickets(Connection connection, Which which) throws SQLException {
    return query(
        connection,
        TICKETS,
        which,
        row ->
            new TicketRow(
                date(row),
                row.getLong("minute"),
                row.getInt("terminal_id"),
                Statements.id(row, "shift_id"),
                row.getLong("tickets"),
                row.getLong("sales"),
                row.getLong("rounding"),
                row.getLong("change_given")));
  }

  static List<DepartmentRow> departments(Connection connection, Which which) throws SQLException {
    String earning = "IF(l.item_kind IN ('GOODS', 'SERVICE'), %s, 0)";
    return query(
        connection,
        "SELECT s.business_date, "
            + MINUTE
            + " AS minute, l.department_id, SUM("
            + LINE_MINOR
            + ") AS sales, SUM("
            + earning.formatted(LINE_MINOR + " - l.tax_minor")
            + ") AS net, SUM("
            + earning.formatted("l.cost_minor")
            + ") AS cost FROM "
            + LINES
            + " WHERE {which} GROUP BY s.business_date, minute, l.department_id",
        which,
        row ->
            new DepartmentRow(
                date(row),
                row.getLong("minute"),
                row.getInt("department_id"),
                row.getLong("sales"),
                row.getLong("net"),
                row.getLong("cost")));
  }

  static List<TenderRow> tenders(Connection connection, Which which) throws SQLException {
    return query(
        connection,
        "SELECT s.business_date, "
            + MINUTE
            + """
             AS minute, t.kind, SUM(t.amount_minor) AS amount
              FROM sale s JOIN sale_tender t ON t.sale_id = s.sale_id WHERE {which}
             GROUP BY s.business_date, minute, t.kind""",
        which,
        row ->
            new TenderRow(
                date(row), row.getLong("minute"), row.getString("kind"), row.getLong("amount")));
  }

  static List<ItemRow> items(Connection connection, Which which) throws SQLException {
    return query(
        connection,
        """
        SELECT s.business_date, l.item_id, MAX(l.item_kind = 'GOODS') AS goods,
               SUM(ROUND(l.quantity_milli * l.factor_milli / 1000)) AS base_milli, SUM("""
            + LINE_MINOR
            + ") AS sales FROM "
            + LINES
            + " WHERE {which} GROUP BY s.business_date, l.item_id",
        which,
        row ->
            new ItemRow(
                date(row),
                row.getInt("item_id"),
                row.getBoolean("goods"),
                row.getLong("base_milli"),
                row.getLong("sales")));
  }

  private static final String RECEIPT =
      """
      SELECT s.sale_id, s.business_date, t.code AS terminal, s.series, s.number, s.sold_at,
             o.number AS operator_number, o.name AS operator, s.line_count, s.total_minor,
             s.total_minor AS part, s.cost_minor
        FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id
        JOIN operator o ON o.operator_id = s.operator_id
       WHERE {which} ORDER BY s.sale_id DESC LIMIT\s""";

  /** The receipts that were posted last, the newest first. */
  static List<ReceiptRow> receipts(Connection connection, Which which, int most)
      throws SQLException {
    return query(connection, RECEIPT + most, which, SoldDao::receipt);
  }

  static ReceiptRow receipt(ResultSet row) throws SQLException {
    return new ReceiptRow(
        Statements.id(row, "sale_id"),
        date(row),
        ReceiptsProof.number(
            row.getString("terminal"), row.getString("series"), row.getLong("number")),
        row.getString("terminal"),
        Statements.time(row, "sold_at"),
        row.getString("operator_number"),
        row.getString("operator"),
        row.getInt("line_count"),
        row.getLong("total_minor"),
        row.getLong("part"),
        row.getLong("cost_minor"));
  }

  /** Number and sum of a shift's receipts so far. */
  record ShiftSum(long tickets, long salesMinor) {}

  /** Of the open shifts of any other date: a sale is of the date of its shift. */
  static Map<UUID, ShiftSum> openShiftsBeside(Connection connection, int storeId, LocalDate date)
      throws SQLException {
    Map<UUID, ShiftSum> found = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT h.shift_id, COUNT(s.sale_id) AS tickets, COALESCE(SUM(s.total_minor), 0) AS sales
          FROM shift h LEFT JOIN sale s ON s.shift_id = h.shift_id
         WHERE h.store_id = ? AND h.closed_at IS NULL AND h.business_date <> ?
         GROUP BY h.shift_id""",
        date,
        (row, but) -> row.number(storeId).date(but),
        row ->
            found.put(
                Statements.id(row, "shift_id"),
                new ShiftSum(row.getLong("tickets"), row.getLong("sales"))));
    return found;
  }

  private static LocalDate date(ResultSet row) throws SQLException {
    return row.getObject("business_date", LocalDate.class);
  }

  private static <T> List<T> query(
      Connection connection, String sql, Which which, Statements.Reader<T> reader)
      throws SQLException {
    List<UUID> ids = which.ids();
    if (ids != null) {
      return Statements.queryKeys(
          connection,
          sql.replace(WHICH, "s.sale_id IN (%s)"),
          "?",
          ids,
          (row, id) -> row.id(id),
          reader);
    }
    return new ArrayList<>(
        Statements.query(
            connection,
            sql.replace(WHICH, "s.store_id = ? AND s.business_date = ?"),
            which,
            (row, all) -> row.number(all.storeId()).date(all.date()),
            reader));
  }
}

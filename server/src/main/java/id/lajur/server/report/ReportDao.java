package id.lajur.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Sales as they are frozen. It goes by the sales of the dates to their lines, which lie beside each
 * other, or by date and item to the lines of one item: no report of a day reads the lines of
 * another. Rows of sales come in no order.
 */
@RegisterRowMapper(ReportDao.Rows.class)
@RegisterConstructorMapper(ReportDao.TenderSum.class)
@RegisterConstructorMapper(ReportDao.Heads.class)
@RegisterConstructorMapper(ReportDao.TaxSum.class)
interface ReportDao {
  /** What lines add up to; sums and lines give the same. */
  String PARTS =
      """
      SUM(IF(l.weighed, SIGN(l.quantity_milli) * 1000,
             ROUND(l.quantity_milli * l.factor_milli / 1000))) AS pieces_milli,
      SUM(IF(l.kind = 'SALE', l.total_minor, 0) + l.discount_minor) AS gross_minor,
      SUM(l.discount_minor + l.basket_discount_minor) AS discount_minor,
      SUM(IF(l.kind = 'SALE', 0, -l.total_minor)) AS return_minor,
      SUM(IF(t.mode = 'EXCLUSIVE', l.tax_minor, 0)) AS tax_on_top_minor,
      SUM(l.tax_minor) AS tax_minor,
      SUM(IF(l.item_kind IN ('DEPOSIT', 'LIABILITY'), l.taxable_minor, 0)) AS deposit_minor,
      SUM(l.cost_minor) AS cost_minor
      """;

  String FIGURES =
      """
      COUNT(DISTINCT l.sale_id) AS tickets,
      SUM(ROUND(l.quantity_milli * l.factor_milli / 1000)) AS quantity_milli,
      """
          + PARTS;

  /** All sales of the dates and their lines. */
  String ALL = "sale s STRAIGHT_JOIN sale_line l ON l.sale_id = s.sale_id";

  /**
   * Lines of one item and their sales; the key has date and item. It is forced, as the database
   * counts what share of all dates is asked for and would read every line for half of them.
   */
  String OF_ITEM =
      """
      sale_line l FORCE INDEX (business_date)
      STRAIGHT_JOIN sale s
         ON l.item_id = :itemId AND l.business_date BETWEEN :from AND :to
            AND s.sale_id = l.sale_id""";

  /** Sales of the events after which nothing is summed, and their lines. */
  String UNSUMMED =
      """
      event e
      STRAIGHT_JOIN sale s
         ON e.store_id = :storeId AND e.seq > :summed AND s.sale_id = e.document_id
      STRAIGHT_JOIN sale_line l ON l.sale_id = s.sale_id""";

  String LINES =
      """
        FROM <lines>
        STRAIGHT_JOIN sale_tax t ON t.sale_id = l.sale_id AND t.tax_class_id = l.tax_class_id
       WHERE s.store_id = :storeId AND s.business_date BETWEEN :from AND :to
         AND (:terminalId IS NULL OR s.terminal_id = :terminalId)
         AND (:departmentId IS NULL OR l.department_id = :departmentId)
         AND (:itemId IS NULL OR l.item_id = :itemId)
      """;

  /** By quarters of an hour since 1970, so that they add up to hours in any zone. */
  @SqlQuery(
      "SELECT FLOOR(UNIX_TIMESTAMP(s.sold_at) / 900) AS code, '' AS name, '' AS department,"
          + " '' AS unit, "
          + FIGURES
          + LINES
          + " GROUP BY FLOOR(UNIX_TIMESTAMP(s.sold_at) / 900)")
  List<SalesRow> byQuarter(@Define String lines, @BindMethods Selection selection);

  @SqlQuery(
      "SELECT s.business_date AS code, '' AS name, '' AS department, '' AS unit, "
          + FIGURES
          + LINES
          + " GROUP BY s.business_date")
  List<SalesRow> byDay(@Define String lines, @BindMethods Selection selection);

  @SqlQuery(
      "SELECT d.code, d.name, '' AS department, '' AS unit, f.* FROM (SELECT l.department_id, "
          + FIGURES
          + LINES
          + " GROUP BY l.department_id) f"
          + " JOIN department d ON d.department_id = f.department_id")
  List<SalesRow> byDepartment(@Define String lines, @BindMethods Selection selection);

  @SqlQuery(
      "SELECT i.code, i.name, d.name AS department, u.unit, f.* FROM (SELECT l.item_id, "
          + FIGURES
          + LINES
          + " GROUP BY l.item_id) f"
          + " JOIN item i ON i.item_id = f.item_id"
          + " JOIN department d ON d.department_id = i.department_id"
          + " JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0")
  List<SalesRow> byItem(@Define String lines, @BindMethods Selection selection);

  @SqlQuery(
      "SELECT o.number AS code, o.name, '' AS department, '' AS unit, f.*"
          + " FROM (SELECT s.operator_id, "
          + FIGURES
          + LINES
          + " GROUP BY s.operator_id) f"
          + " JOIN operator o ON o.operator_id = f.operator_id")
  List<SalesRow> byOperator(@Define String lines, @BindMethods Selection selection);

  @SqlQuery(
      "SELECT k.code, k.name, '' AS department, '' AS unit, f.* FROM (SELECT s.terminal_id, "
          + FIGURES
          + LINES
          + " GROUP BY s.terminal_id) f"
          + " JOIN terminal k ON k.terminal_id = f.terminal_id")
  List<SalesRow> byTerminal(@Define String lines, @BindMethods Selection selection);

  /** Those of nobody without a number. */
  @SqlQuery(
      "SELECT COALESCE(m.number, '') AS code, COALESCE(m.name, '') AS name, '' AS department,"
          + " '' AS unit, f.*"
          + " FROM (SELECT s.member_id, "
          + FIGURES
          + LINES
          + " GROUP BY s.member_id) f"
          + " LEFT JOIN member m ON m.member_id = f.member_id")
  List<SalesRow> byMember(@Define String lines, @BindMethods Selection selection);

  /** Sales that hold such lines, each counted once. */
  @SqlQuery("SELECT COUNT(DISTINCT l.sale_id)" + LINES)
  long tickets(@Define String lines, @BindMethods Selection selection);

  /** What the heads of whole sales say. */
  record Heads(
      long tickets, long totalMinor, long taxMinor, long changeMinor, long roundingMinor) {}

  @SqlQuery(
      """
      SELECT COUNT(*) AS tickets, COALESCE(SUM(s.total_minor), 0) AS total_minor,
             COALESCE(SUM(s.tax_minor), 0) AS tax_minor,
             COALESCE(SUM(s.change_minor), 0) AS change_minor,
             COALESCE(SUM(s.rounding_minor), 0) AS rounding_minor
        FROM sale s
       WHERE s.store_id = :storeId AND s.business_date BETWEEN :from AND :to
         AND (:terminalId IS NULL OR s.terminal_id = :terminalId)""")
  Heads heads(@BindMethods Selection selection);

  /** Those of them whose shift was counted without them. */
  @SqlQuery(
      """
      SELECT COUNT(*) AS tickets, COALESCE(SUM(s.total_minor), 0) AS total_minor,
             COALESCE(SUM(s.tax_minor), 0) AS tax_minor,
             COALESCE(SUM(s.change_minor), 0) AS change_minor,
             COALESCE(SUM(s.rounding_minor), 0) AS rounding_minor
        FROM sale s
        STRAIGHT_JOIN emergency_receipt e ON e.terminal_id = s.terminal_id AND e.number = s.number
       WHERE s.store_id = :storeId AND s.business_date BETWEEN :from AND :to
         AND (:terminalId IS NULL OR s.terminal_id = :terminalId)
         AND s.series = 'E' AND e.late""")
  Heads lateHeads(@BindMethods Selection selection);

  /** One kind of tender; its kind may have gone from the store's list. */
  record TenderSum(String kind, String name, long count, long takenMinor, long givenBackMinor) {}

  @SqlQuery(
      """
      SELECT f.kind, COALESCE(k.name, f.kind) AS name, f.count, f.taken_minor, f.given_back_minor
        FROM (SELECT p.kind, COUNT(*) AS count,
                     SUM(GREATEST(p.amount_minor, 0)) AS taken_minor,
                     SUM(GREATEST(-p.amount_minor, 0)) AS given_back_minor
                FROM sale s STRAIGHT_JOIN sale_tender p ON p.sale_id = s.sale_id
               WHERE s.store_id = :storeId AND s.business_date BETWEEN :from AND :to
                 AND (:terminalId IS NULL OR s.terminal_id = :terminalId)
               GROUP BY p.kind) f
        LEFT JOIN tender_kind k ON k.store_id = :storeId AND k.code = f.kind
       ORDER BY k.sort_order, f.kind""")
  List<TenderSum> tenders(@BindMethods Selection selection);

  /**
   * One class at one rate.
   *
   * @param mode NONE, INCLUSIVE or EXCLUSIVE
   */
  record TaxSum(
      String taxClass,
      String name,
      String mode,
      int rateMicro,
      int baseNumerator,
      int baseDenominator,
      long tickets,
      long taxableMinor,
      long taxMinor) {}

  @SqlQuery(
      """
      SELECT c.code AS tax_class, c.name, f.*
        FROM (SELECT t.tax_class_id, t.mode, t.rate_micro, t.base_numerator, t.base_denominator,
                     COUNT(*) AS tickets, SUM(t.taxable_minor) AS taxable_minor,
                     SUM(t.tax_minor) AS tax_minor
                FROM sale s STRAIGHT_JOIN sale_tax t ON t.sale_id = s.sale_id
               WHERE s.store_id = :storeId AND s.business_date BETWEEN :from AND :to
                 AND (:terminalId IS NULL OR s.terminal_id = :terminalId)
               GROUP BY t.tax_class_id, t.mode, t.rate_micro, t.base_numerator,
                        t.base_denominator) f
        JOIN tax_class c ON c.tax_class_id = f.tax_class_id
       ORDER BY c.code, f.rate_micro, f.mode, f.base_numerator, f.base_denominator""")
  List<TaxSum> taxes(@BindMethods Selection selection);

  @SqlQuery("SELECT terminal_id FROM terminal WHERE store_id = :storeId AND code = :code")
  Optional<Integer> terminal(int storeId, String code);

  @SqlQuery("SELECT department_id FROM department WHERE store_id = :storeId AND code = :code")
  Optional<Integer> department(int storeId, String code);

  @SqlQuery("SELECT item_id FROM item WHERE store_id = :storeId AND code = :code")
  Optional<Integer> item(int storeId, String code);

  @SqlQuery(
      """
      SELECT u.unit FROM item_unit u WHERE u.item_id = :itemId AND u.unit_no = 0""")
  String baseUnit(int itemId);

  @SqlQuery("SELECT amount_unit_minor FROM store WHERE store_id = :storeId")
  long amountUnitMinor(int storeId);

  /** Rows of {@link #FIGURES}, written out: one that finds its way by names is slow for 50,000. */
  final class Rows implements RowMapper<SalesRow> {
    @Override
    public SalesRow map(ResultSet row, StatementContext context) throws SQLException {
      return new SalesRow(
          row.getString("code"),
          row.getString("name"),
          row.getString("department"),
          row.getString("unit"),
          row.getLong("quantity_milli"),
          new SalesFigures(
              row.getLong("tickets"),
              row.getLong("pieces_milli"),
              row.getLong("gross_minor"),
              row.getLong("discount_minor"),
              row.getLong("return_minor"),
              row.getLong("tax_on_top_minor"),
              row.getLong("tax_minor"),
              row.getLong("deposit_minor"),
              row.getLong("cost_minor")));
    }
  }
}

package id.lajur.server.report;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sales as they are summed, and up to which event they are. Rows come in no order. */
@RegisterRowMapper(ReportDao.Rows.class)
interface SalesSumDao extends SqlObject {
  @SqlUpdate("INSERT IGNORE INTO projection (store_id, name, seq) VALUES (:storeId, 'sales', 0)")
  void insertMark(int storeId);

  /** Empty where the sums are of nobody knows which events. */
  @SqlQuery(
      """
      SELECT p.seq FROM projection p
        JOIN event_head h ON h.store_id = p.store_id AND h.seq >= p.seq
       WHERE p.store_id = :storeId AND p.name = 'sales'""")
  Optional<Long> mark(int storeId);

  /** The last event that is summed; whoever else sums waits, no posting does. */
  @SqlQuery("SELECT seq FROM projection WHERE store_id = :storeId AND name = 'sales' FOR UPDATE")
  Optional<Long> lockMark(int storeId);

  @SqlUpdate("UPDATE projection SET seq = :seq WHERE store_id = :storeId AND name = 'sales'")
  void moveMark(int storeId, long seq);

  @SqlQuery("SELECT seq FROM event_head WHERE store_id = :storeId")
  long head(int storeId);

  String SALES_OF_EVENTS =
      """
        FROM event e
        STRAIGHT_JOIN sale s ON s.sale_id = e.document_id
        STRAIGHT_JOIN sale_line l ON l.sale_id = s.sale_id
        STRAIGHT_JOIN sale_tax t ON t.sale_id = l.sale_id AND t.tax_class_id = l.tax_class_id
       WHERE e.store_id = :storeId AND e.seq > :from AND e.seq <= :to
      """;

  /**
   * The columns that all tables by department have, the last as {@link ReportDao#PARTS} gives them.
   */
  String NAMES =
      """
      tickets, first_tickets, pieces_milli, gross_minor, discount_minor, return_minor,
      tax_on_top_minor, tax_minor, deposit_minor, cost_minor""";

  /** Those of members: without departments each sale is counted once in any case. */
  String MEMBER_NAMES = NAMES.replace("first_tickets, ", "");

  /** For {@code ON DUPLICATE KEY}: the table is named, as lines have columns of such names. */
  private static String added(String table, String columns) {
    return String.join(
        ", ",
        List.of(columns.split(",\\s*")).stream()
            .map(column -> "%2$s = %1$s.%2$s + VALUES(%2$s)".formatted(table, column.strip()))
            .toList());
  }

  /** Adds the sales of the events after {@code from} up to {@code to}. */
  default void sum(int storeId, long from, long to) {
    String byMinute =
        "INSERT INTO sales_by_minute (store_id, business_date, minute, department_id, "
            + NAMES
            + ", earned_net_minor, earned_cost_minor)"
            + """
            SELECT s.store_id, s.business_date,
                   TIMESTAMPDIFF(MINUTE, '1970-01-01', s.sold_at) AS sold_minute, l.department_id,
                   COUNT(DISTINCT l.sale_id), SUM(l.line_no = 1),\s"""
            + ReportDao.PARTS
            + """
            , SUM(IF(l.item_kind IN ('GOODS', 'SERVICE'),
                     l.total_minor - l.basket_discount_minor
                       - IF(t.mode = 'EXCLUSIVE', 0, l.tax_minor), 0)),
              SUM(IF(l.item_kind IN ('GOODS', 'SERVICE'), l.cost_minor, 0))
            """
            + SALES_OF_EVENTS
            + " GROUP BY s.store_id, s.business_date, sold_minute, l.department_id"
            + " ON DUPLICATE KEY UPDATE "
            + added("sales_by_minute", NAMES + ", earned_net_minor, earned_cost_minor");
    String byOperator =
        "INSERT INTO sales_by_operator (store_id, business_date, terminal_id, operator_id,"
            + " department_id, "
            + NAMES
            + ") SELECT s.store_id, s.business_date, s.terminal_id, s.operator_id,"
            + " l.department_id, COUNT(DISTINCT l.sale_id), SUM(l.line_no = 1), "
            + ReportDao.PARTS
            + SALES_OF_EVENTS
            + " GROUP BY s.store_id, s.business_date, s.terminal_id, s.operator_id,"
            + " l.department_id ON DUPLICATE KEY UPDATE "
            + added("sales_by_operator", NAMES);
    String byItem =
        "INSERT INTO sales_by_item (store_id, business_date, item_id, department_id, goods,"
            + " quantity_milli, "
            + NAMES
            + """
            ) SELECT s.store_id, s.business_date, l.item_id, l.department_id,
                     MAX(l.item_kind = 'GOODS'),
                     SUM(ROUND(l.quantity_milli * l.factor_milli / 1000)),
                     COUNT(DISTINCT l.sale_id),
                     SUM(NOT EXISTS (SELECT 1 FROM sale_line b
                                      WHERE b.sale_id = l.sale_id AND b.line_no < l.line_no
                                        AND b.item_id = l.item_id)),\s"""
            + ReportDao.PARTS
            + SALES_OF_EVENTS
            + " GROUP BY s.store_id, s.business_date, l.item_id, l.department_id"
            + " ON DUPLICATE KEY UPDATE goods = GREATEST(sales_by_item.goods, VALUES(goods)), "
            + added("sales_by_item", NAMES + ", quantity_milli");
    String byMember =
        "INSERT INTO sales_by_member (store_id, business_date, terminal_id, member_id, "
            + MEMBER_NAMES
            + ") SELECT s.store_id, s.business_date, s.terminal_id,"
            + " COALESCE(s.member_id, 0) AS buyer, COUNT(DISTINCT l.sale_id), "
            + ReportDao.PARTS
            + SALES_OF_EVENTS
            + " GROUP BY s.store_id, s.business_date, s.terminal_id, buyer"
            + " ON DUPLICATE KEY UPDATE "
            + added("sales_by_member", MEMBER_NAMES);
    String tenders =
        """
        INSERT INTO tenders_by_minute (store_id, business_date, minute, kind, amount_minor)
        SELECT s.store_id, s.business_date,
               TIMESTAMPDIFF(MINUTE, '1970-01-01', s.sold_at) AS sold_minute, p.kind,
               SUM(p.amount_minor)
          FROM event e
          STRAIGHT_JOIN sale s ON s.sale_id = e.document_id
          STRAIGHT_JOIN sale_tender p ON p.sale_id = s.sale_id
         WHERE e.store_id = :storeId AND e.seq > :from AND e.seq <= :to
         GROUP BY s.store_id, s.business_date, sold_minute, p.kind
        ON DUPLICATE KEY UPDATE\s"""
            + added("tenders_by_minute", "amount_minor");
    for (String sums : List.of(byMinute, byOperator, byItem, byMember, tenders)) {
      getHandle()
          .createUpdate(sums)
          .bind("storeId", storeId)
          .bind("from", from)
          .bind("to", to)
          .execute();
    }
  }

  @SqlUpdate("DELETE FROM sales_by_minute WHERE store_id = :storeId")
  void deleteMinutes(int storeId);

  @SqlUpdate("DELETE FROM sales_by_operator WHERE store_id = :storeId")
  void deleteOperators(int storeId);

  @SqlUpdate("DELETE FROM sales_by_item WHERE store_id = :storeId")
  void deleteItems(int storeId);

  @SqlUpdate("DELETE FROM sales_by_member WHERE store_id = :storeId")
  void deleteMembers(int storeId);

  @SqlUpdate("DELETE FROM tenders_by_minute WHERE store_id = :storeId")
  void deleteTenders(int storeId);

  String SUMS =
      """
      SUM(b.pieces_milli) AS pieces_milli, SUM(b.gross_minor) AS gross_minor,
      SUM(b.discount_minor) AS discount_minor, SUM(b.return_minor) AS return_minor,
      SUM(b.tax_on_top_minor) AS tax_on_top_minor, SUM(b.tax_minor) AS tax_minor,
      SUM(b.deposit_minor) AS deposit_minor, SUM(b.cost_minor) AS cost_minor
      """;

  /** Each sale once, whatever departments its lines are of. */
  String TICKETS = "SUM(IF(:departmentId IS NULL, b.first_tickets, b.tickets))";

  String MIXED = TICKETS + " AS tickets, 0 AS quantity_milli, " + SUMS;

  String OF_ONE_ITEM = TICKETS + " AS tickets, SUM(b.quantity_milli) AS quantity_milli, " + SUMS;

  String PERIOD =
      """
       WHERE b.store_id = :storeId AND b.business_date BETWEEN :from AND :to
         AND (:departmentId IS NULL OR b.department_id = :departmentId)
      """;

  String BY_OPERATOR =
      " FROM sales_by_operator b"
          + PERIOD
          + " AND (:terminalId IS NULL OR b.terminal_id = :terminalId)";

  String BY_ITEM =
      " FROM sales_by_item b" + PERIOD + " AND (:itemId IS NULL OR b.item_id = :itemId)";

  /** As {@link ReportDao#byQuarter}, of all terminals and items. */
  @SqlQuery(
      "SELECT b.minute DIV 15 AS code, '' AS name, '' AS department, '' AS unit, "
          + MIXED
          + " FROM sales_by_minute b"
          + PERIOD
          + " GROUP BY b.minute DIV 15")
  List<SalesRow> byQuarter(@BindMethods Selection selection);

  /** Of all items. */
  @SqlQuery(
      "SELECT b.business_date AS code, '' AS name, '' AS department, '' AS unit, "
          + MIXED
          + BY_OPERATOR
          + " GROUP BY b.business_date")
  List<SalesRow> byDay(@BindMethods Selection selection);

  /** Of all terminals. */
  @SqlQuery(
      "SELECT b.business_date AS code, '' AS name, '' AS department, '' AS unit, "
          + OF_ONE_ITEM
          + BY_ITEM
          + " GROUP BY b.business_date")
  List<SalesRow> byDayOfItem(@BindMethods Selection selection);

  /** Of all items. */
  @SqlQuery(
      "SELECT d.code, d.name, '' AS department, '' AS unit, f.* FROM (SELECT b.department_id,"
          + " SUM(b.tickets) AS tickets, 0 AS quantity_milli, "
          + SUMS
          + BY_OPERATOR
          + " GROUP BY b.department_id) f"
          + " JOIN department d ON d.department_id = f.department_id")
  List<SalesRow> byDepartment(@BindMethods Selection selection);

  /** Of all terminals. */
  @SqlQuery(
      "SELECT d.code, d.name, '' AS department, '' AS unit, f.* FROM (SELECT b.department_id,"
          + " SUM(b.tickets) AS tickets, SUM(b.quantity_milli) AS quantity_milli, "
          + SUMS
          + BY_ITEM
          + " GROUP BY b.department_id) f"
          + " JOIN department d ON d.department_id = f.department_id")
  List<SalesRow> byDepartmentOfItem(@BindMethods Selection selection);

  /** Of all terminals. */
  @SqlQuery(
      "SELECT i.code, i.name, d.name AS department, u.unit, f.* FROM (SELECT b.item_id, "
          + OF_ONE_ITEM
          + BY_ITEM
          + " GROUP BY b.item_id) f"
          + " JOIN item i ON i.item_id = f.item_id"
          + " JOIN department d ON d.department_id = i.department_id"
          + " JOIN item_unit u ON u.item_id = i.item_id AND u.unit_no = 0")
  List<SalesRow> byItem(@BindMethods Selection selection);

  /** Of all items. */
  @SqlQuery(
      "SELECT o.number AS code, o.name, '' AS department, '' AS unit, f.*"
          + " FROM (SELECT b.operator_id, "
          + MIXED
          + BY_OPERATOR
          + " GROUP BY b.operator_id) f JOIN operator o ON o.operator_id = f.operator_id")
  List<SalesRow> byOperator(@BindMethods Selection selection);

  /** Of all items. */
  @SqlQuery(
      "SELECT k.code, k.name, '' AS department, '' AS unit, f.* FROM (SELECT b.terminal_id, "
          + MIXED
          + BY_OPERATOR
          + " GROUP BY b.terminal_id) f JOIN terminal k ON k.terminal_id = f.terminal_id")
  List<SalesRow> byTerminal(@BindMethods Selection selection);

  /** As {@link ReportDao#byMember}, of all departments and items. */
  @SqlQuery(
      "SELECT COALESCE(m.number, '') AS code, COALESCE(m.name, '') AS name, '' AS department,"
          + " '' AS unit, f.*"
          + " FROM (SELECT b.member_id, "
          + "SUM(b.tickets) AS tickets, 0 AS quantity_milli, "
          + SUMS
          + " FROM sales_by_member b"
          + " WHERE b.store_id = :storeId AND b.business_date BETWEEN :from AND :to"
          + " AND (:terminalId IS NULL OR b.terminal_id = :terminalId)"
          + " GROUP BY b.member_id) f LEFT JOIN member m ON m.member_id = f.member_id")
  List<SalesRow> byMember(@BindMethods Selection selection);

  /** As {@link ReportDao#tickets}, of all items. */
  @SqlQuery("SELECT COALESCE(" + TICKETS + ", 0)" + BY_OPERATOR)
  long tickets(@BindMethods Selection selection);

  /** As {@link ReportDao#tickets}, of all terminals. */
  @SqlQuery("SELECT COALESCE(" + TICKETS + ", 0)" + BY_ITEM)
  long ticketsOfItem(@BindMethods Selection selection);
}

package id.lajur.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is promised of the sums that reports and monitor read in the place of lines. */
final class SalesSumsPromise {
  private SalesSumsPromise() {}

  /**
   * A column of the sums, and what it is of the lines {@code l}, sales {@code s}, taxes {@code x}.
   */
  private record Column(String name, String ofLines) {}

  private static final List<Column> MONEY =
      List.of(
          new Column("tickets", "COUNT(DISTINCT s.sale_id)"),
          new Column(
              "pieces_milli",
              """
              SUM(CASE WHEN NOT l.weighed THEN ROUND(l.quantity_milli * l.factor_milli / 1000)
                       WHEN l.quantity_milli < 0 THEN -1000
                       WHEN l.quantity_milli > 0 THEN 1000 ELSE 0 END)"""),
          new Column(
              "gross_minor",
              "SUM(l.discount_minor + CASE l.kind WHEN 'SALE' THEN l.total_minor ELSE 0 END)"),
          new Column("discount_minor", "SUM(l.discount_minor) + SUM(l.basket_discount_minor)"),
          new Column("return_minor", "SUM(CASE l.kind WHEN 'SALE' THEN 0 ELSE -l.total_minor END)"),
          new Column(
              "tax_on_top_minor", "SUM(CASE x.mode WHEN 'EXCLUSIVE' THEN l.tax_minor ELSE 0 END)"),
          new Column("tax_minor", "SUM(l.tax_minor)"),
          new Column(
              "deposit_minor",
              "SUM(CASE WHEN l.item_kind IN ('GOODS', 'SERVICE') THEN 0 ELSE l.taxable_minor END)"),
          new Column("cost_minor", "SUM(l.cost_minor)"));

  private static final List<Column> EARNED =
      List.of(
          new Column(
              "earned_net_minor",
              """
              SUM(CASE WHEN l.item_kind NOT IN ('GOODS', 'SERVICE') THEN 0
                       WHEN x.mode = 'EXCLUSIVE' THEN l.total_minor - l.basket_discount_minor
                       ELSE l.total_minor - l.basket_discount_minor - l.tax_minor END)"""),
          new Column(
              "earned_cost_minor",
              "SUM(CASE WHEN l.item_kind IN ('GOODS', 'SERVICE') THEN l.cost_minor ELSE 0 END)"));

  private static final List<Column> OF_ITEMS =
      List.of(
          new Column("goods", "MAX(l.item_kind = 'GOODS')"),
          new Column("quantity_milli", "SUM(ROUND(l.quantity_milli * l.factor_milli / 1000))"));

  private static final List<Column> TENDERED =
      List.of(new Column("amount_minor", "SUM(w.amount_minor)"));

  private static final String MINUTE = "FLOOR(UNIX_TIMESTAMP(s.sold_at) / 60)";

  /** Sales up to the mark; events are few beside lines, and lie in order. */
  private static final String SALES =
      """
       FROM projection p
       STRAIGHT_JOIN event e ON e.store_id = p.store_id AND e.seq <= p.seq
       STRAIGHT_JOIN sale s ON s.sale_id = e.document_id
      """;

  private static final String LINES =
      """
       STRAIGHT_JOIN sale_line l ON l.sale_id = s.sale_id
       STRAIGHT_JOIN sale_tax x ON x.sale_id = l.sale_id AND x.tax_class_id = l.tax_class_id
      """;

  private static final String TENDERS = " STRAIGHT_JOIN sale_tender w ON w.sale_id = s.sale_id ";

  /** The keys of both sides come in the same order. */
  private static String differing(
      String table, List<Column> keys, List<Column> columns, String from) {
    String names = keys.stream().map(Column::name).collect(Collectors.joining(", "));
    List<String> summed = new ArrayList<>();
    List<String> ofLines = new ArrayList<>();
    columns.forEach(
        column -> {
          summed.add("SUM(" + column.name() + ") AS " + column.name());
          ofLines.add("-(" + column.ofLines() + ")");
        });
    return "SELECT '"
        + table
        + "' AS sums, CONCAT_WS(' ', "
        + names
        + ") AS place, CONCAT_WS(', ', "
        + columns.stream()
            .map(column -> "CONCAT('%1$s ', NULLIF(SUM(%1$s), 0))".formatted(column.name()))
            .collect(Collectors.joining(", "))
        + ") AS off FROM (SELECT "
        + names
        + ", "
        + String.join(", ", summed)
        + " FROM "
        + table
        + " GROUP BY "
        + names
        + " UNION ALL SELECT "
        + keys.stream().map(Column::ofLines).collect(Collectors.joining(", "))
        + ", "
        + String.join(", ", ofLines)
        + from
        + " WHERE p.name = 'sales' GROUP BY "
        + keys.stream().map(Column::ofLines).collect(Collectors.joining(", "))
        + ") both_sides GROUP BY "
        + names
        + " HAVING "
        + columns.stream()
            .map(column -> "SUM(" + column.name() + ") <> 0")
            .collect(Collectors.joining(" OR "));
  }

  private static List<Column> and(List<Column> some, Column... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private static List<Column> and(List<Column> some, List<Column> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static final List<Column> DATE =
      List.of(new Column("store_id", "s.store_id"), new Column("business_date", "s.business_date"));
  private static final List<Column> BY_MINUTE = and(DATE, new Column("minute", MINUTE));
  private static final List<Column> BY_OPERATOR =
      and(
          DATE,
          new Column("terminal_id", "s.terminal_id"),
          new Column("operator_id", "s.operator_id"));
  private static final List<Column> BY_MEMBER =
      and(
          DATE,
          new Column("terminal_id", "s.terminal_id"),
          new Column("member_id", "COALESCE(s.member_id, 0)"));
  private static final List<Column> BY_ITEM = and(DATE, new Column("item_id", "l.item_id"));
  private static final Column DEPARTMENT = new Column("department_id", "l.department_id");
  private static final List<Column> EACH_SALE_ONCE =
      List.of(new Column("first_tickets", "COUNT(DISTINCT s.sale_id)"));

  /** All that is sold up to the mark is in the sums, and nothing else. */
  static final Promise SUMS =
      new Promise(
          "SALES_SUMS",
          "sales that are summed by minute, operator, item and member, and their tenders, are the sums"
              + " of what was sold",
          "SELECT COUNT(*) FROM sales_by_minute",
          String.join(
              " UNION ALL ",
              differing(
                  "sales_by_minute", and(BY_MINUTE, DEPARTMENT), and(MONEY, EARNED), SALES + LINES),
              differing("sales_by_minute", BY_MINUTE, EACH_SALE_ONCE, SALES),
              differing("sales_by_operator", and(BY_OPERATOR, DEPARTMENT), MONEY, SALES + LINES),
              differing("sales_by_operator", BY_OPERATOR, EACH_SALE_ONCE, SALES),
              differing(
                  "sales_by_item", and(BY_ITEM, DEPARTMENT), and(MONEY, OF_ITEMS), SALES + LINES),
              differing("sales_by_item", BY_ITEM, EACH_SALE_ONCE, SALES + LINES),
              differing("sales_by_member", BY_MEMBER, MONEY, SALES + LINES),
              differing(
                  "tenders_by_minute",
                  and(BY_MINUTE, new Column("kind", "w.kind")),
                  TENDERED,
                  SALES + TENDERS),
              """
              SELECT 'projection', p.store_id, p.seq - h.seq
                FROM projection p JOIN event_head h USING (store_id)
               WHERE p.name = 'sales' AND p.seq > h.seq"""),
          false);
}

package id.lajur.backoffice.report;

import static id.lajur.backoffice.report.ReportColumn.money;
import static id.lajur.backoffice.report.ReportColumn.text;

import id.lajur.backoffice.report.ReportColumn.Said;
import id.lajur.kit.table.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The reports that there are, in the order of their list. */
enum ReportKind {
  SALES_DAY(Group.SALES, sales(ReportColumn.of("date", Kind.DATE, 134))),
  SALES_HOUR(Group.SALES, sales(text("hour", 130).said(Said.HOUR))),
  SALES_DEPARTMENT(Group.SALES, sales(text("code", 110).yielding(7), text("department", 200))),
  SALES_ITEM(
      Group.SALES,
      sales(
          text("code", 130).yielding(7),
          text("item", 240),
          text("department", 150).hidden(),
          ReportColumn.of("quantity", Kind.QUANTITY, 100),
          text("unit", 70))),
  SALES_OPERATOR(Group.SALES, sales(text("number", 90).yielding(7), text("operator", 200))),
  SALES_TERMINAL(Group.SALES, sales(text("code", 90).yielding(7), text("terminal", 200))),
  SALES_MEMBER(
      Group.SALES, sales(text("number", 140).yielding(7), text("member", 200).said(Said.MEMBER))),
  /** One item by day: what lies behind its row. */
  ITEM_DAYS(
      Group.SALES,
      sales(
          ReportColumn.of("date", Kind.DATE, 134),
          ReportColumn.of("quantity", Kind.QUANTITY, 100),
          text("unit", 84))),
  TENDERS(
      Group.PAID,
      List.of(
          text("tender", 200),
          ReportColumn.of("times", Kind.COUNT, 100).yielding(1),
          money("taken"),
          money("givenBack"),
          money("amount"))),
  TAXES(
      Group.PAID,
      List.of(
          text("taxClass", 110).yielding(3),
          text("taxName", 180),
          text("taxMode", 120).said(Said.WORD).yielding(2),
          ReportColumn.of("rate", Kind.PERCENT, 90),
          ReportColumn.of("tickets", Kind.COUNT, 86).yielding(1),
          money("taxable"),
          money("reducedBase"),
          money("tax"))),
  STOCK_ITEM(
      Group.STOCK,
      List.of(
          text("code", 130).yielding(2),
          text("item", 240),
          text("department", 170).yielding(1),
          ReportColumn.of("quantity", Kind.QUANTITY, 100),
          text("unit", 70),
          money("unitCost").ofCost(),
          money("value").ofCost())),
  STOCK_DEPARTMENT(
      Group.STOCK,
      List.of(
          text("code", 110),
          text("department", 240),
          ReportColumn.of("items", Kind.COUNT, 100),
          money("value").ofCost())),
  TRIAL_BALANCE(
      Group.BOOKS,
      List.of(
          text("account", 80),
          text("accountName", 240),
          text("accountKind", 120).said(Said.WORD).yielding(1),
          money("opening"),
          money("debit"),
          money("credit"),
          money("closing")));

  /** What stands together in the list. */
  enum Group {
    SALES,
    PAID,
    STOCK,
    BOOKS
  }

  private final Group group;

  @SuppressWarnings("ImmutableEnumChecker") // made once, only read afterwards
  private final List<ReportColumn> columns;

  ReportKind(Group group, List<ReportColumn> columns) {
    this.group = group;
    this.columns = columns;
  }

  /** The columns of what was sold, behind those that say of what. */
  private static List<ReportColumn> sales(ReportColumn... of) {
    List<ReportColumn> columns = new ArrayList<>(List.of(of));
    columns.add(ReportColumn.of("tickets", Kind.COUNT, 86).yielding(4));
    columns.add(ReportColumn.of("pieces", Kind.QUANTITY, 80).hidden());
    columns.add(money("gross").hidden());
    columns.add(money("discount").yielding(2));
    columns.add(money("returned").yielding(1));
    columns.add(money("net").yielding(5));
    columns.add(money("tax").yielding(3));
    columns.add(money("total"));
    columns.add(money("deposit").hidden());
    columns.add(money("cost").ofCost().hidden());
    columns.add(money("margin").ofCost());
    columns.add(ReportColumn.of("marginShare", Kind.PERCENT, 90).ofCost().yielding(6));
    return List.copyOf(columns);
  }

  /**
   * What was sold and what lies in the shop, in the order of the list.
   *
   * @param may whether whoever asks has a permission; members are named to those who look after
   *     them
   */
  static List<ReportKind> ofTrade(Predicate<String> may) {
    return Arrays.stream(values())
        .filter(kind -> kind != ITEM_DAYS && kind != TRIAL_BALANCE)
        .filter(kind -> kind != SALES_MEMBER || may.test("member.manage"))
        .toList();
  }

  Group group() {
    return group;
  }

  /** The columns that somebody may see. */
  List<ReportColumn> columns(boolean seesCost) {
    return columns.stream().filter(column -> seesCost || !column.cost()).toList();
  }

  List<ReportColumn> columns() {
    return columns;
  }

  /** A moment, and not a period. */
  boolean isStock() {
    return group == Group.STOCK;
  }

  boolean takesTerminal() {
    return this != TRIAL_BALANCE && !isStock();
  }

  boolean takesDepartment() {
    return isStock() || this != TRIAL_BALANCE && group == Group.SALES && this != ITEM_DAYS;
  }
}

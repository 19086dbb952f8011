package id.lajur.server.report;

import java.util.ArrayList;
import java.util.List;

/** The sales of a selection, in parts that share no sale: summed, and not yet summed. */
final class SummedSales {
  private final SalesSumDao sums;
  private final ReportDao lines;
  private final Selection selection;
  private final boolean behind;

  /**
   * @param sums and lines in one snapshot, of which the selection has the mark of the sums
   */
  SummedSales(SalesSumDao sums, ReportDao lines, Selection selection) {
    this.sums = sums;
    this.lines = lines;
    this.selection = selection;
    this.behind = sums.head(selection.storeId()) > selection.summed();
  }

  /**
   * Whether the sums tell so much: not who bought or sold an item, or at which lane or hour, nor
   * who bought of a department.
   */
  static boolean tell(SalesBy by, Selection selection) {
    boolean ofItems = selection.itemId() != null || by == SalesBy.ITEM;
    return switch (by) {
      case HOUR -> !ofItems && selection.terminalId() == null;
      case DAY, ITEM, DEPARTMENT -> !ofItems || selection.terminalId() == null;
      case OPERATOR, TERMINAL -> !ofItems;
      case MEMBER -> selection.wholeSales();
    };
  }

  /** Rows in no order, several of one code. */
  List<SalesRow> parts(SalesBy by) {
    List<SalesRow> parts = new ArrayList<>(summed(by));
    if (behind) {
      parts.addAll(lines(lines, ReportDao.UNSUMMED, by, selection));
    }
    return parts;
  }

  private List<SalesRow> summed(SalesBy by) {
    return switch (by) {
      case HOUR -> sums.byQuarter(selection);
      case DAY -> selection.itemId() == null ? sums.byDay(selection) : sums.byDayOfItem(selection);
      case DEPARTMENT ->
          selection.itemId() == null
              ? sums.byDepartment(selection)
              : sums.byDepartmentOfItem(selection);
      case ITEM -> sums.byItem(selection);
      case OPERATOR -> sums.byOperator(selection);
      case TERMINAL -> sums.byTerminal(selection);
      case MEMBER -> sums.byMember(selection);
    };
  }

  /** Sales that hold such lines, each counted once. */
  long tickets() {
    long summed =
        selection.itemId() == null ? sums.tickets(selection) : sums.ticketsOfItem(selection);
    return behind ? summed + lines.tickets(ReportDao.UNSUMMED, selection) : summed;
  }

  /** All lines of a selection, the shortest way to them; as {@link ReportDao} names them. */
  static String all(Selection selection) {
    return selection.itemId() == null ? ReportDao.ALL : ReportDao.OF_ITEM;
  }

  /**
   * As {@link #parts}, of lines alone.
   *
   * @param lines which, as {@link ReportDao} names them
   */
  static List<SalesRow> lines(ReportDao dao, String lines, SalesBy by, Selection selection) {
    return switch (by) {
      case HOUR -> dao.byQuarter(lines, selection);
      case DAY -> dao.byDay(lines, selection);
      case DEPARTMENT -> dao.byDepartment(lines, selection);
      case ITEM -> dao.byItem(lines, selection);
      case OPERATOR -> dao.byOperator(lines, selection);
      case TERMINAL -> dao.byTerminal(lines, selection);
      case MEMBER -> dao.byMember(lines, selection);
    };
  }
}

package id.lajur.server.report;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What lies in the shop and what it is worth, now or at the end of a business date. */
final class StockReport {
  private static final LocalDate NOW = LocalDate.of(9999, 12, 31); // nothing moves after it

  private final Jdbi jdbi;

  StockReport(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Rows by code, and the sums of all of them. */
  record Stock(List<StockRow> rows, long items, long valueMinor) {}

  /**
   * @param asOf end of this business date, null = now
   * @param department code, empty = all
   * @throws Refusal DEPARTMENT_UNKNOWN
   */
  Stock stock(int storeId, @Nullable LocalDate asOf, boolean byDepartment, String department) {
    List<StockRow> items =
        Snapshot.of(
            jdbi,
            handle -> {
              Integer departmentId =
                  SalesReport.known(
                      department,
                      handle.attach(ReportDao.class).department(storeId, department),
                      Reason.DEPARTMENT_UNKNOWN);
              return handle
                  .attach(StockReportDao.class)
                  .items(storeId, asOf == null ? NOW : asOf, departmentId);
            });
    long value = items.stream().mapToLong(StockRow::valueMinor).reduce(0, Math::addExact);
    return new Stock(byDepartment ? departments(items) : items, items.size(), value);
  }

  private static List<StockRow> departments(List<StockRow> items) {
    Map<String, StockRow> found = new TreeMap<>();
    items.forEach(
        item ->
            found.merge(item.departmentCode(), item.ofDepartment(), StockRow::inDepartmentWith));
    return List.copyOf(found.values());
  }
}

package id.lajur.pos.receipt;

import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.Store;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.ShiftReport;
import java.time.Instant;
import java.util.List;

/**
 * The X or Z of a shift.
 *
 * @param at when it is printed; stands on an X and on a copy
 * @param copyNumber as the server gave it; 0 = an original, or a paper of which some may be out
 */
public record ReportPrintout(
    ShiftReport report, Store store, Instant at, boolean copy, int copyNumber) implements Printout {
  /** An original. */
  public ReportPrintout(ShiftReport report, Store store, Instant at) {
    this(report, store, at, false, 0);
  }

  /**
   * A Z after its first paper.
   *
   * @param now by the lane's clock, as on an X: stands on it where an older server numbers no
   *     copies and says no time
   */
  public static ReportPrintout copy(GetZReportResponse copied, Store store, Instant now) {
    long copiedAtMs = copied.getCopiedAtMs();
    Instant at = copiedAtMs == 0 ? now : Instant.ofEpochMilli(copiedAtMs);
    return new ReportPrintout(copied.getReport(), store, at, true, copied.getCopyNumber());
  }

  @Override
  public PaperKind kind() {
    return PaperKind.REPORT;
  }

  @Override
  public List<PaperRow> rows(Paper paper, Language language) {
    return ReportLayout.of(this, paper, language);
  }

  @Override
  public ReportPrintout asCopy() {
    return new ReportPrintout(report, store, at, true, copyNumber);
  }

  @Override
  public String name() {
    return report.getTerminal() + (isZ() ? " Z " + report.getZNumber() : " X");
  }

  boolean isZ() {
    return report.getZNumber() != 0;
  }
}

package id.lajur.pos.receipt;

import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.Store;
import id.lajur.till.v1.ShiftReport;
import java.time.Instant;
import java.util.List;

/**
 * The X or Z of a shift.
 *
 * @param at when it is printed; stands on an X and on a copy
 */
public record ReportPrintout(ShiftReport report, Store store, Instant at, boolean copy)
    implements Printout {
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
    return new ReportPrintout(report, store, at, true);
  }

  @Override
  public String name() {
    return report.getTerminal() + (isZ() ? " Z " + report.getZNumber() : " X");
  }

  boolean isZ() {
    return report.getZNumber() != 0;
  }
}

package id.lajur.backoffice.report;

import id.lajur.kit.table.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A report as it was read.
 *
 * @param totals the sums that stand below it, the one that counts last
 * @param sums of all rows, in the order of the columns; empty cells where nothing is summed
 * @param notes what must be known beside its figures
 */
record ReportTable(
    ReportKind kind,
    List<ReportRow> rows,
    List<Total> totals,
    ReportRow sums,
    List<Note> notes,
    Instant readAt) {
  ReportTable {
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
    notes = List.copyOf(notes);
  }

  /**
   * One sum.
   *
   * @param key of its word in the bundle: {@code total.<key>}
   */
  record Total(String key, Kind kind, long value) {}

  /**
   * A sentence.
   *
   * @param key of the bundle: {@code note.<key>}
   * @param facts put in by name: {@code ...Minor} as money, else as a count
   */
  record Note(String key, Map<String, Long> facts) {}
}

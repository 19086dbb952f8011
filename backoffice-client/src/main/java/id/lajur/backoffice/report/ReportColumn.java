package id.lajur.backoffice.report;

import id.lajur.kit.table.Kind;

/**
 * One column of a report.
 *
 * @param key of its head in the bundle: {@code column.<key>}
 * @param width in px at 100 %
 * @param shown before somebody chooses otherwise
 * @param cost only for who may see cost
 * @param said how a text is put into words
 * @param yields 0: it stays; else it waits in its turn where there is no room for all, 1 first
 */
record ReportColumn(
    String key, Kind kind, int width, boolean shown, boolean cost, Said said, int yields) {
  /** What a text cell holds. */
  enum Said {
    AS_IT_IS,
    /** A key of the bundle. */
    WORD,
    /** The hour of a day, "00" to "23". */
    HOUR,
    /** Somebody's name; empty = nobody's. */
    MEMBER
  }

  static ReportColumn text(String key, int width) {
    return new ReportColumn(key, Kind.TEXT, width, true, false, Said.AS_IT_IS, 0);
  }

  static ReportColumn of(String key, Kind kind, int width) {
    return new ReportColumn(key, kind, width, true, false, Said.AS_IT_IS, 0);
  }

  static ReportColumn money(String key) {
    return of(key, Kind.MONEY, 126);
  }

  ReportColumn hidden() {
    return new ReportColumn(key, kind, width, false, cost, said, yields);
  }

  ReportColumn ofCost() {
    return new ReportColumn(key, kind, width, shown, true, said, yields);
  }

  ReportColumn said(Said how) {
    return new ReportColumn(key, kind, width, shown, cost, how, yields);
  }

  ReportColumn yielding(int turn) {
    return new ReportColumn(key, kind, width, shown, cost, said, turn);
  }
}

package id.lajur.backoffice.report;

import java.time.LocalDate;

/**
 * Which report of what.
 *
 * @param asOfNow of stock: as it is now, and not at the end of {@code to}
 * @param terminal code, empty = all; so are department and item
 */
record ReportQuery(
    ReportKind kind,
    LocalDate from,
    LocalDate to,
    boolean asOfNow,
    String terminal,
    String department,
    String item) {}

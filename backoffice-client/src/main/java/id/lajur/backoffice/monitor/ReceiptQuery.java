package id.lajur.backoffice.monitor;

import java.util.Optional;

/**
 * Which receipts are asked for; empty = whichever.
 *
 * @param businessDate ISO 8601
 * @param hour since midnight of the date
 * @param fromMs sold at or after; 0 = whenever
 * @param untilMs sold before; 0 = whenever
 */
record ReceiptQuery(
    String businessDate,
    Optional<Integer> hour,
    String department,
    String terminal,
    String tender,
    String itemCode,
    long fromMs,
    long untilMs) {
  static ReceiptQuery ofDay(String date) {
    return new ReceiptQuery(date, Optional.empty(), "", "", "", "", 0, 0);
  }

  /** The same between two moments. */
  ReceiptQuery between(long from, long until) {
    return new ReceiptQuery(
        businessDate, hour, department, terminal, tender, itemCode, from, until);
  }

  ReceiptQuery inHour(int of) {
    return new ReceiptQuery(
        businessDate, Optional.of(of), department, terminal, tender, itemCode, fromMs, untilMs);
  }

  ReceiptQuery ofDepartment(String code) {
    return new ReceiptQuery(businessDate, hour, code, terminal, tender, itemCode, fromMs, untilMs);
  }

  ReceiptQuery atTerminal(String code) {
    return new ReceiptQuery(
        businessDate, hour, department, code, tender, itemCode, fromMs, untilMs);
  }

  ReceiptQuery paidBy(String kind) {
    return new ReceiptQuery(
        businessDate, hour, department, terminal, kind, itemCode, fromMs, untilMs);
  }

  ReceiptQuery withItem(String code) {
    return new ReceiptQuery(
        businessDate, hour, department, terminal, tender, code, fromMs, untilMs);
  }
}

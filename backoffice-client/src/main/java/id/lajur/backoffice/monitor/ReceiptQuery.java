package id.lajur.backoffice.monitor;

import java.util.Optional;

/**
 * Which receipts are asked for; empty = whichever.
 *
 * @param businessDate ISO 8601
 * @param hour since midnight of the date
 */
record ReceiptQuery(
    String businessDate,
    Optional<Integer> hour,
    String department,
    String terminal,
    String tender,
    String itemCode) {
  static ReceiptQuery ofDay(String date) {
    return new ReceiptQuery(date, Optional.empty(), "", "", "", "");
  }

  ReceiptQuery inHour(int of) {
    return new ReceiptQuery(businessDate, Optional.of(of), department, terminal, tender, itemCode);
  }

  ReceiptQuery ofDepartment(String code) {
    return new ReceiptQuery(businessDate, hour, code, terminal, tender, itemCode);
  }

  ReceiptQuery atTerminal(String code) {
    return new ReceiptQuery(businessDate, hour, department, code, tender, itemCode);
  }

  ReceiptQuery paidBy(String kind) {
    return new ReceiptQuery(businessDate, hour, department, terminal, kind, itemCode);
  }

  ReceiptQuery withItem(String code) {
    return new ReceiptQuery(businessDate, hour, department, terminal, tender, code);
  }
}

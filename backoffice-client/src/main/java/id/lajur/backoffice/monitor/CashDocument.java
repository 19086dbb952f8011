package id.lajur.backoffice.monitor;

import java.util.List;

/**
 * What an incident of the till posted; amounts in minor units.
 *
 * @param kind as that of its incident
 * @param terminal name of the till
 * @param businessDate ISO 8601
 * @param approverName empty where nobody was asked
 * @param amountMinor into the till; of a closed shift what was counted less what should be there
 * @param zNumber of a closed shift, else 0
 * @param entry in the books; empty where a drawer was right
 */
record CashDocument(
    String kind,
    String terminal,
    long occurredAtMs,
    String businessDate,
    String operatorName,
    String approverName,
    String reason,
    long amountMinor,
    long zNumber,
    List<ReceiptDetail.EntryLine> entry) {
  CashDocument {
    entry = List.copyOf(entry);
  }
}

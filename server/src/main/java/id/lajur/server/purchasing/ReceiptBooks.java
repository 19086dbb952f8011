package id.lajur.server.purchasing;

import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How goods that came in, or went back, stand in the books: inventory against what is owed until
 * the invoice comes, and the variance. Input tax is no part of it: the right to it comes with the
 * supplier's faktur, so the invoice books it (1151, or 1152 until the faktur is there).
 *
 * @see "INDONESIA.md 3: receipt 1141 to 2102; invoice 2102, 1151 (1152 until faktur) to 2101"
 */
record ReceiptBooks(
    Command command, int supplierId, Instant at, LocalDate businessDate, int partNumber) {

  /**
   * Writes posting, entry, what is owed, and the event.
   *
   * @param costMinor owed more; below 0 for goods that went back
   * @param varianceMinor of the cost, what is not in the stock's value
   */
  void write(Draft draft, UUID postingId, long costMinor, long varianceMinor, int lineCount) {
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.GOODS_RECEIPT,
            command.terminalId(),
            command.operatorId(),
            null,
            businessDate,
            at,
            command.requestId(),
            partNumber));
    if (costMinor != 0) {
      draft.insert(
          PurchasingDao.SUPPLIER_MOVE,
          new PurchasingDao.SupplierMoveRow(
              postingId, 1, supplierId, Accounts.GOODS_NOT_INVOICED, costMinor));
    }
    new JournalEntry()
        .debit(Accounts.INVENTORY, costMinor - varianceMinor)
        .debit(Accounts.PRICE_VARIANCE, varianceMinor)
        .credit(Accounts.GOODS_NOT_INVOICED, costMinor)
        .writeTo(draft, postingId, command.terminalId(), businessDate);
    draft.event(
        new Event(
            Event.Kind.GOODS_RECEIPT,
            postingId,
            command.terminalId(),
            businessDate,
            at,
            costMinor,
            lineCount));
  }
}

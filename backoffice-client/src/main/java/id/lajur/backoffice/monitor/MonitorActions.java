package id.lajur.backoffice.monitor;

import id.lajur.backoffice.journal.Replay;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the monitor needs of the store. Nothing here waits; what is told is told on the screen's
 * thread.
 */
interface MonitorActions {
  /** Something that is followed until it is left. */
  interface Followed {
    void leave();
  }

  /** What the following of a stream tells. */
  interface Told<T> {
    /** The newest state; those between may be left out. */
    void now(T state);

    /** The stream is broken; it is begun again by itself, until a state comes. */
    void lost();
  }

  /** Follows the shop. */
  Followed shop(Told<Shop> told);

  /** Follows the approvals that wait, by the time they were asked for. */
  Followed approvals(Told<List<Approval>> told);

  /**
   * Answers an approval.
   *
   * @return fails with the server's refusal
   */
  CompletableFuture<Void> answer(String approvalId, boolean approve);

  /**
   * Receipts, the newest first.
   *
   * @param page as the page before named it, empty for the first
   */
  CompletableFuture<ReceiptPage> receipts(ReceiptQuery asked, String page);

  CompletableFuture<ReceiptDetail> receipt(String saleId);

  /** What happened to a basket, from its first scan on. */
  CompletableFuture<Replay> ticket(String basketId);

  /**
   * What an incident of the till posted.
   *
   * @param number as that of the incident
   */
  CompletableFuture<CashDocument> cashDocument(String terminal, long number);

  /** Leads to the stock card of an item. */
  void openStockCard(String itemCode);

  /** Has something done after some time, on the screen's thread. */
  void later(int delayMs, Runnable work);
}

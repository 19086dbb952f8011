package id.lajur.backoffice.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the journal's screen needs of the store; each fails with a ServerRefusal. */
public interface JournalActions {
  /**
   * @param next where the next page begins; empty after the last
   */
  record Page(List<Entry> entries, String next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Entries, newest first.
   *
   * @param page where it begins; empty for the newest
   */
  CompletableFuture<Page> entries(Search search, String page);

  /** By what stands on a receipt: L01-S000123. */
  CompletableFuture<Replay> replayReceipt(String receipt);

  CompletableFuture<Replay> replayBasket(String basketId);
}

package id.lajur.backoffice.journal;

import java.util.concurrent.CompletableFuture;

/** What the audit's screen needs of the store. */
public interface AuditActions {
  /** Told on the event thread how far it is. */
  interface Watcher {
    /**
     * A promise is looked at: the nth of all.
     *
     * @param code by which its words are found
     * @param name as the server says it
     */
    void begun(String code, String name, int number, int of);

    void judged(Judged promise);
  }

  /**
   * Begins an audit; cancelling what it gives ends it.
   *
   * @return whether all was clean, and how long it took; fails with a ServerRefusal
   */
  CompletableFuture<Ended> run(Watcher watcher);

  record Ended(boolean clean, long tookMs) {}
}

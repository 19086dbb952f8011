package id.lajur.server.posting;

import java.util.List;

/**
 * A document on its way into the books: what it must lock, and what it becomes once that is locked.
 * Reading and computing happen here; writing is the posting's alone.
 */
public interface Document {
  /** The command that brought it, with the request id under which its answer is recorded. */
  Command command();

  /** About how many rows it writes; a group is bounded by them. */
  int weight();

  /** Sales, and what else somebody waits for at a till, go before parts of large documents. */
  default boolean urgent() {
    return true;
  }

  /**
   * Whether it must not share its group: its locks read what other documents of the same till
   * write, and those of its own group are not written yet.
   */
  default boolean alone() {
    return false;
  }

  List<Claim<?>> claims();

  /**
   * Computes the document from what is locked. May be called again after a failed attempt, so it
   * keeps nothing of an earlier call.
   *
   * @return the answer to record and give, at most 8,000 bytes
   * @throws id.lajur.server.refusal.Refusal it cannot be posted as things stand; nothing of it is
   */
  byte[] post(Draft draft);

  /** Keys of one kind of row that the document needs locked. */
  record Claim<K extends Comparable<K>>(LockedRows<K, ?> rows, List<K> keys) {
    public Claim {
      keys = List.copyOf(keys);
    }
  }
}

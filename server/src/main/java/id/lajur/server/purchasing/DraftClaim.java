package id.lajur.server.purchasing;

import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.util.UUID;

/**
 * The draft that a delivery is made of, as it must stand when the delivery is posted: it becomes
 * the document in the same transaction, so that it is one document at most.
 *
 * @param expected OPEN, or POSTING for the last part of a delivery in parts
 * @param version that was seen, or {@link #ANY_VERSION}
 */
record DraftClaim(UUID draftId, DraftRows.State expected, long version) {
  /** Of a draft that nobody can change any more. */
  static final long ANY_VERSION = -1;

  /**
   * Marks the draft as posted.
   *
   * @throws Refusal DRAFT_CLOSED, DRAFT_CHANGED
   */
  void redeem(Draft draft) {
    DraftRows.Held held = draft.get(DraftRows.DRAFTS, draftId);
    refuseOther(held);
    draft.put(
        DraftRows.DRAFTS,
        draftId,
        new DraftRows.Held(DraftRows.State.POSTED, held.version(), held.number()));
  }

  void refuseOther(DraftRows.Held held) {
    if (held.state() != expected) {
      throw held.closed();
    }
    if (version != ANY_VERSION && held.version() != version) {
      throw new Refusal(Reason.DRAFT_CHANGED).with("number", held.number());
    }
  }
}

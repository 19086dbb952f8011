package id.lajur.server.sale;

import org.jspecify.annotations.Nullable;

/**
 * Who buys a basket, and at which price level.
 *
 * @param memberId null = no member
 * @param memberLevelNo level of the member when he was put on the basket, 0 = retail
 * @param chosenLevelNo level that was chosen over it, null = none
 */
public record Buyer(
    @Nullable Integer memberId, int memberLevelNo, @Nullable Integer chosenLevelNo) {
  /** Where the prices of table price are. */
  public static final int RETAIL = 0;

  static final Buyer ANYBODY = new Buyer(null, RETAIL, null);

  /** A member brings his level; one that was chosen before ends with his coming and going. */
  Buyer after(EntryKind kind, BasketEntry.Choice choice) {
    Integer level = choice.levelNo();
    return kind == EntryKind.MEMBER
        ? new Buyer(choice.memberId(), level == null ? RETAIL : level, null)
        : new Buyer(memberId, memberLevelNo, level);
  }

  /** The level that lines are sold at. */
  public int levelNo() {
    return chosenLevelNo == null ? memberLevelNo : chosenLevelNo;
  }
}

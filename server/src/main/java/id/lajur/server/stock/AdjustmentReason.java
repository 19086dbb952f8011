package id.lajur.server.stock;

import id.lajur.server.ledger.Accounts;

/**
 * Why stock is set right by hand, and which account bears it. The names stand in the database.
 *
 * @see "SAK EMKM for the grouping; the numbers are ours"
 */
enum AdjustmentReason {
  DAMAGED(Accounts.WASTE, -1, false),
  EXPIRED(Accounts.WASTE, -1, false),
  LOST(Accounts.SHRINKAGE, -1, true),
  FOUND(Accounts.SHRINKAGE, 1, true),
  OWN_USE(Accounts.OTHER_EXPENSE, -1, true),
  PROMOTION(Accounts.PROMOTION, -1, false),
  /** What a count found; its lines go either way. */
  COUNT(Accounts.SHRINKAGE, 0, false);

  private final String account;
  private final int sign;
  private final boolean needsNote;

  AdjustmentReason(String account, int sign, boolean needsNote) {
    this.account = account;
    this.sign = sign;
    this.needsNote = needsNote;
  }

  String account() {
    return account;
  }

  /** 1 into stock, -1 out of it. */
  int sign() {
    return sign;
  }

  /** Whether somebody must say what happened. */
  boolean needsNote() {
    return needsNote;
  }
}

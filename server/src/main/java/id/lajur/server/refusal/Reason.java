package id.lajur.server.refusal;

/**
 * Why a command is refused. The names are part of the contract: clients tell them apart by these.
 */
public enum Reason {
  // who asks
  NOT_ENROLLED(Kind.UNAUTHENTICATED),
  NOT_SIGNED_ON(Kind.UNAUTHENTICATED),
  SIGN_ON_FAILED(Kind.UNAUTHENTICATED),
  SIGN_ON_BUSY(Kind.BUSY),
  PERMISSION_MISSING(Kind.DENIED),
  APPROVAL_NEEDED(Kind.DENIED),
  APPROVAL_NOT_ALLOWED(Kind.DENIED),
  APPROVAL_INVALID(Kind.DENIED),
  CONTRACT_UNKNOWN(Kind.STATE),
  // the message
  REQUEST_ID_INVALID(Kind.INVALID),
  REQUEST_REUSED(Kind.INVALID),
  ID_INVALID(Kind.INVALID),
  TEXT_INVALID(Kind.INVALID),
  AMOUNT_INVALID(Kind.INVALID),
  QUANTITY_INVALID(Kind.INVALID),
  REASON_NEEDED(Kind.INVALID),
  // goods
  ITEM_UNKNOWN(Kind.NOT_FOUND),
  ITEM_BLOCKED(Kind.STATE),
  PRICE_MISSING(Kind.STATE),
  BARCODE_DAMAGED(Kind.INVALID),
  LABEL_PRICE_CHANGED(Kind.STATE),
  QUANTITY_TOO_LARGE(Kind.INVALID),
  WEIGHT_NEEDED(Kind.INVALID),
  STOCK_FORBIDS(Kind.STATE),
  SUPPLIER_UNKNOWN(Kind.NOT_FOUND),
  LINES_TOO_MANY(Kind.INVALID),
  // baskets and sales
  BASKET_UNKNOWN(Kind.NOT_FOUND),
  BASKET_CLOSED(Kind.STATE),
  BASKET_ELSEWHERE(Kind.STATE),
  BASKET_CHANGED(Kind.STATE),
  BASKET_EMPTY(Kind.STATE),
  LINE_UNKNOWN(Kind.NOT_FOUND),
  TOTAL_DIFFERS(Kind.STATE),
  TENDER_UNKNOWN(Kind.NOT_FOUND),
  TENDER_SHORT(Kind.STATE),
  TENDER_ABSURD(Kind.INVALID),
  CHANGE_NOT_GIVEN(Kind.STATE),
  REFERENCE_NEEDED(Kind.INVALID),
  SALE_UNKNOWN(Kind.NOT_FOUND),
  // till
  SHIFT_OPEN(Kind.STATE),
  SHIFT_CLOSED(Kind.STATE),
  BASKET_OPEN(Kind.STATE),
  COUNT_INVALID(Kind.INVALID),
  // the server
  BUSY(Kind.BUSY),
  RIGHT_TO_POST_LOST(Kind.BUSY);

  /** What the caller can make of it; the adapter turns it into a status of the wire. */
  public enum Kind {
    INVALID,
    NOT_FOUND,
    STATE,
    DENIED,
    UNAUTHENTICATED,
    BUSY
  }

  private final Kind kind;

  Reason(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}

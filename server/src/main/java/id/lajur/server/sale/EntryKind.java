package id.lajur.server.sale;

/** What an act did to a basket. The names stand in the database. */
public enum EntryKind {
  LINE,
  RETURN,
  CREDIT,
  QUANTITY,
  VOID_LINE,
  OVERRIDE,
  LINE_DISCOUNT,
  BASKET_DISCOUNT,
  VOID_BASKET,
  SUSPEND,
  RESUME,
  TAKE_OVER,
  MEMBER,
  PRICE_LEVEL;

  /** Whether the entry adds a line of its own. */
  public boolean addsLine() {
    return this == LINE || this == RETURN || this == CREDIT;
  }
}

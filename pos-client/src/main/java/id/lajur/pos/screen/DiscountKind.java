package id.lajur.pos.screen;

/** What is made cheaper, or dearer, by a cashier's hand. */
public enum DiscountKind {
  LINE(LaneKey.F2),
  BASKET(LaneKey.F3),
  /** Another price per unit. */
  PRICE(LaneKey.F4);

  private final LaneKey key;

  DiscountKind(LaneKey key) {
    this.key = key;
  }

  /** The key that chooses it while the panel is open. */
  public LaneKey key() {
    return key;
  }
}

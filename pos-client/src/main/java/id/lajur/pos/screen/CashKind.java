package id.lajur.pos.screen;

/** A way of cash that is no sale, with the key that chooses it. */
public enum CashKind {
  PAY_IN(LaneKey.F2),
  PAY_OUT(LaneKey.F3),
  DROP(LaneKey.F4);

  private final LaneKey key;

  CashKind(LaneKey key) {
    this.key = key;
  }

  LaneKey key() {
    return key;
  }
}

package id.lajur.pos.screen;

import java.awt.Rectangle;

/**
 * How the money's part of the screen shares out its height, in px at 100 %: the kinds of payment,
 * what is given beside what it may be, and what goes back. In few pixels keys keep the height that
 * a finger hits, and what has no room at all is left out: first the change, then the kinds.
 */
final class TenderRows {
  /** From here on the change has more than its row of notes. */
  private static final int ROOMY = 488;

  private static final int GAP = 12;
  private static final int KINDS = 60;
  private static final int AMOUNTS = 214;

  private static final int LITTLE_GAP = 8;
  private static final int LITTLE_KINDS = 54;
  private static final int LITTLE_AMOUNTS = 128; // two keys of 60
  private static final int TWO_FIELDS = 152;
  private static final int LITTLE_CHANGE = 76;
  private static final int AMOUNTS_PERCENT = 45;

  private final boolean roomy;
  private final Rectangle kinds;
  private final Rectangle amounts;
  private final Rectangle change;

  private TenderRows(boolean roomy, Rectangle kinds, Rectangle amounts, Rectangle change) {
    this.roomy = roomy;
    this.kinds = kinds;
    this.amounts = amounts;
    this.change = change;
  }

  /**
   * @param fields that a slip has beside the amount, 0 to 2
   */
  static TenderRows of(int wide, int high, int fields) {
    if (high >= ROOMY) {
      int below = KINDS + GAP + AMOUNTS + GAP;
      return new TenderRows(
          true,
          new Rectangle(0, 0, wide, KINDS),
          new Rectangle(0, KINDS + GAP, wide, AMOUNTS),
          new Rectangle(0, below, wide, high - below));
    }
    int least = fields > 1 ? TWO_FIELDS : LITTLE_AMOUNTS;
    int change = LITTLE_GAP + LITTLE_CHANGE;
    boolean withKinds = high >= LITTLE_KINDS + LITTLE_GAP + least + change;
    int top = withKinds ? LITTLE_KINDS + LITTLE_GAP : 0;
    int rest = high - top;
    boolean withChange = rest >= least + change;
    int amounts =
        withChange
            ? Math.min(AMOUNTS, Math.max(least, rest * AMOUNTS_PERCENT / 100))
            : Math.min(AMOUNTS, rest);
    int below = top + amounts + LITTLE_GAP;
    return new TenderRows(
        false,
        new Rectangle(0, 0, withKinds ? wide : 0, withKinds ? LITTLE_KINDS : 0),
        new Rectangle(0, top, wide, amounts),
        withChange ? new Rectangle(0, below, wide, high - below) : new Rectangle());
  }

  /** Whether each part has a card with a title. */
  boolean roomy() {
    return roomy;
  }

  /** Empty where they are left out. */
  Rectangle kinds() {
    return kinds;
  }

  /** What is given, and beside it what it may be. */
  Rectangle amounts() {
    return amounts;
  }

  /** Empty where it is left out. */
  Rectangle change() {
    return change;
  }

  /** Whether the numbers of a slip have room only beside each other. */
  boolean inOneRow(int fields) {
    return !roomy && amounts.height < (fields > 1 ? TWO_FIELDS : LITTLE_AMOUNTS);
  }
}

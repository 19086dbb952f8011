package id.lajur.pos.screen;

import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Where everything has its place on a screen of a size, in px at 100 %. Everything keeps it in
 * every step of a sale, but for the money, which takes the basket's.
 */
final class LaneGrid {
  private static final int GAP = 12;
  private static final int BETWEEN = 9; // basket, message, entry: ten rows fit at 768
  private static final int MEMBER = 70;
  private static final int NARROW = 1200;
  private static final int WIDE = 1600;
  private static final int HIGH = 900;
  private static final int PORTRAIT_TOTAL = 172; // seven lines of a finger's height at 768 x 1366
  private static final int PORTRAIT_KEYS = 282;
  private static final int PORTRAIT_PAD = 346;
  private static final int LETTERS = 234;
  private static final int COMPACT_LETTERS = 212;

  private LaneGrid() {}

  /**
   * The places.
   *
   * @param large whether there is room to show the sum and the money larger
   * @param main of the basket, or of payment and count
   */
  record Places(
      boolean large,
      Rectangle topBar,
      Rectangle keyBar,
      Rectangle total,
      Rectangle member,
      Rectangle quickKeys,
      Rectangle panel,
      Rectangle money,
      Rectangle main,
      Rectangle message,
      Rectangle entry,
      Rectangle letters) {}

  /** How a screen is divided. */
  enum Shape {
    /** Basket left, sum and keys for loose goods right. */
    LANDSCAPE(1024, 700),
    /** Sum, basket, keys for loose goods one under the other, and a key bar of two rows. */
    PORTRAIT(700, 1120),
    /** Few and large pixels: the keys for loose goods are a page behind F9. */
    COMPACT(900, 500);

    /** Reduced to less, keys would be too small for a finger, and words for an eye. */
    private static final double LEAST_REDUCED = 0.79;

    private final int leastWidth;
    private final int leastHeight;

    Shape(int leastWidth, int leastHeight) {
      this.leastWidth = leastWidth;
      this.leastHeight = leastHeight;
    }

    /** What it needs; in less it is shown reduced. */
    Dimension least() {
      return new Dimension(leastWidth, leastHeight);
    }

    /**
     * The shape that a screen is divided by.
     *
     * @param width of the screen, px at 100 %
     * @param enlarged whether the screen shows everything larger than 100 %
     */
    static Shape of(double width, double height, boolean enlarged) {
      if (height > width * 1.2) {
        return PORTRAIT;
      }
      double fits = Math.min(width / LANDSCAPE.leastWidth, height / LANDSCAPE.leastHeight);
      boolean small = enlarged ? fits < 1 : fits < LEAST_REDUCED;
      return small ? COMPACT : LANDSCAPE;
    }
  }

  /** What stands open, as far as places depend on it. */
  record Open(
      boolean selling,
      boolean paying,
      boolean panel,
      boolean quickPage,
      boolean before,
      boolean counting,
      boolean letters) {
    static Open of(LaneState state) {
      boolean quick = state.panel() instanceof Panel.QuickKeys;
      return new Open(
          state.isSelling(),
          state.isPaying(),
          !quick && !(state.panel() instanceof Panel.None),
          quick,
          state.isBeforeSelling(),
          state.phase() == LaneState.Phase.COUNTING,
          state.showsLetters());
    }
  }

  static Places of(Shape shape, int w, int h, Open open) {
    return shape == Shape.PORTRAIT ? portrait(w, h, open) : landscape(shape, w, h, open);
  }

  /** Width of the right column in a window of this width. */
  static int rightColumn(int width) {
    return width < NARROW ? 336 : width >= WIDE ? 560 : 440;
  }

  private static Places landscape(Shape shape, int w, int h, Open open) {
    boolean compact = shape == Shape.COMPACT;
    boolean large = w >= WIDE && h >= HIGH;
    int right = rightColumn(w);
    int rightX = w - GAP - right;
    int left = rightX - 2 * GAP;
    int top = TopBar.HEIGHT + GAP;
    int bottom = h - KeyBar.HEIGHT - GAP;
    int lettersHigh = open.letters() ? (compact ? COMPACT_LETTERS : LETTERS) : 0;
    int foot = open.letters() ? bottom - lettersHigh - BETWEEN : bottom;
    int entryY = foot - EntryBox.HEIGHT;
    var entry = new Rectangle(GAP, entryY, left, EntryBox.HEIGHT);
    boolean entryStands = open.selling() && !(open.letters() && open.panel());
    int messageY = (entryStands ? entryY - BETWEEN : foot) - MessageStrip.HEIGHT;
    boolean abovePad = compact && (open.paying() || open.counting());
    int totalHigh =
        abovePad
            ? totalAbovePad(bottom - top)
            : w < NARROW ? TotalPanel.NARROW_HIGH : large ? 236 : 196;
    boolean overTotal = compact && (open.panel() || open.quickPage());
    // What covers the sum's own place moves it to the entry's, which takes nothing meanwhile.
    // The money and the count have no entry; there the sum comes above them.
    boolean above = overTotal && (open.paying() || open.counting());
    int mainY = above ? top + EntryBox.HEIGHT + BETWEEN : top;
    Rectangle lent =
        above
            ? new Rectangle(GAP, top, left, EntryBox.HEIGHT)
            : open.letters() ? new Rectangle(GAP, top, left, messageY - BETWEEN - top) : entry;
    Rectangle total = overTotal ? lent : new Rectangle(rightX, top, right, totalHigh);
    int side = overTotal || open.before() ? top : top + totalHigh + GAP;
    int keysTop = overTotal ? top : side + MEMBER + GAP;
    var column = new Rectangle(rightX, side, right, bottom - side);
    return new Places(
        large,
        new Rectangle(0, 0, w, TopBar.HEIGHT),
        new Rectangle(0, h - KeyBar.HEIGHT, w, KeyBar.HEIGHT),
        total,
        new Rectangle(rightX, side, right, MEMBER),
        new Rectangle(rightX, keysTop, right, bottom - keysTop),
        column,
        column,
        new Rectangle(GAP, mainY, left, messageY - BETWEEN - mainY),
        new Rectangle(GAP, messageY, left, MessageStrip.HEIGHT),
        entry,
        new Rectangle(GAP, bottom - lettersHigh, left, lettersHigh));
  }

  /** The sum and what is left of it, where few pixels have the number pad below them. */
  private static int totalAbovePad(int high) {
    int withSums = high - GAP - MoneySide.LEAST_WITH_SUMS;
    int most = withSums >= TotalPanel.WHOLE ? withSums : high - GAP - MoneySide.LEAST_PAD;
    return Math.max(TotalPanel.BOTH, Math.min(TotalPanel.NARROW_HIGH, most));
  }

  private static Places portrait(int w, int h, Open open) {
    boolean large = w >= 1000 && h >= 1600;
    int wide = w - 2 * GAP;
    int top = TopBar.HEIGHT + GAP;
    int totalHigh = large ? 236 : PORTRAIT_TOTAL;
    int keyBar = 2 * KeyBar.HEIGHT - 8;
    int bottom = h - keyBar - GAP;
    int memberY = top + totalHigh + GAP;
    boolean selling = open.selling();
    boolean asked = selling && open.panel();
    int rest = open.counting() ? PORTRAIT_PAD : Math.max(PORTRAIT_PAD, h * 3 / 10);
    int low = bottom - (selling ? Math.max(PORTRAIT_KEYS, h / 5) : rest);
    int belowEntry = low - GAP;
    // What is asked has the entry's place too, which takes nothing meanwhile: nothing else moves.
    int lowerY = asked ? belowEntry - EntryBox.HEIGHT : low;
    int lettersHigh = open.letters() ? LETTERS : 0;
    int lettersY = lowerY - GAP - lettersHigh;
    int foot = open.letters() ? lettersY - BETWEEN : asked ? lowerY - BETWEEN : belowEntry;
    int entryY = foot - EntryBox.HEIGHT;
    int messageY = (selling && !asked ? entryY - BETWEEN : foot) - MessageStrip.HEIGHT;
    int mainY = selling ? memberY + MEMBER + GAP : memberY;
    var lower = new Rectangle(GAP, lowerY, wide, bottom - lowerY);
    return new Places(
        large,
        new Rectangle(0, 0, w, TopBar.HEIGHT),
        new Rectangle(0, h - keyBar, w, keyBar),
        new Rectangle(GAP, top, wide, totalHigh),
        new Rectangle(GAP, memberY, wide, MEMBER),
        lower,
        lower,
        lower,
        new Rectangle(GAP, mainY, wide, messageY - BETWEEN - mainY),
        new Rectangle(GAP, messageY, wide, MessageStrip.HEIGHT),
        new Rectangle(GAP, entryY, wide, EntryBox.HEIGHT),
        new Rectangle(GAP, lettersY, wide, lettersHigh));
  }
}

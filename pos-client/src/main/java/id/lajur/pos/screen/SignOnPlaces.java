package id.lajur.pos.screen;

import java.awt.Rectangle;

/**
 * Where everything stands before a shift, in px at 100 %: the shop and the lane on a band left or
 * above, the form beside or below it. In few and large pixels the pad stands beside the fields.
 */
final class SignOnPlaces {
  /** How the screen is divided. */
  enum Shape {
    LANDSCAPE,
    PORTRAIT,
    COMPACT
  }

  /** Of the shop and the lane, above the form on a narrow and high screen. */
  private static final int BAND = 440;

  private static final int BELOW_BAND = 20;

  private static final float BAND_WIDE = 0.429f;
  private static final float COMPACT_BAND = 0.32f;
  private static final int COMPACT_INSET = 28;

  /** In less, the pad has no room below the fields. */
  private static final int LEAST_WIDTH = 1024;

  private static final int LEAST_HEIGHT = 700;

  private static final int MOST_WIDE = 560;
  private static final int GAP = 14;
  private static final int FIELDS = 114; // below the titles
  private static final int FIELD = 68;
  private static final int PAD = 232;
  private static final int LEAST_PAD = 4 * 48 + 3 * 8;
  private static final int GO = 60;

  /** Below the clock, and where there is room for it. */
  private static final int LEAST_TOP = 68;

  private static final int TOP = 96;

  /** What is to be known, at its least. */
  static final int NOTE = 64;

  /** The place of the keys at the bottom, and what is kept free above it. */
  static final int KEYS = 69;

  private static final int WHOLE = FIELDS + FIELD + PAD + GO + 3 * GAP;

  private static final int COMPACT_TOP = 44;
  private static final int COMPACT_FIELDS = 92; // below the titles
  private static final int COMPACT_ALONE = 82; // from the window's edge, without titles
  private static final int COMPACT_GAP = 12;
  private static final int LABEL = 26;

  private final Shape shape;
  private final Rectangle band;
  private final int x;
  private final int w;
  private final int top;
  private final Rectangle first;
  private final Rectangle second;
  private final Rectangle amount;
  private final Rectangle pad;
  private final Rectangle go;
  private final int noteTop;

  private SignOnPlaces(
      Shape shape,
      Rectangle band,
      int x,
      int w,
      int top,
      Rectangle first,
      Rectangle second,
      Rectangle amount,
      Rectangle pad,
      Rectangle go,
      int noteTop) {
    this.shape = shape;
    this.band = band;
    this.x = x;
    this.w = w;
    this.top = top;
    this.first = first;
    this.second = second;
    this.amount = amount;
    this.pad = pad;
    this.go = go;
    this.noteTop = noteTop;
  }

  /**
   * @param noteHigh what is to be known, px
   */
  static SignOnPlaces of(int width, int height, int noteHigh) {
    int note = Math.max(NOTE, noteHigh);
    if (height > width * 1.2) {
      int least = FIELDS + FIELD + LEAST_PAD + GO - 6 + 3 * GAP + note + KEYS;
      int high = Math.min(BAND, height - least - BELOW_BAND); // the greeting gives way
      var band = new Rectangle(0, 0, width, high);
      int top = Math.min(high + 64, Math.max(high + BELOW_BAND, height - least));
      return stacked(Shape.PORTRAIT, band, 0, width, height - note, top);
    }
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT + note - NOTE) {
      return compact(width, height, noteHigh);
    }
    var band = new Rectangle(0, 0, Math.round(width * BAND_WIDE), height);
    int free = height - KEYS - WHOLE - noteHigh;
    int top = Math.max(LEAST_TOP, Math.max(free / 2, Math.min(TOP, free)));
    return stacked(Shape.LANDSCAPE, band, band.width, width, height - note, top);
  }

  /**
   * Fields, pad and the way on one below the other.
   *
   * @param height without what is to be known below them
   */
  private static SignOnPlaces stacked(
      Shape shape, Rectangle band, int left, int width, int height, int top) {
    int w = Math.min(MOST_WIDE, width - left - 96);
    int x = left + (width - left - w) / 2;
    int half = (w - GAP) / 2;
    int y = top + FIELDS;
    int padTop = y + FIELD + GAP;
    int room = height - KEYS - padTop - 2 * GAP;
    int go = Math.min(PAD, room - GO) < LEAST_PAD ? GO - 6 : GO; // digits are hit first
    int pad = Math.min(PAD, room - go);
    return new SignOnPlaces(
        shape,
        band,
        x,
        w,
        top,
        new Rectangle(x, y, half, FIELD),
        new Rectangle(x + half + GAP, y, w - half - GAP, FIELD),
        new Rectangle(x, y, w, FIELD),
        new Rectangle(x, padTop, w, pad),
        new Rectangle(x, padTop + pad + GAP, w, go),
        padTop + pad + GAP + go + GAP);
  }

  /** Fields and the way on left, the pad right of them. */
  private static SignOnPlaces compact(int width, int height, int noteHigh) {
    var band = new Rectangle(0, 0, Math.round(width * COMPACT_BAND), height);
    int x = band.width + COMPACT_INSET;
    int w = width - COMPACT_INSET - x;
    boolean titled = noteHigh <= NOTE;
    int begin = titled ? COMPACT_TOP + COMPACT_FIELDS : COMPACT_ALONE;
    int room = height - KEYS - noteHigh - COMPACT_GAP - begin;
    int betweenFields = COMPACT_GAP + LABEL;
    int field = Math.max(48, Math.min(FIELD, (room - betweenFields - GAP) / 3));
    int go = Math.max(48, Math.min(GO, room - 2 * field - betweenFields - GAP));
    int formHigh = 2 * field + betweenFields + GAP + go;
    int down = Math.max(0, (room - formHigh) / 2);
    int y = begin + down;
    int left = (w - GAP) / 2;
    int second = y + field + betweenFields;
    return new SignOnPlaces(
        Shape.COMPACT,
        band,
        x,
        w,
        titled ? COMPACT_TOP + down : -1,
        new Rectangle(x, y, left, field),
        new Rectangle(x, second, left, field),
        new Rectangle(x, y, left, second + field - y),
        new Rectangle(x + left + GAP, y, w - left - GAP, formHigh),
        new Rectangle(x, second + field + GAP, left, go),
        y + formHigh + COMPACT_GAP);
  }

  Shape shape() {
    return shape;
  }

  Rectangle band() {
    return band;
  }

  int x() {
    return x;
  }

  int w() {
    return w;
  }

  /** Of the titles; negative where what must be told has their place. */
  int top() {
    return top;
  }

  /** The number's field, or the new PIN's. */
  Rectangle first() {
    return first;
  }

  /** The PIN's, or the new one's again. */
  Rectangle second() {
    return second;
  }

  /** The float's. */
  Rectangle amount() {
    return amount;
  }

  Rectangle pad() {
    return pad;
  }

  Rectangle go() {
    return go;
  }

  /** Of what was said last; it may rise where it is long. */
  int noteTop() {
    return noteTop;
  }
}

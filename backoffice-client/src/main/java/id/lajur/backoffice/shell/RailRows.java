package id.lajur.backoffice.shell;

import java.awt.Rectangle;

/**
 * Where the places of a rail stand in its height, in px at 100 %: with room between them where
 * there is some, nearer to each other in a low window, without the logo in a lower one. In one that
 * is lower still they are turned past.
 *
 * @param logo whether it has room above them
 * @param first where the first place begins
 * @param step from one place to the next
 * @param cell how high a place is
 * @param high of the rail
 */
record RailRows(boolean logo, int first, int step, int cell, int high, int places) {
  private static final int FIRST = 66;
  private static final int STEP = 72;
  private static final int BETWEEN = 8;
  private static final int LOW_FIRST = 54;
  private static final int EDGE = 6;
  private static final int LEAST_STEP = 44; // an icon above its word
  private static final int LITTLE_BETWEEN = 2;
  private static final int FOOT = 64; // below the last place of a high rail

  static RailRows of(int high, int places) {
    int all = Math.max(1, places);
    if (FIRST + all * STEP + EDGE <= high) {
      return new RailRows(true, FIRST, STEP, STEP - BETWEEN, high, places);
    }
    boolean logo = LOW_FIRST + all * LEAST_STEP + EDGE <= high;
    int first = logo ? LOW_FIRST : EDGE;
    int step = Math.min(STEP, Math.max(LEAST_STEP, (high - first - EDGE) / all));
    int between = Math.min(BETWEEN, step - LEAST_STEP + LITTLE_BETWEEN);
    return new RailRows(logo, first, step, step - between, high, places);
  }

  /** What turning can hide above; 0 where everything has room. */
  int mostHidden() {
    return Math.max(0, first + places * step + EDGE - high);
  }

  /**
   * @param hidden of the rows, px, 0 to {@link #mostHidden}
   * @param atBottom whether it stands by itself at the rail's bottom, where there is room
   */
  Rectangle cell(int place, int hidden, boolean atBottom) {
    int y = first + place * step - hidden;
    int lowest = high - FOOT - cell;
    return new Rectangle(8, atBottom ? Math.max(y, lowest) : y, Rail.RAIL_WIDTH - 16, cell);
  }

  /** What must be hidden above so that a place is seen, nearest to what is hidden now. */
  int showing(int place, int hidden) {
    int top = place == 0 ? 0 : first + place * step - EDGE;
    int bottom = first + (place + 1) * step + EDGE;
    return Math.max(0, Math.min(mostHidden(), Math.min(top, Math.max(hidden, bottom - high))));
  }
}

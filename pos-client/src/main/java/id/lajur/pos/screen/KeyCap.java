package id.lajur.pos.screen;

/**
 * One key of the bar.
 *
 * @param text key of its word, without "key."
 * @param dim true when it cannot work now
 * @param badge a number to see, 0 for none
 * @param main the one way on
 */
public record KeyCap(LaneKey key, String text, boolean dim, int badge, boolean main) {
  static KeyCap of(LaneKey key, String text) {
    return new KeyCap(key, text, false, 0, false);
  }

  KeyCap dimmed(boolean newDim) {
    return new KeyCap(key, text, newDim, badge, main);
  }
}

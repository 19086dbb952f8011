package id.lajur.pos.screen;

import java.time.Instant;

/**
 * A basket put aside, or open on another lane.
 *
 * @param number it was put aside under; 0 where it is open
 * @param lane where it is open, or was last
 */
public record WaitingView(
    String basketId,
    int number,
    String lane,
    String operator,
    Instant since,
    int lineCount,
    long totalMinor) {
  boolean isOpen() {
    return number == 0;
  }
}

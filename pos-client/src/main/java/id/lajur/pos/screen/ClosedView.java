package id.lajur.pos.screen;

import java.util.Optional;

/**
 * A shift that is closed; its Z is on its way to the printer.
 *
 * @param differenceMinor counted less expected
 * @param complete every receipt of the lane is at the server
 * @param signedOff false when the operator's session is open still
 * @param handed cash that was handed over
 */
public record ClosedView(
    long zNumber,
    long differenceMinor,
    boolean complete,
    boolean signedOff,
    Optional<Handed> handed) {
  /** Cash that did not go to the safe, and the lane that it becomes the float of. */
  public record Handed(String lane, long amountMinor) {}
}

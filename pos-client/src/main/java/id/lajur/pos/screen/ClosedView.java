package id.lajur.pos.screen;

/**
 * A shift that is closed; its Z is on its way to the printer.
 *
 * @param differenceMinor counted less expected
 * @param complete every receipt of the lane is at the server
 * @param signedOff false when the operator's session is open still
 */
public record ClosedView(long zNumber, long differenceMinor, boolean complete, boolean signedOff) {}

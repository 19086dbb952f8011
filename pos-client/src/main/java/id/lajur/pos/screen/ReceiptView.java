package id.lajur.pos.screen;

/**
 * A sale that is posted.
 *
 * @param receivedMinor cash that was given; without it 0
 * @param otherMinor what was paid by other tenders, less than 0 where it went back by them
 * @param changeMinor cash that went out
 * @param fetched false when the receipt could not be read yet, so that nothing prints
 */
public record ReceiptView(
    String number,
    long totalMinor,
    long receivedMinor,
    long otherMinor,
    long changeMinor,
    boolean fetched) {
  /** All that was paid, in cash and otherwise. */
  public long paidMinor() {
    return receivedMinor + otherMinor;
  }

  /** What the coin took off or added: all that was paid less the change, and the total. */
  public long roundingMinor() {
    return paidMinor() - changeMinor - totalMinor;
  }
}

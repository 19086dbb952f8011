package id.lajur.pos.screen;

/**
 * A sale that is posted.
 *
 * @param fetched false when the receipt could not be read yet, so that nothing prints
 */
public record ReceiptView(
    String number, long totalMinor, long receivedMinor, long changeMinor, boolean fetched) {}

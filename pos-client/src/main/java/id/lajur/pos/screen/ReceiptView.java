package id.lajur.pos.screen;

/**
 * A sale that is posted.
 *
 * @param printed false when the paper did not come out
 */
public record ReceiptView(
    String number, long totalMinor, long receivedMinor, long changeMinor, boolean printed) {}

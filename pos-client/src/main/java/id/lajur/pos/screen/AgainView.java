package id.lajur.pos.screen;

/**
 * What came of asking for paper once more.
 *
 * @param receiptNumber of the receipt that was printed as a copy; empty when it was what had waited
 * @param printed false when some of it did not come out
 */
public record AgainView(String receiptNumber, boolean printed) {}

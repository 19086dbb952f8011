package id.lajur.pos.screen;

/**
 * What the lane sold by itself.
 *
 * @param on whether it sells by itself now; else the last receipts are on their way
 * @param waiting receipts that have not come in at the server yet
 * @param waitingMinor the sum of their totals
 * @param refused whether the server refuses the oldest: somebody has to look
 */
public record EmergencyView(boolean on, int waiting, long waitingMinor, boolean refused) {}

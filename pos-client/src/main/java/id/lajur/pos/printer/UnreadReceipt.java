package id.lajur.pos.printer;

/**
 * The receipt of a sale that the server has not given yet.
 *
 * @param number as it will stand on it
 */
public record UnreadReceipt(String saleId, String number) {}

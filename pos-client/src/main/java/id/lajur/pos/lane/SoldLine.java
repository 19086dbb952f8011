package id.lajur.pos.lane;

/**
 * A line of a receipt that goods come back from.
 *
 * @param lineNo as the receipt numbers it
 * @param code what takes it back
 */
public record SoldLine(String saleId, int lineNo, String code) {}

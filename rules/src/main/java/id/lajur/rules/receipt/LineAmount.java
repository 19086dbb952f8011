package id.lajur.rules.receipt;

/**
 * What a line brings to its receipt.
 *
 * @param totalMinor quantity × price less the line's own discount; negative for what comes back
 * @param noDiscount whether no discount of the whole basket falls on it
 */
public record LineAmount(long totalMinor, boolean noDiscount) {}

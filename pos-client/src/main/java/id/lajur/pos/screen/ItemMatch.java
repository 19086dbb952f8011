package id.lajur.pos.screen;

/**
 * An item found by name or asked for its price.
 *
 * @param stockMilli on hand, thousandths
 */
public record ItemMatch(
    String itemCode, String name, String unit, long priceMinor, long stockMilli, boolean weighed) {}

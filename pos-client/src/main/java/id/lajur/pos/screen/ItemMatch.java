package id.lajur.pos.screen;

import java.util.OptionalLong;

/**
 * An item found by name or asked for its price.
 *
 * @param code what sells it: the barcode that names its unit, or its own code
 * @param priceMinor empty when nobody has given it a price yet
 * @param stockMilli on hand, thousandths of the unit
 */
public record ItemMatch(
    String code,
    String name,
    String unit,
    OptionalLong priceMinor,
    long stockMilli,
    boolean weighed) {}

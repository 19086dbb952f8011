package id.lajur.server.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One way to sell an item, as somebody who asks sees it.
 *
 * @param barcode key of a code that names this unit, null when it has none
 * @param priceMinor per unit; null when it has none yet
 * @param stockMilli on hand at the asker's location, thousandths of the base unit
 */
record Offer(
    String itemCode,
    String name,
    @Nullable String barcode,
    String unit,
    long factorMilli,
    boolean weighed,
    @Nullable Long priceMinor,
    String department,
    String taxClass,
    long stockMilli,
    String baseUnit,
    boolean blocked) {}

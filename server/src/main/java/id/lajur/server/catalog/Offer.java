package id.lajur.server.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One way to sell an item, as somebody who asks sees it.
 *
 * @param barcode key of a code that names this unit, null when it has none
 * @param priceMinor per unit; null when it has none yet
 * @param stockMilli on hand at the asker's location, thousandths of the base unit
 * @param atLevels code and price of each level that the unit has a price at, a blank between each
 *     two; null when at none
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
    boolean blocked,
    @Nullable String atLevels) {}

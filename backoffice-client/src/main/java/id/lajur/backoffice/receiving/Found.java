package id.lajur.backoffice.receiving;

import org.jspecify.annotations.Nullable;

/** An item that was looked for by its name. */
record Found(String code, String name, String unit, String department, @Nullable Long priceMinor) {}

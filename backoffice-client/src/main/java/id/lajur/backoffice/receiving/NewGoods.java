package id.lajur.backoffice.receiving;

import org.jspecify.annotations.Nullable;

/**
 * An item that came without being known.
 *
 * @param barcode of the base unit, may be empty
 * @param priceMinor null when somebody sets it later
 * @param packUnit empty = it comes in base units alone
 */
record NewGoods(
    String name,
    String department,
    String taxClass,
    String baseUnit,
    String barcode,
    @Nullable Long priceMinor,
    String packUnit,
    long packFactorMilli,
    String packBarcode,
    boolean asksExpiry) {
  /** The code that is scanned next: of the pack that stands there, else of the piece. */
  String nextCode(String itemCode) {
    return packBarcode.isEmpty() ? itemCode : packBarcode;
  }
}

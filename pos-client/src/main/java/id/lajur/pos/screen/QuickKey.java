package id.lajur.pos.screen;

/**
 * One key for goods without a barcode.
 *
 * @param label at most 11 characters
 * @param rgb colour of its picture
 */
public record QuickKey(String letter, String label, String itemCode, int rgb) {}

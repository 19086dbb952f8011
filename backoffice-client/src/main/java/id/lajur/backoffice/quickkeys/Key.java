package id.lajur.backoffice.quickkeys;

import java.util.Optional;

/**
 * A key on a page.
 *
 * @param place 0 to 11, row by row of four
 * @param unitNo 0 = the base unit
 * @param picture what names it; empty = one is drawn in the colour
 * @param priceMinor empty = it has none now
 */
record Key(
    int place,
    String itemCode,
    int unitNo,
    String label,
    int rgb,
    String picture,
    String itemName,
    String unit,
    boolean weighed,
    Optional<Long> priceMinor) {
  static final int MOST_LABEL = 20;

  Key at(int newPlace) {
    return new Key(
        newPlace, itemCode, unitNo, label, rgb, picture, itemName, unit, weighed, priceMinor);
  }

  Key labelled(String newLabel) {
    return new Key(
        place, itemCode, unitNo, newLabel, rgb, picture, itemName, unit, weighed, priceMinor);
  }

  Key coloured(int newRgb) {
    return new Key(
        place, itemCode, unitNo, label, newRgb, picture, itemName, unit, weighed, priceMinor);
  }

  Key showing(String newPicture) {
    return new Key(
        place, itemCode, unitNo, label, rgb, newPicture, itemName, unit, weighed, priceMinor);
  }
}

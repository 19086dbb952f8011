package id.lajur.pos.screen;

import id.lajur.kit.widget.QuickKeyFace;
import java.util.Optional;

/**
 * One key for goods without a barcode.
 *
 * @param place 0 to 11, row by row of four as on the keyboard
 * @param code what is scanned for it; empty when its unit has none any more
 * @param rgb colour of the picture that is drawn where there is none
 * @param priceMinor empty where none is known, as of an item that is blocked
 * @param unit of what is weighed, "kg"; empty else
 */
public record QuickKey(
    int place,
    String label,
    String code,
    int rgb,
    Optional<Long> priceMinor,
    String unit,
    Optional<QuickPicture> picture) {
  public String letter() {
    return QuickKeyFace.letter(place);
  }
}

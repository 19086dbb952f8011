package id.lajur.backoffice.stock;

import id.lajur.kit.format.Formats;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What was typed or scanned while goods are counted.
 *
 * @param code of an item; empty = of the item before
 * @param quantityMilli of the unit that the code names
 * @param adds to what was counted before, else in its place
 */
record Typed(String code, long quantityMilli, boolean adds) {
  private static final long ONE = 1_000;

  /** Longer figures than people type: the scanner was quicker than the eye. */
  private static final Pattern SCANNED = Pattern.compile("\\d{8,}");

  /**
   * Of the field of codes: {@code 8991234567890}, {@code 12*8991234567890}.
   *
   * @return empty where nothing is asked, or the figure before the star is none
   */
  static Optional<Typed> code(String text, Formats formats) {
    String typed = text.strip();
    int star = typed.indexOf('*');
    if (star < 0) {
      return typed.isEmpty() ? Optional.empty() : Optional.of(new Typed(typed, ONE, true));
    }
    OptionalLong quantity = formats.parseQuantity(typed.substring(0, star).strip());
    String code = typed.substring(star + 1).strip();
    return quantity.isEmpty() || code.isEmpty()
        ? Optional.empty()
        : Optional.of(new Typed(code, quantity.getAsLong(), true));
  }

  /**
   * Of the field of quantities: {@code 24} in place of what was counted, {@code +9} beside it; a
   * barcode there is one.
   */
  static Optional<Typed> quantity(String text, Formats formats) {
    String typed = text.strip();
    if (SCANNED.matcher(typed).matches() || typed.indexOf('*') > 0) {
      return code(typed, formats);
    }
    boolean adds = typed.startsWith("+");
    OptionalLong quantity = formats.parseQuantity(adds ? typed.substring(1).strip() : typed);
    return quantity.isEmpty() || quantity.getAsLong() < 0
        ? Optional.empty()
        : Optional.of(new Typed("", quantity.getAsLong(), adds));
  }
}

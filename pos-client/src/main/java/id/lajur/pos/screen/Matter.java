package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;

/**
 * What a supervisor decides on beside the act and its line, in figures: one at the manager's desk
 * reads it in a language of his own.
 *
 * @param words the cashier's own: a reason, a receipt's number, a lane
 * @param item of goods that are no line of the basket yet; empty where it is about one that is
 * @param quantityMilli of these; 0 = not said
 * @param newPriceMinor of one unit; 0 = it stays
 * @param percentMicro a discount as a part, 10 % = 100000; 0 = none
 * @param amountMinor as it was typed; 0 = none was
 * @param comesToMinor what the act comes to, as the server has said; 0 = it has not
 */
public record Matter(
    String words,
    String item,
    long quantityMilli,
    long newPriceMinor,
    int percentMicro,
    long amountMinor,
    long comesToMinor) {
  public static final Matter NONE = of("");

  /** Nothing but words. */
  static Matter of(String words) {
    return new Matter(words, "", 0, 0, 0, 0, 0);
  }

  static Matter price(long newMinor, String words) {
    return new Matter(words, "", 0, newMinor, 0, 0, 0);
  }

  static Matter discount(Discount discount, String words) {
    return new Matter(words, "", 0, 0, discount.percentMicro(), discount.amountMinor(), 0);
  }

  static Matter amount(String item, long minor) {
    return new Matter("", item, 0, 0, 0, minor, 0);
  }

  static Matter goods(String item, long quantityMilli, String words) {
    return new Matter(words, item, quantityMilli, 0, 0, 0, 0);
  }

  Matter comingTo(long minor) {
    return new Matter(words, item, quantityMilli, newPriceMinor, percentMicro, amountMinor, minor);
  }

  /** In the cashier's language: "2 × Gula, TRX-12", "10 %, dented". */
  String told(Formats formats) {
    var told = new StringBuilder();
    if (!item.isEmpty()) {
      told.append(quantityMilli == 0 ? "" : formats.quantity(quantityMilli) + " × ").append(item);
    }
    if (percentMicro > 0) {
      then(told, formats.percent(percentMicro));
    } else if (newPriceMinor > 0 || amountMinor > 0) {
      then(told, formats.moneyWithSign(Math.max(newPriceMinor, amountMinor)));
    }
    return then(told, words).toString();
  }

  private static StringBuilder then(StringBuilder told, String next) {
    return told.append(told.isEmpty() || next.isEmpty() ? "" : ", ").append(next);
  }
}

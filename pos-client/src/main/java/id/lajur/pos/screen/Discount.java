package id.lajur.pos.screen;

/**
 * A discount as it was typed: an amount or a part, the other 0.
 *
 * @param percentMicro millionths, 10 % = 100000
 */
public record Discount(long amountMinor, int percentMicro) {
  static Discount amount(long minor) {
    return new Discount(minor, 0);
  }

  static Discount part(int micro) {
    return new Discount(0, micro);
  }
}

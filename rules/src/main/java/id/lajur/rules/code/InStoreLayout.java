package id.lajur.rules.code;

import java.util.Optional;

/**
 * How the shop's own labels under one prefix are read: item number, perhaps an inner check digit, a
 * field, and the check digit of the whole, 13 digits together.
 *
 * @param decimals of kilograms or pieces for WEIGHT and COUNT, of the currency for PRICE; negative
 *     when the field counts tens or hundreds
 * @see "GS1 General Specifications, restricted circulation numbers, 7.9"
 */
public record InStoreLayout(
    String prefix, int itemDigits, Field field, int fieldDigits, int decimals, boolean innerCheck) {

  /** What the field says. The names stand in the database. */
  public enum Field {
    WEIGHT,
    PRICE,
    COUNT
  }

  /**
   * What a label says.
   *
   * @param itemNumber digits as printed, leading zeros kept
   * @param itemLabel the same label with an empty field, as item files name it
   * @param value thousandths of the base unit, or minor units for a price
   * @param stepMinor smallest difference of two prices under this layout
   */
  public record Label(
      String itemNumber, String itemLabel, Field field, long value, long stepMinor) {}

  public InStoreLayout {
    int digits = prefix.length() + itemDigits + fieldDigits + (innerCheck ? 1 : 0) + 1;
    if (digits != 13 || itemDigits < 1 || fieldDigits < 1 || !Gtin.digitsOnly(prefix)) {
      throw new IllegalArgumentException("a label has 13 digits, not " + digits + ": " + prefix);
    }
    if (innerCheck && fieldDigits != 4 && fieldDigits != 5) {
      throw new IllegalArgumentException("an inner check digit guards 4 or 5 digits: " + prefix);
    }
    if (decimals < -3 || decimals > (field == Field.PRICE ? 2 : 3)) {
      throw new IllegalArgumentException("decimals of prefix " + prefix + ": " + decimals);
    }
  }

  /**
   * Reads a label of this prefix.
   *
   * @param digits 13 digits that begin with the prefix
   * @return empty when either check digit is wrong
   */
  public Optional<Label> read(String digits) {
    if (!Gtin.isValid(digits)) {
      return Optional.empty();
    }
    int from = prefix.length() + itemDigits;
    String itemNumber = digits.substring(prefix.length(), from);
    String text = digits.substring(12 - fieldDigits, 12);
    if (innerCheck && InnerCheck.digit(text) != digits.charAt(from) - '0') {
      return Optional.empty();
    }
    String empty = "0".repeat(fieldDigits);
    String zeroed = digits.substring(0, from) + (innerCheck ? InnerCheck.digit(empty) : "") + empty;
    long step = power(field == Field.PRICE ? 2 : 3);
    return Optional.of(
        new Label(
            itemNumber,
            zeroed + Gtin.checkDigit(zeroed),
            field,
            Long.parseLong(text) * step,
            step));
  }

  private long power(int scale) {
    long power = 1;
    for (int i = decimals; i < scale; i++) {
      power *= 10;
    }
    return power;
  }
}

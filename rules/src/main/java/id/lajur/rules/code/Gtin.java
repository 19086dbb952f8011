package id.lajur.rules.code;

/**
 * Global Trade Item Numbers of 8, 12, 13 and 14 digits.
 *
 * @see "GS1 General Specifications, check digit calculation"
 */
public final class Gtin {
  private Gtin() {}

  /**
   * Check digit for a GTIN given without it.
   *
   * @param digits 7, 11, 12 or 13 ASCII digits, most significant first
   * @return 0 to 9
   * @throws IllegalArgumentException any other length or character
   */
  public static int checkDigit(String digits) {
    int length = digits.length();
    if (!digitsOnly(digits) || length != 7 && (length < 11 || length > 13)) {
      throw new IllegalArgumentException("not a GTIN without its check digit: " + digits);
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int weight = (length - i) % 2 == 1 ? 3 : 1;
      sum += weight * (digits.charAt(i) - '0');
    }
    return (10 - sum % 10) % 10;
  }

  /** Whether this is a GTIN of 8, 12, 13 or 14 digits whose check digit is right. */
  public static boolean isValid(String code) {
    int length = code.length();
    return (length == 8 || length >= 12 && length <= 14)
        && digitsOnly(code)
        && checkDigit(code.substring(0, length - 1)) == code.charAt(length - 1) - '0';
  }

  /** The 14 digits under which GTINs of every length compare. */
  public static String toGtin14(String gtin) {
    if (!isValid(gtin)) {
      throw new IllegalArgumentException("not a GTIN: " + gtin);
    }
    return "0".repeat(14 - gtin.length()) + gtin;
  }

  /** How a code stands in the catalogue: a GTIN as 14 digits, anything else as it is. */
  public static String key(String code) {
    return isValid(code) ? toGtin14(code) : code;
  }

  /** A key as it is printed: without the zeros that bring a GTIN to 14 digits. */
  public static String shown(String key) {
    if (key.length() != 14 || !isValid(key)) {
      return key;
    }
    for (int length : new int[] {8, 12, 13}) {
      if (key.startsWith("0".repeat(14 - length))) {
        return key.substring(14 - length);
      }
    }
    return key;
  }

  /** Whether a text is made of the ten ASCII digits, and of one at least. */
  public static boolean digitsOnly(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

package id.lajur.rules.code;

/**
 * The check digit inside a label, over its price or weight.
 *
 * @see "GS1 General Specifications 7.9.3 and 7.9.4"
 */
final class InnerCheck {
  private static final String TWO_MINUS = "0246891357";
  private static final String THREE = "0369258147";
  private static final String FIVE_PLUS = "0516273849";
  private static final String FIVE_MINUS = "0594837261";

  private InnerCheck() {}

  /**
   * @param field 4 or 5 ASCII digits
   * @throws IllegalArgumentException any other length
   */
  static int digit(String field) {
    return switch (field.length()) {
      case 4 -> sum(field, TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS) * 3 % 10;
      case 5 -> {
        int sum = sum(field, FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS);
        yield FIVE_MINUS.indexOf('0' + (10 - sum % 10) % 10);
      }
      default -> throw new IllegalArgumentException("4 or 5 digits, not " + field);
    };
  }

  private static int sum(String field, String... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i].charAt(field.charAt(i) - '0') - '0';
    }
    return sum;
  }
}

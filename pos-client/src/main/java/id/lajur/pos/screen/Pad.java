package id.lajur.pos.screen;

/** What a pad of digits has for the field with the caret. */
final class Pad {
  private Pad() {}

  /**
   * The key beside 0: the language's decimal mark where parts of one can be typed, "000" for money
   * that has none, and nothing for a number or a PIN.
   */
  static String besideZero(View.Shown shown) {
    LaneState state = shown.state();
    Form form = state.form();
    if (form.fields().isEmpty()) {
      return "";
    }
    boolean percent = state.panel() instanceof Panel.Discount discount && discount.isPart();
    boolean parts = percent || shown.formats().currency().digitsShown() > 0;
    return switch (form.fields().get(form.at()).takes()) {
      case QUANTITY -> shown.formats().decimalMark();
      case AMOUNT -> parts ? shown.formats().decimalMark() : "000";
      case TEXT, DIGITS, SECRET -> "";
    };
  }
}

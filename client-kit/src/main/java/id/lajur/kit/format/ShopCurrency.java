package id.lajur.kit.format;

/**
 * The store's one currency. Money is stored with two digits whatever it shows: 1 rupiah is 100
 * minor units.
 *
 * @param code ISO 4217
 * @param sign as it stands in labels, e.g. "Rp"
 * @param digitsShown 0 to 2 digits after the mark
 */
public record ShopCurrency(String code, String sign, int digitsShown) {
  public static final ShopCurrency RUPIAH = new ShopCurrency("IDR", "Rp", 0);
  public static final ShopCurrency US_DOLLAR = new ShopCurrency("USD", "$", 2);

  private static final int MINOR_OF_ONE = 100;

  /**
   * The currency of a store.
   *
   * @param amountUnitMinor smallest step of its amounts
   */
  public static ShopCurrency of(String code, long amountUnitMinor) {
    return switch (code) {
      case "IDR" -> RUPIAH;
      case "USD" -> US_DOLLAR;
      default -> new ShopCurrency(code, code, amountUnitMinor % MINOR_OF_ONE == 0 ? 0 : 2);
    };
  }

  public ShopCurrency {
    if (digitsShown < 0 || digitsShown > 2) {
      throw new IllegalArgumentException("digits shown: " + digitsShown);
    }
  }
}

package id.lajur.server.people;

import java.util.Currency;
import java.util.Optional;

/**
 * A currency that a store can have. Amounts are hundredths everywhere, so that one with three
 * decimals is none of them.
 *
 * @param code ISO 4217
 * @param unitMinor smallest step of an amount: 100 for rupiah, 1 for dollars
 * @param coinMinor smallest coin that a new store reckons with
 */
public record StoreCurrency(String code, int unitMinor, long coinMinor) {
  public static final StoreCurrency RUPIAH = new StoreCurrency("IDR", 100, 100_00);

  /** Empty where there is no such currency, or none that hundredths can hold. */
  public static Optional<StoreCurrency> of(String code) {
    if (code.equals(RUPIAH.code)) {
      return Optional.of(RUPIAH); // ISO knows its sen, which nobody has seen for decades
    }
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(code))
        .findFirst()
        .flatMap(StoreCurrency::of);
  }

  private static Optional<StoreCurrency> of(Currency currency) {
    return switch (currency.getDefaultFractionDigits()) {
      case 0 -> Optional.of(new StoreCurrency(currency.getCurrencyCode(), 100, 100));
      case 2 -> Optional.of(new StoreCurrency(currency.getCurrencyCode(), 1, 1));
      default -> Optional.empty();
    };
  }
}

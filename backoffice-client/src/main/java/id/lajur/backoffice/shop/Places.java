package id.lajur.backoffice.shop;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Where a shop can be, and what it can sell for; what is usual in Indonesia stands first. */
final class Places {
  /** WIB, WITA and WIT. */
  static final List<String> INDONESIAN = List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura");

  private static final String RUPIAH = "IDR";
  private static final int MOST_DECIMALS = 2;

  private Places() {}

  /** Those of Indonesia, then every other by name. */
  static List<String> zones() {
    List<String> zones = new ArrayList<>(INDONESIAN);
    ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> !INDONESIAN.contains(zone))
        .sorted()
        .forEach(zones::add);
    return zones;
  }

  /** Rupiah, then every other that hundredths can hold, by its letters. */
  static List<String> currencies() {
    List<String> currencies = new ArrayList<>(List.of(RUPIAH));
    Currency.getAvailableCurrencies().stream()
        .filter(
            one ->
                one.getDefaultFractionDigits() == 0
                    || one.getDefaultFractionDigits() == MOST_DECIMALS)
        .map(Currency::getCurrencyCode)
        .filter(code -> !code.equals(RUPIAH))
        .sorted()
        .forEach(currencies::add);
    return currencies;
  }
}

package id.lajur.server.admin;

import id.lajur.server.config.NewStore;
import id.lajur.server.people.StoreCurrency;

/**
 * A shop as it is made.
 *
 * @param currency ISO 4217
 * @param amountUnitMinor smallest step of an amount: 100 for rupiah, 1 for dollars
 * @param coinMinor smallest coin that circulates
 * @param timeZone IANA name
 * @param training made for trial, replay or demo; marked so for ever
 */
public record StoreProfile(
    String code,
    String name,
    String address,
    String taxNumber,
    String currency,
    int amountUnitMinor,
    long coinMinor,
    String timeZone,
    String receiptFooter,
    boolean training) {

  /** An Indonesian shop whose owner has named nothing yet. */
  public static StoreProfile standard() {
    return standard(NewStore.USUAL);
  }

  /** A shop whose owner has named nothing yet but where it is. */
  static StoreProfile standard(NewStore made) {
    StoreCurrency currency = StoreCurrency.of(made.currency()).orElseThrow();
    return new StoreProfile(
        "TOKO1",
        "Toko baru",
        "",
        "",
        currency.code(),
        currency.unitMinor(),
        currency.coinMinor(),
        made.zone(),
        "Terima kasih",
        false);
  }
}

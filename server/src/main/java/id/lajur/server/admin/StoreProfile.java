package id.lajur.server.admin;

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
    return new StoreProfile(
        "TOKO1", "Toko baru", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "Terima kasih", false);
  }
}

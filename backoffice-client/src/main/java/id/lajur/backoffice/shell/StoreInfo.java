package id.lajur.backoffice.shell;

import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.time.ZoneId;

/**
 * The store as the server tells it, and this desk.
 *
 * @param coinMinor smallest coin that circulates
 * @param desk this terminal's name
 * @param training made for trial or demo
 */
public record StoreInfo(
    String code,
    String name,
    String address,
    ShopCurrency currency,
    long amountUnitMinor,
    long coinMinor,
    ZoneId zone,
    boolean training,
    String desk) {
  public Formats formats(Language language) {
    return new Formats(language, currency, zone);
  }
}

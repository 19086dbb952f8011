package id.lajur.pos.screen;

import id.lajur.kit.format.ShopCurrency;
import java.time.ZoneId;
import java.util.List;

/**
 * The shop and this lane, as the sign-on screen shows them.
 *
 * @param lane what stands large on the screen, e.g. "3"
 * @param denominations notes and coins, dearest first
 * @param quickPages keys for goods without a barcode
 */
public record TerminalView(
    String storeName,
    String storeAddress,
    String lane,
    ShopCurrency currency,
    ZoneId zone,
    List<DenominationView> denominations,
    QuickPages quickPages,
    boolean training) {
  public TerminalView {
    denominations = List.copyOf(denominations);
  }

  TerminalView with(QuickPages pages) {
    return new TerminalView(
        storeName, storeAddress, lane, currency, zone, denominations, pages, training);
  }
}

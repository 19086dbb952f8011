package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as somebody at the back office wants it; what can be judged without the store is judged
 * here.
 *
 * @param department code
 * @param taxClass code
 * @param blocked null = it sells
 */
record ItemDraft(
    String code,
    String name,
    String department,
    String category,
    SaleItem.Kind kind,
    String taxClass,
    boolean weighed,
    boolean noDiscount,
    boolean noReturn,
    @Nullable String blocked,
    SaleItem.StockPolicy stockPolicy,
    boolean asksExpiry,
    List<Unit> units) {
  private static final int MOST_UNITS = 20;
  private static final int MOST_BARCODES = 100;
  private static final long MOST_FACTOR_MILLI = 1_000_000_000L;

  ItemDraft {
    units = List.copyOf(units);
  }

  /**
   * A unit.
   *
   * @param unitNo 0 = the base unit, null = a new pack
   * @param barcodes as printed
   * @param priceMinor of a new unit, null when it has none yet
   */
  record Unit(
      @Nullable Integer unitNo,
      String name,
      long factorMilli,
      List<String> barcodes,
      @Nullable Long priceMinor) {
    Unit {
      barcodes = List.copyOf(barcodes);
    }

    boolean isBase() {
      return unitNo != null && unitNo == 0;
    }
  }

  /**
   * @throws Refusal NAME_NEEDED
   */
  void checkName() {
    if (name.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
  }

  /**
   * Looks at each unit by itself and at all of them beside each other.
   *
   * @throws Refusal UNIT_INVALID without a name, with a factor that cannot be, or with the name of
   *     another; LINES_TOO_MANY; BARCODE_DAMAGED a wrong check digit; BARCODE_TAKEN by another unit
   *     of this item; AMOUNT_INVALID
   */
  void checkUnits() {
    Set<String> names = new HashSet<>();
    Set<String> keys = new HashSet<>();
    if (units.size() > MOST_UNITS) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_UNITS);
    }
    for (Unit unit : units) {
      boolean fits =
          unit.isBase()
              ? unit.factorMilli() == 1000
              : unit.factorMilli() > 0 && unit.factorMilli() <= MOST_FACTOR_MILLI;
      if (unit.name().isEmpty() || !fits || !names.add(unit.name().toLowerCase(Locale.ROOT))) {
        throw new Refusal(Reason.UNIT_INVALID).with("unit", unit.name());
      }
      Long price = unit.priceMinor();
      if (price != null && (price < 0 || price > PriceChange.MOST_PRICE_MINOR)) {
        throw new Refusal(Reason.AMOUNT_INVALID).with("most", PriceChange.MOST_PRICE_MINOR);
      }
      unit.barcodes().forEach(barcode -> check(barcode, keys));
    }
    if (keys.size() > MOST_BARCODES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_BARCODES);
    }
  }

  private void check(String barcode, Set<String> keys) {
    int length = barcode.length();
    if (Gtin.digitsOnly(barcode)
        && (length == 8 || length >= 12 && length <= 14)
        && !Gtin.isValid(barcode)) {
      throw new Refusal(Reason.BARCODE_DAMAGED)
          .with("barcode", barcode)
          .with("checkDigit", Gtin.checkDigit(barcode.substring(0, length - 1)));
    }
    if (!keys.add(Gtin.key(barcode))) {
      throw new Refusal(Reason.BARCODE_TAKEN)
          .with("code", barcode)
          .with("itemCode", code)
          .with("item", name);
    }
  }
}

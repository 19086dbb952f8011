package id.lajur.server.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as a catalogue brings it: new, or in place of the one with the same code.
 *
 * @param department code; made if it is new
 * @param taxClass code of a class that the store has
 * @param account of a deposit or liability, else null
 * @param blocked why it does not sell, null when it does
 * @param costMinor per base unit; null when not known
 * @param units the base unit first, factor 1000; each by a name of its own
 */
public record NewItem(
    String code,
    String name,
    String department,
    String category,
    SaleItem.Kind kind,
    @Nullable String account,
    String taxClass,
    boolean weighed,
    boolean noDiscount,
    boolean noReturn,
    @Nullable String blocked,
    SaleItem.StockPolicy stockPolicy,
    @Nullable Long costMinor,
    List<Unit> units) {
  public NewItem {
    units = List.copyOf(units);
    if (units.isEmpty() || units.get(0).factorMilli() != 1000) {
      throw new IllegalArgumentException("the base unit comes first: " + code);
    }
  }

  /** An item that sells, with discounts and returns. */
  public NewItem(
      String code,
      String name,
      String department,
      String category,
      SaleItem.Kind kind,
      @Nullable String account,
      String taxClass,
      boolean weighed,
      SaleItem.StockPolicy stockPolicy,
      @Nullable Long costMinor,
      List<Unit> units) {
    this(
        code,
        name,
        department,
        category,
        kind,
        account,
        taxClass,
        weighed,
        false,
        false,
        null,
        stockPolicy,
        costMinor,
        units);
  }

  /** Whether all but the units is the same. */
  boolean sameHead(NewItem other) {
    return withUnits(other.units).equals(other);
  }

  private NewItem withUnits(List<Unit> others) {
    return new NewItem(
        code,
        name,
        department,
        category,
        kind,
        account,
        taxClass,
        weighed,
        noDiscount,
        noReturn,
        blocked,
        stockPolicy,
        costMinor,
        others);
  }

  /**
   * One unit that an item is sold in.
   *
   * @param priceMinor null when it has none
   * @param levelPrices minor units, by the number of their level
   * @param barcodes as printed
   */
  public record Unit(
      String unit,
      long factorMilli,
      @Nullable Long priceMinor,
      Map<Integer, Long> levelPrices,
      List<String> barcodes) {
    /** At retail alone. */
    public Unit(String unit, long factorMilli, @Nullable Long priceMinor, List<String> barcodes) {
      this(unit, factorMilli, priceMinor, Map.of(), barcodes);
    }

    public Unit {
      levelPrices = Map.copyOf(levelPrices);
      barcodes = List.copyOf(barcodes);
    }
  }

  /** Goods sold by the piece under one barcode. */
  public static NewItem goods(
      String code,
      String barcode,
      String name,
      String department,
      String taxClass,
      long priceMinor) {
    return new NewItem(
        code,
        name,
        department,
        "",
        SaleItem.Kind.GOODS,
        null,
        taxClass,
        false,
        SaleItem.StockPolicy.ALLOW,
        null,
        List.of(new Unit("pcs", 1000, priceMinor, List.of(barcode))));
  }
}

package id.lajur.server.catalog.file;

import id.lajur.server.catalog.SaleItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row, each field judged by itself. Null: the row does not say. */
record CatalogRow(long line, String itemCode, Head head, Pack unit, @Nullable Pack pack) {

  /**
   * What it says of the item as a whole.
   *
   * @param account empty = none
   * @param blocked empty = it sells
   */
  record Head(
      @Nullable String name,
      @Nullable String department,
      @Nullable String category,
      SaleItem.@Nullable Kind kind,
      @Nullable String account,
      @Nullable String taxClass,
      @Nullable Boolean weighed,
      @Nullable Boolean noDiscount,
      @Nullable Boolean noReturn,
      @Nullable String blocked,
      SaleItem.@Nullable StockPolicy stockPolicy,
      @Nullable Long costMinor) {}

  /**
   * What it says of one unit.
   *
   * @param levelPrices in minor units, by the number of their level
   */
  record Pack(
      @Nullable String unit,
      @Nullable Long factorMilli,
      @Nullable Long priceMinor,
      Map<Integer, Long> levelPrices,
      List<String> barcodes) {
    Pack {
      levelPrices = Map.copyOf(levelPrices);
      barcodes = List.copyOf(barcodes);
    }
  }
}

package id.lajur.server.catalog;

import java.time.Instant;
import java.util.List;

/**
 * One way to sell an item, as a lane must know it that sells by itself.
 *
 * @param keys codes that name it, as {@link id.lajur.rules.code.Gtin#key} gives them
 * @param factorMilli thousandths of the base unit
 * @param prices the one in force and those that are to come, in order of time; may be empty
 */
public record ShelfUnit(
    Key key,
    String name,
    String unit,
    List<String> keys,
    long factorMilli,
    boolean weighed,
    boolean noDiscount,
    int taxClassId,
    List<Price> prices) {

  /** Which unit of which item. */
  public record Key(String itemCode, int unitNo) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCode = itemCode.compareTo(other.itemCode);
      return byCode != 0 ? byCode : Integer.compare(unitNo, other.unitNo);
    }
  }

  /** A price from a moment on. */
  public record Price(Instant from, long priceMinor) {}

  public ShelfUnit {
    keys = List.copyOf(keys);
    prices = List.copyOf(prices);
  }
}

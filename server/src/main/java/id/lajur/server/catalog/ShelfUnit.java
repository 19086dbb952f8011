package id.lajur.server.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to sell an item, as a lane must know it that sells by itself.
 *
 * @param keys codes that name it, as {@link id.lajur.rules.code.Gtin#key} gives them
 * @param factorMilli thousandths of the base unit
 * @param prices the one in force and those that are to come, in order of time; may be empty
 * @param levelPrices the same of each price level, by level and time
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
    List<Price> prices,
    List<LevelPrice> levelPrices) {

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

  /**
   * A price at a level from a moment on.
   *
   * @param level its code
   * @param priceMinor null = retail again
   */
  public record LevelPrice(String level, Instant from, @Nullable Long priceMinor) {}

  public ShelfUnit {
    levelPrices = List.copyOf(levelPrices);
    keys = List.copyOf(keys);
    prices = List.copyOf(prices);
  }

  /** All of it, each text with its length before it: different units are different texts. */
  void appendTo(StringBuilder out) {
    text(out, key.itemCode);
    out.append(key.unitNo).append(' ');
    text(out, name);
    text(out, unit);
    out.append(keys.size()).append(' ');
    for (String named : keys) {
      text(out, named);
    }
    out.append(factorMilli)
        .append(weighed ? " w" : " -")
        .append(noDiscount ? "n " : "- ")
        .append(taxClassId)
        .append(' ');
    for (Price price : prices) {
      out.append(price.from.getEpochSecond())
          .append('.')
          .append(price.from.getNano())
          .append('=')
          .append(price.priceMinor)
          .append(' ');
    }
    for (LevelPrice price : levelPrices) {
      out.append('@');
      text(out, price.level);
      out.append(price.from.getEpochSecond())
          .append('.')
          .append(price.from.getNano())
          .append('=')
          .append(price.priceMinor)
          .append(' ');
    }
    out.append('\n');
  }

  private static void text(StringBuilder out, String text) {
    out.append(text.length()).append(':').append(text);
  }
}

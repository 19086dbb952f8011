package id.lajur.server.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The goods that are over soon: of which the store has less than it sells in a day. A day's sales
 * are the mean of the week before and of the date itself; items that did not sell are not looked
 * at.
 */
final class Stocks {
  private final Map<Integer, Long> before;
  private final int datesBefore;
  private final Map<Integer, Long> stock;

  /**
   * @param before thousandths of the base unit sold on the dates before, by item
   * @param datesBefore on which the store was open
   * @param stock thousandths of the base unit, by item
   */
  Stocks(Map<Integer, Long> before, int datesBefore, Map<Integer, Long> stock) {
    this.before = new HashMap<>(before);
    this.datesBefore = datesBefore;
    this.stock = new HashMap<>(stock);
  }

  /** One that is over soon. */
  record Low(int itemId, long stockMilli, long aDayMilli) {
    /** Days that it lasts, in thousandths; below 0 what is missing. */
    private long lastsMilli() {
      return stockMilli * 1_000 / aDayMilli;
    }
  }

  /** Notes what the stock of some items has become. */
  void moved(Map<Integer, Long> now) {
    stock.putAll(now);
  }

  /** Notes what came in late of the dates before. */
  void soldBefore(Map<Integer, Long> more) {
    more.forEach((item, milli) -> before.merge(item, milli, Math::addExact));
  }

  /**
   * What is over soonest first; of what lasts as long, that which sells most.
   *
   * @param today what was sold on the date itself, by item
   */
  List<Low> low(Map<Integer, DaySales.ItemSum> today, int most) {
    Set<Integer> items = new HashSet<>(before.keySet());
    today.forEach(
        (id, sum) -> {
          if (sum.goods()) {
            items.add(id);
          }
        });
    List<Low> low = new ArrayList<>();
    for (int item : items) {
      DaySales.ItemSum sum = today.get(item);
      long sold = before.getOrDefault(item, 0L) + (sum == null ? 0 : sum.baseMilli());
      long aDay = sold / (datesBefore + 1);
      long held = stock.getOrDefault(item, 0L);
      if (aDay > 0 && held < aDay) {
        low.add(new Low(item, held, aDay));
      }
    }
    low.sort(
        Comparator.comparingLong(Low::lastsMilli)
            .thenComparing(Comparator.comparingLong(Low::aDayMilli).reversed())
            .thenComparingInt(Low::itemId));
    return List.copyOf(low.subList(0, Math.min(most, low.size())));
  }
}

package id.lajur.installer.replay;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tax classes as a till's lines have them. A catalogue says what an item's class is today; where a
 * file records a code on each line, an item is sold under the class that most of its lines had.
 */
final class RecordedTax {
  private final Map<String, Map<String, Long>> linesByItem = new HashMap<>();
  private final Map<String, Map<String, Long>> linesByCode = new HashMap<>();

  void add(ShelfItem item, String taxCode) {
    count(linesByItem, item.code(), taxCode);
    count(linesByCode, taxCode, item.taxClass());
  }

  private static void count(Map<String, Map<String, Long>> counts, String of, String what) {
    counts.computeIfAbsent(of, key -> new TreeMap<>()).merge(what, 1L, Long::sum);
  }

  /** The catalogue's class of the code that the item has most often; its own without lines. */
  String classOf(ShelfItem item) {
    Map<String, Long> codes = linesByItem.get(item.code());
    return codes == null
        ? item.taxClass()
        : mostOften(linesByCode.getOrDefault(mostOften(codes), Map.of(item.taxClass(), 1L)));
  }

  private static String mostOften(Map<String, Long> counts) {
    return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
}

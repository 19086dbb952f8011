package id.lajur.backoffice.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Notes and coins as somebody counts them. */
final class Pieces {
  private static final String PIECES = "\\d{1,6}";

  /**
   * @see "PBI 14/2023: coins 500 of 1991 and 1997 and 1,000 of 1993 are void"
   */
  private static final List<Long> RUPIAH =
      List.of(
          100_000_00L,
          50_000_00L,
          20_000_00L,
          10_000_00L,
          5_000_00L,
          2_000_00L,
          1_000_00L,
          500_00L,
          200_00L,
          100_00L);

  private static final List<Long> HUNDREDTHS =
      List.of(100_00L, 50_00L, 20_00L, 10_00L, 5_00L, 1_00L, 25L, 10L, 5L, 1L);

  private Pieces() {}

  /**
   * Values in minor units, dearest first; other than the rupiah's a usual set.
   *
   * @param currency ISO 4217
   */
  static List<Long> of(String currency) {
    return currency.equals("IDR") ? RUPIAH : HUNDREDTHS;
  }

  /**
   * What was typed, by value; nothing is none.
   *
   * @return empty where something is no number of pieces
   */
  static Optional<Map<Long, Integer>> read(Map<Long, String> typed) {
    Map<Long, Integer> pieces = new TreeMap<>();
    for (Map.Entry<Long, String> one : typed.entrySet()) {
      String text = one.getValue().strip();
      if (text.isEmpty()) {
        continue;
      }
      if (!text.matches(PIECES)) {
        return Optional.empty();
      }
      pieces.put(one.getKey(), Integer.valueOf(text));
    }
    return Optional.of(pieces);
  }

  /** Minor units of what can be read of it. */
  static long sum(Map<Long, String> typed) {
    long sum = 0;
    for (Map.Entry<Long, String> one : typed.entrySet()) {
      String text = one.getValue().strip();
      if (text.matches(PIECES)) {
        sum += one.getKey() * Integer.parseInt(text);
      }
    }
    return sum;
  }
}

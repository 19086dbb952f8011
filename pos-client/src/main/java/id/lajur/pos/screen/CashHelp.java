package id.lajur.pos.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Arithmetic of notes and coins that helps a hand; it decides nothing. */
public final class CashHelp {
  private CashHelp() {}

  /** Some pieces of one note or coin. */
  public record Pieces(DenominationView denomination, long count) {}

  /**
   * Sums that a customer is likely to give for an amount: the amount itself, then up to three that
   * people round up to, rising. Small notes count only for small amounts. None where nothing is
   * due.
   */
  public static List<Long> likelySums(long dueMinor, List<DenominationView> denominations) {
    if (dueMinor <= 0) {
      return List.of();
    }
    long largest = denominations.stream().mapToLong(DenominationView::valueMinor).max().orElse(0);
    var sums = new TreeSet<Long>();
    for (DenominationView note : denominations) {
      long value = note.valueMinor();
      if (note.note() && usual(value, dueMinor, largest)) {
        sums.add((dueMinor + value - 1) / value * value);
      }
    }
    if (largest > 0) {
      long full = (dueMinor + largest - 1) / largest * largest;
      sums.add(full + largest / 2);
      sums.add(full + largest);
    }
    sums.remove(dueMinor);
    var likely = new ArrayList<Long>();
    likely.add(dueMinor);
    sums.stream().limit(3).forEach(likely::add);
    return List.copyOf(likely);
  }

  /** People round small amounts up to any note, larger ones to tens, halves and the largest. */
  private static boolean usual(long value, long dueMinor, long largest) {
    if (dueMinor < largest / 20) {
      return true;
    }
    boolean round = value == largest / 10 || value == largest / 2 || value == largest;
    return dueMinor < largest ? value >= largest / 20 : round;
  }

  /** Fewest notes and coins for an amount, dearest first; what no coin covers is left out. */
  public static List<Pieces> handOut(long amountMinor, List<DenominationView> denominations) {
    var pieces = new ArrayList<Pieces>();
    long rest = amountMinor;
    for (DenominationView denomination : denominations) {
      long count = rest / denomination.valueMinor();
      if (count > 0) {
        pieces.add(new Pieces(denomination, count));
        rest -= count * denomination.valueMinor();
      }
    }
    return List.copyOf(pieces);
  }
}

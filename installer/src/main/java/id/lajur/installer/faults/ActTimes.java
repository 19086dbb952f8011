package id.lajur.installer.faults;

import java.util.ArrayList;
import java.util.List;

/** How long acts of cashiers took, of all lanes together. */
final class ActTimes {
  private final List<Long> payments = new ArrayList<>();
  private final List<Long> scans = new ArrayList<>();
  private boolean counting;

  /** The half, all but one of a hundred, and the longest; milliseconds. */
  record Spread(long count, double p50Ms, double p99Ms, double mostMs) {
    static Spread of(List<Long> nanos) {
      List<Long> sorted = nanos.stream().sorted().toList();
      return new Spread(sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    private static double at(List<Long> sorted, int percent) {
      return sorted.isEmpty()
          ? 0
          : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
  }

  /** Acts that end from now on count. */
  synchronized void begin() {
    counting = true;
  }

  /** Acts that end from now on do not count. */
  synchronized void end() {
    counting = false;
  }

  synchronized void add(boolean payment, long nanos) {
    if (counting) {
      (payment ? payments : scans).add(nanos);
    }
  }

  synchronized Spread payments() {
    return Spread.of(payments);
  }

  synchronized Spread scans() {
    return Spread.of(scans);
  }
}

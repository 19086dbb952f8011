package id.lajur.installer.faults;

import id.lajur.server.audit.AuditReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of lanes that asked for more than the server could post.
 *
 * @param tries of all calls of the lanes, by their end
 * @param longestQueue of postings, at any moment
 * @param mostWaiting that the queue may hold
 * @param errors at lanes: what a cashier would have been shown, or what must not be
 */
record OverloadResult(
    Load load,
    Map<String, Long> tries,
    ActTimes.Spread payments,
    ActTimes.Spread scans,
    int longestQueue,
    int mostWaiting,
    int errors,
    Comparison.Verdict verdict,
    AuditReport audit) {
  /**
   * What was asked for and what could be done.
   *
   * @param capacity sales that the server posted in a second before it was held
   * @param heldTo events in a second
   * @param sold sales of all lanes while it was held, by the server or by the lane
   * @param posted events of the server in that time
   */
  record Load(int lanes, Duration time, double capacity, double heldTo, long sold, long posted) {}

  OverloadResult {
    tries = Map.copyOf(tries);
  }

  long busy() {
    return tries.getOrDefault(TriesByEnd.BUSY, 0L);
  }

  /** What is wrong, in sentences; empty when everything holds. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    if (errors > 0) {
      wrong.add("There were errors at cashiers' lanes.");
    }
    if (longestQueue > mostWaiting) {
      wrong.add("More postings waited than may.");
    }
    if (verdict.lost() + verdict.doubled() + verdict.basketsLost() > 0) {
      wrong.add("Something was lost or doubled.");
    }
    if (verdict.tillsWrong() > 0) {
      wrong.add("A till does not hold what its receipts say.");
    }
    wrong.addAll(verdict.examples());
    if (!audit.clean()) {
      wrong.add("The books are wrong.");
    }
    return wrong;
  }

  /** What was too slow on any machine; a build does not judge it. */
  List<String> tooSlow() {
    return stoodStill().tooSlow();
  }

  private StoodStill stoodStill() {
    return new StoodStill(verdict.stoodStillMs());
  }

  String toText() {
    return String.format(
        Locale.ROOT,
        """
        %,d lanes, %,d s: the server could post %,.0f sales/s and was held to a quarter, %,.1f events/s
        asked for and sold %,d (%,.1f/s), posted meanwhile %,d (%,.1f/s), the others after it
        answered BUSY %,d times; calls by their end: %s
        payments %,d: p50 %,.0f, p99 %,.0f, most %,.0f ms; scans %,d: p50 %,.0f, p99 %,.0f, most %,.0f ms
        queue of postings: %,d at most, of %,d that may wait; errors at lanes: %,d
        %,d receipts given, %,d of them by lanes alone; %,d lost, %,d doubled, %,d baskets lost, %,d tills wrong
        %s
        """,
        load.lanes(),
        load.time().toSeconds(),
        load.capacity(),
        load.heldTo(),
        load.sold(),
        load.sold() / seconds(),
        load.posted(),
        load.posted() / seconds(),
        busy(),
        tries.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(end -> end.getKey() + " " + end.getValue())
            .collect(Collectors.joining(", ")),
        payments.count(),
        payments.p50Ms(),
        payments.p99Ms(),
        payments.mostMs(),
        scans.count(),
        scans.p50Ms(),
        scans.p99Ms(),
        scans.mostMs(),
        longestQueue,
        mostWaiting,
        errors,
        verdict.acknowledged(),
        verdict.alone(),
        verdict.lost(),
        verdict.doubled(),
        verdict.basketsLost(),
        verdict.tillsWrong(),
        stoodStill().toText());
  }

  private double seconds() {
    return load.time().toMillis() / 1e3;
  }

  String toJson() {
    return String.format(
        Locale.ROOT,
        "{\"lanes\":%d,\"capacity\":%.1f,\"heldTo\":%.1f,\"sold\":%d,\"posted\":%d,\"busy\":%d,"
            + "\"payMs\":%s,\"scanMs\":%s,\"longestQueue\":%d,\"mostWaiting\":%d,\"errors\":%d,"
            + "\"acknowledged\":%d,\"alone\":%d,\"lost\":%d,\"doubled\":%d,\"basketsLost\":%d,"
            + "\"tillsWrong\":%d,%s,\"auditClean\":%b}%n",
        load.lanes(),
        load.capacity(),
        load.heldTo(),
        load.sold(),
        load.posted(),
        busy(),
        json(payments),
        json(scans),
        longestQueue,
        mostWaiting,
        errors,
        verdict.acknowledged(),
        verdict.alone(),
        verdict.lost(),
        verdict.doubled(),
        verdict.basketsLost(),
        verdict.tillsWrong(),
        stoodStill().toJson(),
        audit.clean());
  }

  private static String json(ActTimes.Spread spread) {
    return String.format(
        Locale.ROOT,
        "{\"p50\":%.1f,\"p99\":%.1f,\"max\":%.1f}",
        spread.p50Ms(),
        spread.p99Ms(),
        spread.mostMs());
  }
}

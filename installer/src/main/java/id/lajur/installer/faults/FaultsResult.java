package id.lajur.installer.faults;

import id.lajur.server.audit.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of all runs.
 *
 * @param recoveryMs from each fault until all lanes sold with the server again
 */
record FaultsResult(
    Map<FaultKind, Integer> runs,
    Comparison.Verdict verdict,
    List<Long> recoveryMs,
    AuditReport audit) {
  /** From so many runs of a kind on, not one act in doubt means that the faults came too late. */
  private static final int RUNS_THAT_PROVE = 100;

  FaultsResult {
    recoveryMs = recoveryMs.stream().sorted().toList();
  }

  /** What is wrong, in sentences; empty when everything holds. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    if (verdict.lost() + verdict.doubled() + verdict.basketsLost() > 0) {
      wrong.add("Something was lost or doubled.");
    }
    if (verdict.tillsWrong() > 0) {
      wrong.add("A till does not hold what its receipts say.");
    }
    if (!verdict.examples().isEmpty()) {
      wrong.addAll(verdict.examples());
    }
    runs.forEach(
        (kind, count) -> {
          if (kind != FaultKind.HANG && count >= RUNS_THAT_PROVE && inDoubt(kind) == 0) {
            wrong.add(
                "No act was in doubt in "
                    + count
                    + " runs of "
                    + kind.word()
                    + ": they prove nothing.");
          }
        });
    if (!audit.clean()) {
      wrong.add("The books are wrong.");
    }
    return wrong;
  }

  /** What was too slow on any machine; a build does not judge it. */
  List<String> tooSlow() {
    return stoodStill().tooSlow(); // whatever dies here, each lane has what it sells alone with
  }

  private StoodStill stoodStill() {
    return new StoodStill(verdict.stoodStillMs());
  }

  private long inDoubt(FaultKind kind) {
    return verdict.inDoubtFound().getOrDefault(kind.word(), 0L);
  }

  private long inDoubt() {
    return verdict.inDoubtFound().values().stream().mapToLong(Long::longValue).sum();
  }

  private long recovery(int percent) {
    return recoveryMs.isEmpty()
        ? 0
        : recoveryMs.get(Math.min(recoveryMs.size() - 1, recoveryMs.size() * percent / 100));
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    runs.forEach(
        (kind, count) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-10s %,6d runs, %,6d acts in doubt found done%n",
                    kind.word(),
                    count,
                    inDoubt(kind))));
    text.append(
        String.format(
            Locale.ROOT,
            "%,d receipts given; %,d lost, %,d doubled, %,d baskets lost, %,d tills wrong; asked again %,d times%n"
                + "%,d receipts given by lanes alone, %,d of them for sales that the server had made; cash in and out %,d times%n"
                + "%s%n"
                + "all lanes sold with the server again after %,d ms (half of the runs), %,d ms at most%n",
            verdict.acknowledged(),
            verdict.lost(),
            verdict.doubled(),
            verdict.basketsLost(),
            verdict.tillsWrong(),
            verdict.resent(),
            verdict.alone(),
            verdict.secondPapers(),
            verdict.cashMoved(),
            stoodStill().toText(),
            recovery(50),
            recovery(100)));
    return text.toString();
  }

  String toJson() {
    return String.format(
        Locale.ROOT,
        "{\"runs\":{%s},\"acknowledged\":%d,\"lost\":%d,\"doubled\":%d,\"basketsLost\":%d,"
            + "\"tillsWrong\":%d,\"resent\":%d,\"inDoubtFound\":%d,\"inDoubtByKind\":{%s},"
            + "\"alone\":%d,\"secondPapers\":%d,\"cashMoved\":%d,%s,"
            + "\"recoveryMs\":{\"p50\":%d,\"max\":%d},\"auditClean\":%b}%n",
        counts(
            runs.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().word(), entry -> (long) entry.getValue()))),
        verdict.acknowledged(),
        verdict.lost(),
        verdict.doubled(),
        verdict.basketsLost(),
        verdict.tillsWrong(),
        verdict.resent(),
        inDoubt(),
        counts(verdict.inDoubtFound()),
        verdict.alone(),
        verdict.secondPapers(),
        verdict.cashMoved(),
        stoodStill().toJson(),
        recovery(50),
        recovery(100),
        audit.clean());
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}

package id.lajur.installer.replay;

import id.lajur.installer.replay.compare.Comparison;
import id.lajur.server.audit.AuditReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to, in words and as JSON.
 *
 * @param tickets read from the file
 * @param audit null of a store elsewhere, which has its own
 */
record ReplayReport(
    long tickets,
    ReplayRun.Outcome run,
    Comparison comparison,
    Map<String, Long> taxDiffers,
    @Nullable AuditReport audit) {

  boolean holds() {
    return comparison.differenceCount() == 0
        && run.refused().isEmpty()
        && run.reports().stream().allMatch(z -> z.getComplete() && z.getDifferenceMinor() == 0)
        && (audit == null || audit.clean());
  }

  /** Every figure; amounts and quantities are whole numbers, times decimals in ms. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<String, Object> notSold = new LinkedHashMap<>();
    if (!comparison.notSold().isEmpty()) {
      notSold.put("balance is not 0", comparison.notSold().size());
    }
    if (!run.refused().isEmpty()) {
      notSold.put("refused", run.refused().size());
    }
    figures.put("ticketsInFile", tickets);
    figures.put("tickets", comparison.sold("tickets"));
    figures.put("notSold", notSold);
    figures.put("notSoldTickets", comparison.notSold());
    figures.put("lines", comparison.soldSum("lines"));
    figures.put("revenueMinor", comparison.soldSum("amount"));
    figures.put("quantityMilli", comparison.soldSum("quantity"));
    figures.put("fileLines", comparison.fileSum("lines"));
    figures.put("fileRevenueMinor", comparison.fileSum("amount"));
    figures.put("fileQuantityMilli", comparison.fileSum("quantity"));
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (Ticket.Kind kind : Ticket.Kind.values()) {
      Map<String, Object> sums = new LinkedHashMap<>();
      sums.put("lines", comparison.sold("lines of " + kind));
      sums.put("quantityMilli", comparison.sold("quantity of " + kind));
      sums.put("totalMinor", comparison.sold("amount of " + kind));
      kinds.put(kind.name(), sums);
    }
    figures.put("byKind", kinds);
    figures.put("lineDiscountMinor", comparison.sold("line discounts"));
    figures.put("ticketDiscountMinor", comparison.sold("ticket discounts"));
    figures.put("couponMinor", comparison.sold("coupons"));
    figures.put("taxMinor", comparison.taxMinor());
    figures.put("fileTaxMinor", comparison.recordedTaxMinor());
    Map<String, Object> differs = new LinkedHashMap<>();
    differs.put("tickets", taxDiffers.size());
    differs.put("sumMinor", taxDiffers.values().stream().mapToLong(Long::longValue).sum());
    figures.put("taxDiffers", differs);
    figures.put("tenderMinor", comparison.tenderMinor());
    if (audit != null) {
      figures.put("tillCashMinor", comparison.tillCashMinor());
      figures.put("costOfSalesMinor", comparison.costOfSalesMinor());
      figures.put("stockValueMinor", comparison.stockValueMinor());
    }
    figures.put("salesPerSecond", run.sold() * 1e9 / run.took().toNanos());
    figures.put("scanMs", percentiles(run.scans()));
    figures.put("commitMs", percentiles(run.commits()));
    if (audit != null) {
      figures.put("auditClean", audit.clean());
    }
    return figures;
  }

  private static Map<String, Object> percentiles(Histogram micros) {
    Map<String, Object> ms = new LinkedHashMap<>();
    ms.put("p50", micros.getValueAtPercentile(50) / 1000.0);
    ms.put("p95", micros.getValueAtPercentile(95) / 1000.0);
    ms.put("p99", micros.getValueAtPercentile(99) / 1000.0);
    return ms;
  }

  String toJson() {
    StringBuilder json = new StringBuilder();
    write(json, figures());
    return json.append('\n').toString();
  }

  private static void write(StringBuilder json, Object value) {
    if (value instanceof Map<?, ?> map) {
      String comma = "{";
      for (var entry : map.entrySet()) {
        json.append(comma);
        write(json, String.valueOf(entry.getKey()));
        json.append(':');
        write(json, entry.getValue());
        comma = ",";
      }
      json.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Collection<?> list) {
      String comma = "[";
      for (Object each : list) {
        json.append(comma);
        write(json, each);
        comma = ",";
      }
      json.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Double number) {
      json.append(String.format(Locale.ROOT, "%.3f", number));
    } else if (value instanceof String text) {
      json.append('"');
      text.chars()
          .forEach(
              c ->
                  json.append(
                      c == '"' || c == '\\'
                          ? "\\" + (char) c
                          : c < ' '
                              ? String.format(Locale.ROOT, "\\u%04x", c)
                              : Character.toString(c)));
      json.append('"');
    } else {
      json.append(value);
    }
  }

  /** A page for the terminal: what was sold, what was not, and what differs. */
  String toText() {
    StringBuilder text = new StringBuilder();
    figures()
        .forEach(
            (name, value) -> {
              StringBuilder shown = new StringBuilder();
              write(shown, value);
              text.append(String.format(Locale.ROOT, "%-20s %s%n", name, shown));
            });
    taxDiffers.forEach(
        (id, difference) ->
            text.append("  tax differs: ").append(id).append(difference(id, difference)));
    run.reports().stream()
        .filter(z -> !z.getComplete() || z.getDifferenceMinor() != 0)
        .forEach(
            z ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "  DIFFERS Z %d: complete %s, cash %d minor units off%n",
                        z.getZNumber(),
                        z.getComplete(),
                        z.getDifferenceMinor())));
    for (List<String> told : List.of(run.refused(), comparison.differences())) {
      told.forEach(words -> text.append("  DIFFERS ").append(words).append(System.lineSeparator()));
    }
    long more = comparison.differenceCount() - comparison.differences().size();
    if (more > 0) {
      text.append("  and ").append(more).append(" more").append(System.lineSeparator());
    }
    return text.append(
            comparison.differenceCount() == 0 && run.refused().isEmpty()
                ? "File and store are equal."
                : "File and store differ.")
        .append(System.lineSeparator())
        .toString();
  }

  private String difference(String id, long difference) {
    long computed = run.taxMinor().getOrDefault(id, 0L);
    return String.format(
        Locale.ROOT, ", recorded %d, computed %d%n", computed - difference, computed);
  }
}

package id.lajur.installer.replay;

import java.util.LinkedHashMap;
import java.util.Map;

/** With what a ticket is paid. */
final class Settlement {
  private static final String CASH = "CASH";

  private Settlement() {}

  /**
   * Tenders as recorded. Where the tax computed differs from the recorded one, the largest tender
   * takes the difference, and without one the change. Without totals the exact sum in cash.
   *
   * @param totalMinor what the store asks for
   * @param taxMinor what the store puts on top
   * @return amount by tender kind; empty when nothing is due or the till pays out
   */
  static Map<String, Long> of(Ticket ticket, long totalMinor, long taxMinor) {
    Map<String, Long> tenders = new LinkedHashMap<>();
    Ticket.Totals totals = ticket.totals();
    if (totals != null) {
      tenders.putAll(totals.tenderMinor());
      String largest = null;
      for (var tender : totals.tenderMinor().entrySet()) {
        if (largest == null
            || Math.abs(tender.getValue()) > Math.abs(tenders.getOrDefault(largest, 0L))) {
          largest = tender.getKey();
        }
      }
      if (largest != null) {
        tenders.merge(largest, taxMinor - totals.taxMinor(), Math::addExact);
        tenders.values().removeIf(amount -> amount == 0);
      }
    }
    if (tenders.isEmpty() && totalMinor > 0) {
      tenders.put(CASH, totalMinor);
    }
    return tenders;
  }
}

package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The receipts behind a figure of an invented day: they come to what the figure says. */
final class FakeReceipts {
  private static final long RP = 100;
  private static final long AVERAGE = 65_900;
  private static final int MOST = 200; // as a page of the server has
  private static final String[] CASHIERS = {
    "Dewi Lestari",
    "Rudi Saputra",
    "Siti Rahmawati",
    "Nur Aini",
    "Yoga Pratama",
    "Hendra Wijaya",
    "Maya Sari"
  };

  private static final int DETAILED = 1; // FakeShop.detail

  private FakeReceipts() {}

  static ReceiptPage page(Shop day, ReceiptQuery query) {
    boolean today = query.businessDate().equals(day.businessDate());
    long sum = sum(day, query, today);
    int count = Math.toIntExact(Math.max(1, sum / RP / AVERAGE));
    Instant opened =
        LocalDate.parse(query.businessDate())
            .atTime(query.hour().orElse(7), 0)
            .toInstant(ZoneOffset.ofHours(7));
    long until =
        query.hour().isPresent()
            ? opened.toEpochMilli() + 3_600_000
            : (today ? day.asOfMs() : day.weekAgoAsOfMs());
    long eachMs = (until - opened.toEpochMilli()) / count;
    List<SoldReceipt> receipts = new ArrayList<>();
    boolean ofLane = !query.terminal().isEmpty();
    long left = sum;
    for (int i = 0; i < count; i++) {
      long total =
          i == DETAILED
              ? 182_001 * RP
              : i == count - 1
                  ? left
                  : Math.min(left, (12_300 + i * 37_417L % 107_300) / 100 * 100 * RP);
      left -= total;
      int lane = ofLane ? Integer.parseInt(query.terminal().substring(1)) : i * 5 % 7 + 1;
      receipts.add(
          new SoldReceipt(
              "sale-" + i,
              "L%d-S%06d".formatted(lane, (today ? 1_040 : 840) + (ofLane ? i : i / 7)),
              "L" + lane,
              opened.toEpochMilli() + i * eachMs,
              CASHIERS[(lane - 1) % CASHIERS.length],
              i == DETAILED ? 5 : 3 + i % 9,
              total,
              total,
              total * 8 / 10));
    }
    receipts.sort(Comparator.comparingLong(SoldReceipt::soldAtMs).reversed());
    boolean all = count <= MOST;
    return new ReceiptPage(
        all ? receipts : receipts.subList(0, MOST), all ? "" : "older", count, sum);
  }

  private static long sum(Shop day, ReceiptQuery query, boolean today) {
    if (query.hour().isPresent()) {
      return day.hours().stream()
          .filter(each -> each.hour() == query.hour().get())
          .mapToLong(each -> today ? each.salesMinor() : each.weekAgoMinor())
          .sum();
    }
    if (!query.terminal().isEmpty()) {
      return day.lanes().stream()
          .filter(each -> each.terminal().equals(query.terminal()))
          .mapToLong(each -> today ? each.salesMinor() : each.weekAgoMinor())
          .sum();
    }
    return (today ? day.today() : day.weekAgo()).salesMinor();
  }
}

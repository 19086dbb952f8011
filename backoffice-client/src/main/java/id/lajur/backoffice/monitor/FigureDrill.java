package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.DepartmentSales;
import id.lajur.backoffice.monitor.Shop.HourSales;
import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.TenderSales;
import id.lajur.backoffice.monitor.Shop.TopItem;
import java.util.Map;
import java.util.Optional;

/** The receipts behind each figure of a shop as it stands, and the same figure of a week before. */
final class FigureDrill {
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final String DAY = "drill.day";

  private final Shop shop;

  FigureDrill(Shop shop) {
    this.shop = shop;
  }

  /** All receipts of the date; those of a week ago are compared up to the same minute. */
  Drill day() {
    return list(DAY, Map.of(), today(), untilWeekAgo());
  }

  /** Those of the last 60 minutes: customers per hour. */
  Drill lastHour() {
    return list(
        "drill.lastHour",
        Map.of(),
        today().between(shop.asOfMs() - HOUR_MS + MINUTE_MS, shop.asOfMs() + MINUTE_MS),
        untilWeekAgo()
            .between(shop.weekAgoAsOfMs() - HOUR_MS + MINUTE_MS, shop.weekAgoAsOfMs() + MINUTE_MS));
  }

  Drill of(HourSales hour) {
    return list(
        "drill.hour",
        Map.of(
            "from", Integer.toString(hour.hour() % 24),
            "to", Integer.toString((hour.hour() + 1) % 24)),
        today().inHour(hour.hour()),
        ReceiptQuery.ofDay(shop.comparedDate()).inHour(hour.hour()));
  }

  Drill of(DepartmentSales department) {
    return list(
        "drill.department",
        Map.of("name", department.name()),
        today().ofDepartment(department.code()),
        untilWeekAgo().ofDepartment(department.code()));
  }

  Drill of(TenderSales tender) {
    return list(
        "drill.tender",
        Map.of("name", tender.name()),
        today().paidBy(tender.kind()),
        untilWeekAgo().paidBy(tender.kind()));
  }

  /** What a lane has sold on the date. */
  Drill of(Lane lane) {
    return list(
        "drill.lane",
        Map.of("name", lane.name()),
        today().atTerminal(lane.terminal()),
        untilWeekAgo().atTerminal(lane.terminal()));
  }

  Drill of(TopItem item) {
    return list(
        "drill.item",
        Map.of("name", item.name()),
        today().withItem(item.itemCode()),
        untilWeekAgo().withItem(item.itemCode()));
  }

  private ReceiptQuery today() {
    return ReceiptQuery.ofDay(shop.businessDate());
  }

  /** What a figure is compared with: the same weekday, up to the same minute. */
  private ReceiptQuery untilWeekAgo() {
    return ReceiptQuery.ofDay(shop.comparedDate()).between(0, shop.weekAgoAsOfMs() + MINUTE_MS);
  }

  private static Drill list(
      String title, Map<String, String> named, ReceiptQuery asked, ReceiptQuery weekAgo) {
    Optional<Drill.Other> other =
        weekAgo.businessDate().isEmpty()
            ? Optional.empty()
            : Optional.of(new Drill.Other(title.equals(DAY) ? "drill.until" : title, weekAgo));
    return Drill.of(title, named, Drill.Listed.of(asked, other, false));
  }
}

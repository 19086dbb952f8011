package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.DepartmentSales;
import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import id.lajur.backoffice.monitor.Shop.TenderSales;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs between two states of the shop, by the keys under which the monitor marks it. */
final class Changes {
  private Changes() {}

  /** Keys of what is new or other than it was. */
  static Set<String> between(Shop before, Shop now) {
    Set<String> changed = new HashSet<>();
    Map<String, Object> was = values(before);
    values(now)
        .forEach(
            (key, value) -> {
              if (!value.equals(was.get(key))) {
                changed.add(key);
              }
            });
    return changed;
  }

  private static Map<String, Object> values(Shop shop) {
    Map<String, Object> values = new HashMap<>();
    values.put("sales", shop.today().salesMinor());
    values.put("tickets", shop.today().tickets());
    values.put("average", shop.today().averageMinor());
    values.put("customers", shop.today().ticketsOfTheHour());
    values.put("margin", shop.margin());
    values.putAll(keyed(shop.departments(), Changes::key, department -> department.salesMinor()));
    values.putAll(keyed(shop.tenders(), Changes::key, TenderSales::amountMinor));
    values.putAll(keyed(shop.lanes(), Changes::key, lane -> lane));
    values.putAll(keyed(shop.lanes(), Changes::salesKey, Lane::salesMinor));
    values.putAll(keyed(shop.incidents(), Changes::key, incident -> true));
    values.putAll(keyed(shop.receipts(), Changes::key, receipt -> true));
    return values;
  }

  private static <T> Map<String, Object> keyed(
      List<T> list, Function<T, String> key, Function<T, Object> value) {
    return list.stream().collect(Collectors.toMap(key, value, (one, other) -> other));
  }

  static String key(DepartmentSales department) {
    return "department:" + department.code();
  }

  static String key(TenderSales tender) {
    return "tender:" + tender.kind();
  }

  static String key(Lane lane) {
    return "lane:" + lane.terminal();
  }

  /** Of what a lane has sold, beside all else that is seen of it. */
  static String salesKey(Lane lane) {
    return "sold:" + lane.terminal();
  }

  static String key(Incident incident) {
    return "incident:" + incident.terminal() + ":" + incident.number();
  }

  static String key(SoldReceipt receipt) {
    return "receipt:" + receipt.saleId();
  }
}

package id.lajur.server.live;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The sales of one business date by minute, with what is often asked of them summed up. */
final class DaySales {
  private static final int MINUTES_OF_AN_HOUR = 60;

  private final ShopDay day;
  private final Part all = new Part();
  private final NavigableMap<Long, Part> minutes = new TreeMap<>();
  private final Map<Integer, Part> lanes = new HashMap<>();
  private final Map<Integer, ItemSum> items = new HashMap<>();
  private long roundingMinor;

  DaySales(ShopDay day) {
    this.day = day;
  }

  /** What was sold of an item: thousandths of its base unit, what came back off. */
  record ItemSum(int itemId, boolean goods, long baseMilli, long salesMinor) {
    ItemSum plus(ItemSum more) {
      return new ItemSum(
          itemId,
          goods,
          Math.addExact(baseMilli, more.baseMilli),
          Math.addExact(salesMinor, more.salesMinor));
    }
  }

  ShopDay day() {
    return day;
  }

  /**
   * @param changeKind the tender that change is given in
   */
  void add(SoldDao.TicketRow row, String changeKind) {
    all.addTickets(row.tickets(), row.salesMinor());
    minute(row.minute()).addTickets(row.tickets(), row.salesMinor());
    minute(row.minute()).addLane(row.terminalId(), row.salesMinor());
    lanes
        .computeIfAbsent(row.terminalId(), id -> new Part())
        .addTickets(row.tickets(), row.salesMinor());
    roundingMinor = Math.addExact(roundingMinor, row.roundingMinor());
    if (row.changeMinor() != 0) {
      all.addTender(changeKind, -row.changeMinor());
      minute(row.minute()).addTender(changeKind, -row.changeMinor());
    }
  }

  void add(SoldDao.DepartmentRow row) {
    all.addDepartment(row.departmentId(), row.salesMinor(), row.netMinor(), row.costMinor());
    minute(row.minute())
        .addDepartment(row.departmentId(), row.salesMinor(), row.netMinor(), row.costMinor());
  }

  void add(SoldDao.TenderRow row) {
    all.addTender(row.kind(), row.amountMinor());
    minute(row.minute()).addTender(row.kind(), row.amountMinor());
  }

  void add(SoldDao.ItemRow row) {
    items.merge(
        row.itemId(),
        new ItemSum(row.itemId(), row.goods(), row.baseMilli(), row.salesMinor()),
        ItemSum::plus);
  }

  private Part minute(long minute) {
    return minutes.computeIfAbsent(minute, m -> new Part());
  }

  /** The whole day so far. */
  Part all() {
    return all;
  }

  /** Whether its departments bring what its sales say, and were paid so, by what they say. */
  boolean addsUp() {
    return sum(all.departments()) == all.salesMinor()
        && sum(all.tenders()) == all.salesMinor() + roundingMinor;
  }

  private static long sum(Map<?, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was sold up to a minute and in it. */
  Part until(long minute) {
    return partOf(minutes.headMap(minute, true));
  }

  /** In the hour that ends with a minute. */
  long ticketsOfTheHour(long minute) {
    return partOf(minutes.subMap(minute - MINUTES_OF_AN_HOUR, false, minute, true)).tickets();
  }

  /** By {@link ShopDay#hour}. */
  Map<Integer, Part> hours() {
    Map<Integer, Part> hours = new TreeMap<>();
    minutes.forEach(
        (minute, part) -> hours.computeIfAbsent(day.hour(minute), h -> new Part()).add(part));
    return hours;
  }

  private static Part partOf(Map<Long, Part> some) {
    Part sum = new Part();
    some.values().forEach(sum::add);
    return sum;
  }

  /** Of a lane's sales: tickets and totals alone. */
  Part lane(int terminalId) {
    return lanes.getOrDefault(terminalId, new Part());
  }

  /** By id. */
  Map<Integer, ItemSum> items() {
    return items;
  }
}

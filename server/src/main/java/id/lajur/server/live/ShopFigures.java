package id.lajur.server.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The figures of a business date and of the same weekday a week before: read once, and moved on by
 * the event log. The log is dense, so one number tells what they hold; whichever server posted is
 * the same to them. Made anew when the date changes. For one thread.
 */
final class ShopFigures {
  static final int MOST_RECEIPTS = 40;
  static final int MOST_ITEMS = 20;
  static final int MOST_LOW = 40;

  private static final int PAGE = 500;
  private static final int DAYS_BEFORE = 7;
  private static final Set<String> RENAMING = Set.of("CATALOG_CHANGED", "SETTINGS_CHANGED");

  /** Beyond so many events after the sums it is cheaper to read the lines of the date. */
  private static final int MOST_UNSUMMED = 5_000;

  private final int storeId;
  private final DaySales today;
  private final DaySales weekAgo;
  private final Stocks stocks;
  private final Map<UUID, SoldDao.ShiftSum> shifts;
  private final boolean summed;
  private List<SoldDao.ReceiptRow> receipts;
  private Names names;
  private long sequence;
  private long ranked = -1; // the event that the lists of items hold
  private List<DaySales.ItemSum> topItems = List.of();
  private List<Stocks.Low> lowStock = List.of();

  /** How the store calls things, as last read. */
  record Names(
      Map<Integer, GoodsDao.DepartmentName> departments,
      Map<String, String> tenders,
      String changeKind,
      Map<Integer, GoodsDao.ItemName> items) {
    static Names read(Connection connection, int storeId) throws SQLException {
      return new Names(
          GoodsDao.departments(connection, storeId),
          GoodsDao.tenders(connection, storeId),
          GoodsDao.changeKind(connection, storeId),
          new HashMap<>());
    }
  }

  /**
   * Reads the figures of a date.
   *
   * @param connection in one snapshot, in which {@code sequence} is the head of the event log
   * @param sums whether lines may be read as they are summed
   */
  ShopFigures(Connection connection, int storeId, ShopDay day, long sequence, boolean sums)
      throws SQLException {
    this.storeId = storeId;
    this.today = new DaySales(day);
    this.weekAgo = new DaySales(day.weekAgo());
    this.sequence = sequence;
    this.names = Names.read(connection, storeId);
    LocalDate date = day.date();
    SoldDao.Which allOfToday = new SoldDao.Which(storeId, date, null);
    SoldDao.Which allOfWeekAgo = new SoldDao.Which(storeId, day.weekAgo().date(), null);
    this.shifts = new HashMap<>(SoldDao.openShiftsBeside(connection, storeId, date));
    addShifts(addSales(connection, allOfToday));
    addSales(connection, allOfWeekAgo);
    this.receipts = SoldDao.receipts(connection, allOfToday, MOST_RECEIPTS);
    LocalDate from = date.minusDays(DAYS_BEFORE);
    LocalDate to = date.minusDays(1);
    Map<Integer, Long> before;
    Optional<Long> mark =
        SummedDao.mark(connection, storeId)
            .filter(summed -> summed <= sequence && summed >= sequence - MOST_UNSUMMED);
    this.summed = sums && mark.isPresent();
    if (summed) {
      before = new HashMap<>(SummedDao.soldMilli(connection, storeId, from, to));
      addSums(connection);
      addUnsummed(connection, mark.orElseThrow(), before);
    } else {
      before = GoodsDao.soldMilli(connection, storeId, from, to);
      for (SoldDao.Which all : List.of(allOfToday, allOfWeekAgo)) {
        addTenders(connection, all);
        addLines(connection, all);
      }
    }
    this.stocks =
        new Stocks(
            before,
            GoodsDao.dates(connection, storeId, from, to),
            GoodsDao.stock(connection, storeId));
  }

  /** Whether they were read from sums, as far as these went; else from lines alone. */
  boolean summed() {
    return summed;
  }

  /** Whether departments, items and tenders bring what the sales say they did. */
  boolean addsUp() {
    return today.addsUp()
        && weekAgo.addsUp()
        && today.items().values().stream().mapToLong(DaySales.ItemSum::salesMinor).sum()
            == today.all().salesMinor();
  }

  private void addSums(Connection connection) throws SQLException {
    for (DaySales day : List.of(today, weekAgo)) {
      SummedDao.departments(connection, storeId, day.day().date()).forEach(day::add);
      SummedDao.tenders(connection, storeId, day.day().date()).forEach(day::add);
    }
    SummedDao.items(connection, storeId, today.day().date()).forEach(today::add);
  }

  /**
   * Lines and tenders of the sales that the sums do not hold yet.
   *
   * @param before what was sold of the goods on the dates before, which grows
   */
  private void addUnsummed(Connection connection, long summed, Map<Integer, Long> before)
      throws SQLException {
    LocalDate date = today.day().date();
    long done = summed;
    while (done < sequence) {
      List<Events.Logged> page = EventDao.after(connection, storeId, done, PAGE);
      if (page.isEmpty()) {
        throw new IllegalStateException("no event after " + done + " of " + sequence);
      }
      SoldDao.Which which = new SoldDao.Which(storeId, date, sales(page));
      addTenders(connection, which);
      soldBefore(addLines(connection, which))
          .forEach((item, milli) -> before.merge(item, milli, Math::addExact));
      done = page.get(page.size() - 1).sequence();
    }
  }

  /** What came in late of goods that were sold on the dates before; base unit, by item. */
  private Map<Integer, Long> soldBefore(List<SoldDao.ItemRow> rows) {
    LocalDate date = today.day().date();
    Map<Integer, Long> before = new HashMap<>();
    for (SoldDao.ItemRow row : rows) {
      if (row.goods()
          && row.date().isBefore(date)
          && !row.date().isBefore(date.minusDays(DAYS_BEFORE))) {
        before.merge(row.itemId(), row.baseMilli(), Math::addExact);
      }
    }
    return before;
  }

  private static List<UUID> sales(List<Events.Logged> page) {
    return page.stream()
        .filter(event -> event.kind().equals("SALE"))
        .map(Events.Logged::documentId)
        .toList();
  }

  /** Takes the events up to {@code head}; what they posted is in the connection's snapshot. */
  void move(Connection connection, long head) throws SQLException {
    while (sequence < head) {
      List<Events.Logged> page = EventDao.after(connection, storeId, sequence, PAGE);
      if (page.isEmpty()) {
        throw new IllegalStateException("no event after " + sequence + " of " + head);
      }
      List<UUID> postings = new ArrayList<>();
      boolean renamed = false;
      for (Events.Logged event : page) {
        renamed |= RENAMING.contains(event.kind());
        postings.add(event.documentId());
      }
      if (renamed) {
        names = Names.read(connection, storeId);
      }
      SoldDao.Which which = new SoldDao.Which(storeId, today.day().date(), sales(page));
      addShifts(addSales(connection, which));
      addTenders(connection, which);
      stocks.soldBefore(soldBefore(addLines(connection, which)));
      addReceipts(SoldDao.receipts(connection, which, PAGE));
      stocks.moved(GoodsDao.movedStock(connection, storeId, postings));
      sequence = page.get(page.size() - 1).sequence();
    }
  }

  /** Of their heads: how many, of how much. */
  private List<SoldDao.TicketRow> addSales(Connection connection, SoldDao.Which which)
      throws SQLException {
    List<SoldDao.TicketRow> tickets = SoldDao.tickets(connection, which);
    for (SoldDao.TicketRow row : tickets) {
      for (DaySales day : of(row.date())) {
        day.add(row, names.changeKind());
      }
    }
    return tickets;
  }

  /** Of what was paid with. */
  private void addTenders(Connection connection, SoldDao.Which which) throws SQLException {
    for (SoldDao.TenderRow row : SoldDao.tenders(connection, which)) {
      of(row.date()).forEach(day -> day.add(row));
    }
  }

  /** Of their lines: departments and items. */
  private List<SoldDao.ItemRow> addLines(Connection connection, SoldDao.Which which)
      throws SQLException {
    for (SoldDao.DepartmentRow row : SoldDao.departments(connection, which)) {
      of(row.date()).forEach(day -> day.add(row));
    }
    if (which.ids() == null && !which.date().equals(today.day().date())) {
      return List.of();
    }
    List<SoldDao.ItemRow> items = SoldDao.items(connection, which);
    for (SoldDao.ItemRow row : items) {
      of(row.date()).forEach(day -> day.add(row));
    }
    return items;
  }

  /** A receipt that comes in late counts to the date of its shift, which may be neither. */
  private List<DaySales> of(LocalDate date) {
    return date.equals(today.day().date())
        ? List.of(today)
        : date.equals(weekAgo.day().date()) ? List.of(weekAgo) : List.of();
  }

  private void addShifts(List<SoldDao.TicketRow> tickets) {
    for (SoldDao.TicketRow row : tickets) {
      SoldDao.ShiftSum before = shift(row.shiftId());
      shifts.put(
          row.shiftId(),
          new SoldDao.ShiftSum(
              before.tickets() + row.tickets(), before.salesMinor() + row.salesMinor()));
    }
  }

  private void addReceipts(List<SoldDao.ReceiptRow> newest) {
    List<SoldDao.ReceiptRow> all = new ArrayList<>();
    newest.stream().filter(row -> row.date().equals(today.day().date())).forEach(all::add);
    all.addAll(receipts);
    all.sort(Comparator.comparing(SoldDao.ReceiptRow::saleId).reversed());
    receipts = List.copyOf(all.subList(0, Math.min(MOST_RECEIPTS, all.size())));
  }

  /** Reads the names of the items that are shown and not known yet. */
  void name(Connection connection) throws SQLException {
    if (ranked != sequence) {
      topItems = largest();
      lowStock = stocks.low(today.items(), MOST_LOW);
      ranked = sequence;
    }
    Set<Integer> wanted = new HashSet<>();
    topItems.forEach(item -> wanted.add(item.itemId()));
    lowStock.forEach(item -> wanted.add(item.itemId()));
    wanted.removeAll(names.items().keySet());
    names.items().putAll(GoodsDao.items(connection, wanted));
  }

  private List<DaySales.ItemSum> largest() {
    return today.items().values().stream()
        .sorted(
            Comparator.comparingLong(DaySales.ItemSum::salesMinor)
                .reversed()
                .thenComparingInt(DaySales.ItemSum::itemId))
        .limit(MOST_ITEMS)
        .toList();
  }

  /** The largest sellers of the date. */
  List<DaySales.ItemSum> topItems() {
    return topItems;
  }

  /** What is over soonest first. */
  List<Stocks.Low> lowStock() {
    return lowStock;
  }

  DaySales today() {
    return today;
  }

  DaySales weekAgo() {
    return weekAgo;
  }

  /** The newest first. */
  List<SoldDao.ReceiptRow> receipts() {
    return receipts;
  }

  SoldDao.ShiftSum shift(UUID shiftId) {
    return shifts.getOrDefault(shiftId, new SoldDao.ShiftSum(0, 0));
  }

  Names names() {
    return names;
  }

  /** The last event that is in the figures. */
  long sequence() {
    return sequence;
  }
}

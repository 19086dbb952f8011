package id.lajur.server.report;

import id.lajur.server.people.StoreZone;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was sold between two dates, how it was paid, and its taxes. */
final class SalesReport {
  private static final Logger log = LoggerFactory.getLogger(SalesReport.class);

  /** Beyond so many events after the sums it is cheaper to read the lines of the dates. */
  private static final long MOST_UNSUMMED = 5_000;

  private final Jdbi jdbi;
  private final StoreZone zone;
  private final SalesSums sums;
  private final long mostUnsummed;

  /**
   * @param zone of the store, whose hours the day has
   */
  SalesReport(Jdbi jdbi, StoreZone zone, SalesSums sums) {
    this(jdbi, zone, sums, MOST_UNSUMMED);
  }

  /**
   * @param mostUnsummed events after the sums with which those are read still
   */
  SalesReport(Jdbi jdbi, StoreZone zone, SalesSums sums, long mostUnsummed) {
    this.mostUnsummed = mostUnsummed;
    this.jdbi = jdbi;
    this.zone = zone;
    this.sums = sums;
  }

  /**
   * What to read.
   *
   * @param terminal code, empty = all; so are department and item
   */
  record Asked(Period period, String terminal, String department, String item) {}

  /**
   * What was sold.
   *
   * @param total of all rows, each sale counted once
   * @param lateTickets of them, those that came in after the Z of their shift
   */
  record Sales(List<SalesRow> rows, SalesFigures total, long lateTickets, long lateTotalMinor) {}

  /**
   * Of the sums and the lines after them, all in one snapshot; of the lines alone where the sums do
   * not tell so much, are far behind, or are not what the sales say.
   *
   * @throws Refusal TERMINAL_UNKNOWN, DEPARTMENT_UNKNOWN, ITEM_UNKNOWN
   */
  Sales sales(int storeId, SalesBy by, Asked asked) {
    sums.catchUp();
    return read(storeId, by, asked);
  }

  /** As {@link #sales}, wherever the sums stand. */
  Sales read(int storeId, SalesBy by, Asked asked) {
    ZoneId hours = zone.now();
    return Snapshot.of(
        jdbi,
        handle -> {
          ReportDao dao = handle.attach(ReportDao.class);
          SalesSumDao sumDao = handle.attach(SalesSumDao.class);
          Optional<Long> mark =
              sumDao.mark(storeId).filter(summed -> sumDao.head(storeId) - summed <= mostUnsummed);
          Selection selection = selection(dao, storeId, asked, mark.orElse(0L));
          if (mark.isPresent() && SummedSales.tell(by, selection)) {
            SummedSales summed = new SummedSales(sumDao, dao, selection);
            Sales sales = sales(dao, by, selection, summed.parts(by), summed.tickets(), hours);
            if (agrees(dao, selection, sales.total())) {
              return sales;
            }
            log.error("the sums of sales are wrong, and made anew: {}", selection);
            sums.distrust();
          }
          String all = SummedSales.all(selection);
          List<SalesRow> lines = SummedSales.lines(dao, all, by, selection);
          Sales sales = sales(dao, by, selection, lines, dao.tickets(all, selection), hours);
          if (!agrees(dao, selection, sales.total())) {
            throw new IllegalStateException("lines and sales differ: " + sales.total());
          }
          return sales;
        });
  }

  private Sales sales(
      ReportDao dao,
      SalesBy by,
      Selection selection,
      List<SalesRow> parts,
      long tickets,
      ZoneId hours) {
    List<SalesRow> rows =
        new ArrayList<>(by == SalesBy.HOUR ? hours(parts, hours) : rows(dao, by, selection, parts));
    rows.sort(order(by));
    SalesFigures total =
        rows.stream()
            .map(SalesRow::figures)
            .reduce(SalesFigures.NONE, SalesFigures::plus)
            .withTickets(tickets);
    if (!selection.wholeSales()) {
      return new Sales(rows, total, 0, 0);
    }
    ReportDao.Heads late = dao.lateHeads(selection);
    return new Sales(rows, total, late.tickets(), late.totalMinor());
  }

  /** Whether the rows add up to what the sales say they were; parts of sales say nothing. */
  private static boolean agrees(ReportDao dao, Selection selection, SalesFigures total) {
    if (!selection.wholeSales()) {
      return true;
    }
    ReportDao.Heads heads = dao.heads(selection);
    return total.totalMinor() == heads.totalMinor()
        && total.taxMinor() == heads.taxMinor()
        && total.tickets() == heads.tickets();
  }

  private static List<SalesRow> rows(
      ReportDao dao, SalesBy by, Selection selection, List<SalesRow> parts) {
    return by == SalesBy.DAY ? ofOneItem(dao, merged(parts), selection.itemId()) : merged(parts);
  }

  /** Items and members by what they brought, else by code; numbers as numbers. */
  private static Comparator<SalesRow> order(SalesBy by) {
    return switch (by) {
      case ITEM ->
          Comparator.comparingLong((SalesRow row) -> row.figures().totalMinor())
              .reversed()
              .thenComparing(SalesRow::code);
      case OPERATOR ->
          Comparator.comparingInt((SalesRow row) -> row.code().length())
              .thenComparing(SalesRow::code);
      case MEMBER ->
          Comparator.comparing((SalesRow row) -> row.code().isEmpty()) // nobody's last
              .thenComparing(order(SalesBy.ITEM));
      case HOUR, DAY, DEPARTMENT, TERMINAL -> Comparator.comparing(SalesRow::code);
    };
  }

  /** One row of each code, from parts that share no sale. */
  private static List<SalesRow> merged(List<SalesRow> parts) {
    Map<String, SalesRow> rows = new LinkedHashMap<>();
    parts.forEach(part -> rows.merge(part.code(), part, SalesRow::plus));
    return List.copyOf(rows.values());
  }

  private static List<SalesRow> hours(List<SalesRow> quarters, ZoneId zone) {
    Map<Integer, SalesFigures> hours = new TreeMap<>();
    for (SalesRow quarter : quarters) {
      Instant begin = Instant.ofEpochSecond(Long.parseLong(quarter.code()) * 900);
      hours.merge(begin.atZone(zone).getHour(), quarter.figures(), SalesFigures::plus);
    }
    return hours.entrySet().stream()
        .map(
            hour ->
                new SalesRow(
                    String.format(Locale.ROOT, "%02d", hour.getKey()),
                    "",
                    "",
                    "",
                    0,
                    hour.getValue()))
        .toList();
  }

  private static List<SalesRow> ofOneItem(
      ReportDao dao, List<SalesRow> days, @Nullable Integer itemId) {
    String unit = itemId == null ? "" : dao.baseUnit(itemId);
    return days.stream()
        .map(
            day ->
                new SalesRow(
                    day.code(),
                    "",
                    "",
                    unit,
                    itemId == null ? 0 : day.quantityMilli(),
                    day.figures()))
        .toList();
  }

  /** How sales were paid: sold = tenders - change - rounding. */
  record Tenders(List<ReportDao.TenderSum> rows, ReportDao.Heads heads) {}

  /**
   * @throws Refusal TERMINAL_UNKNOWN
   */
  Tenders tenders(int storeId, Period period, String terminal) {
    return Snapshot.of(
        jdbi,
        handle -> {
          ReportDao dao = handle.attach(ReportDao.class);
          Selection selection = selection(dao, storeId, new Asked(period, terminal, "", ""), 0);
          Tenders tenders = new Tenders(dao.tenders(selection), dao.heads(selection));
          mustBePaid(tenders);
          return tenders;
        });
  }

  private static void mustBePaid(Tenders tenders) {
    long paid =
        tenders.rows().stream().mapToLong(row -> row.takenMinor() - row.givenBackMinor()).sum();
    ReportDao.Heads heads = tenders.heads();
    if (paid - heads.changeMinor() != heads.totalMinor() + heads.roundingMinor()) {
      throw new IllegalStateException("tenders give " + paid + ", sales " + heads);
    }
  }

  /** Taxes by class and rate, and the unit that amounts of the store are rounded to. */
  record Taxes(List<ReportDao.TaxSum> rows, long amountUnitMinor) {}

  /**
   * @throws Refusal TERMINAL_UNKNOWN
   */
  Taxes taxes(int storeId, Period period, String terminal) {
    return Snapshot.of(
        jdbi,
        handle -> {
          ReportDao dao = handle.attach(ReportDao.class);
          Selection selection = selection(dao, storeId, new Asked(period, terminal, "", ""), 0);
          return new Taxes(dao.taxes(selection), dao.amountUnitMinor(storeId));
        });
  }

  private static Selection selection(ReportDao dao, int storeId, Asked asked, long summed) {
    return new Selection(
        storeId,
        asked.period().from(),
        asked.period().to(),
        known(asked.terminal(), dao.terminal(storeId, asked.terminal()), Reason.TERMINAL_UNKNOWN),
        known(
            asked.department(),
            dao.department(storeId, asked.department()),
            Reason.DEPARTMENT_UNKNOWN),
        known(asked.item(), dao.item(storeId, asked.item()), Reason.ITEM_UNKNOWN),
        summed);
  }

  /** Null where no code was given. */
  static @Nullable Integer known(String code, Optional<Integer> found, Reason unknown) {
    if (code.isEmpty()) {
      return null;
    }
    return found.orElseThrow(() -> new Refusal(unknown).with("code", code));
  }
}

package id.lajur.server.report;

import id.lajur.server.people.StoreZone;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was sold between two dates, how it was paid, and its taxes. */
final class SalesReport {
  private final Jdbi jdbi;
  private final StoreZone zone;

  /**
   * @param zone of the store, whose hours the day has
   */
  SalesReport(Jdbi jdbi, StoreZone zone) {
    this.jdbi = jdbi;
    this.zone = zone;
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
   * @throws Refusal TERMINAL_UNKNOWN, DEPARTMENT_UNKNOWN, ITEM_UNKNOWN
   */
  Sales sales(int storeId, SalesBy by, Asked asked) {
    return Snapshot.of(
        jdbi,
        handle -> {
          ReportDao dao = handle.attach(ReportDao.class);
          Selection selection = selection(dao, storeId, asked);
          List<SalesRow> rows = rows(dao, by, selection);
          SalesFigures total =
              rows.stream()
                  .map(SalesRow::figures)
                  .reduce(SalesFigures.NONE, SalesFigures::plus)
                  .withTickets(dao.tickets(selection));
          if (!selection.wholeSales()) {
            return new Sales(rows, total, 0, 0);
          }
          mustAgree(total, dao.heads(selection));
          ReportDao.Heads late = dao.lateHeads(selection);
          return new Sales(rows, total, late.tickets(), late.totalMinor());
        });
  }

  /** What the lines add up to is what the sales said they were. */
  private static void mustAgree(SalesFigures total, ReportDao.Heads heads) {
    if (total.totalMinor() != heads.totalMinor()
        || total.taxMinor() != heads.taxMinor()
        || total.tickets() != heads.tickets()) {
      throw new IllegalStateException("lines give " + total + ", sales " + heads);
    }
  }

  private List<SalesRow> rows(ReportDao dao, SalesBy by, Selection selection) {
    return switch (by) {
      case HOUR -> hours(dao.byQuarter(selection));
      case DAY -> ofOneItem(dao, dao.byDay(selection), selection.itemId());
      case DEPARTMENT -> dao.byDepartment(selection);
      case ITEM -> dao.byItem(selection);
      case OPERATOR -> dao.byOperator(selection);
      case TERMINAL -> dao.byTerminal(selection);
      case MEMBER -> dao.byMember(selection);
    };
  }

  private List<SalesRow> hours(List<SalesRow> quarters) {
    Map<Integer, SalesFigures> hours = new TreeMap<>();
    for (SalesRow quarter : quarters) {
      Instant begin = Instant.ofEpochSecond(Long.parseLong(quarter.code()) * 900);
      hours.merge(begin.atZone(zone.now()).getHour(), quarter.figures(), SalesFigures::plus);
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
          Selection selection = selection(dao, storeId, new Asked(period, terminal, "", ""));
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
          Selection selection = selection(dao, storeId, new Asked(period, terminal, "", ""));
          return new Taxes(dao.taxes(selection), dao.amountUnitMinor(storeId));
        });
  }

  private static Selection selection(ReportDao dao, int storeId, Asked asked) {
    return new Selection(
        storeId,
        asked.period().from(),
        asked.period().to(),
        known(asked.terminal(), dao.terminal(storeId, asked.terminal()), Reason.TERMINAL_UNKNOWN),
        known(
            asked.department(),
            dao.department(storeId, asked.department()),
            Reason.DEPARTMENT_UNKNOWN),
        known(asked.item(), dao.item(storeId, asked.item()), Reason.ITEM_UNKNOWN));
  }

  /** Null where no code was given. */
  static @Nullable Integer known(String code, Optional<Integer> found, Reason unknown) {
    if (code.isEmpty()) {
      return null;
    }
    return found.orElseThrow(() -> new Refusal(unknown).with("code", code));
  }
}

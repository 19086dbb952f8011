package id.lajur.server.live;

import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.people.StoreZone;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The receipts that a figure of the monitor is made of. */
final class ReceiptLists {
  private static final long MICROS = 1_000_000; // of a second
  private static final int PAGE = 50;
  private static final int MOST_PAGE = 200;
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,12})-(\\d{1,6})-([0-9a-f-]{36})");
  private static final ReceiptListDao.Place NEWEST =
      new ReceiptListDao.Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  /** What tells the cost of what was sold. */
  private static final Set<String> COST = Set.of(Accounts.COST_OF_SALES, Accounts.INVENTORY);

  private final Jdbi jdbi;
  private final StoreZone zone;
  private final Clock clock;

  ReceiptLists(Jdbi jdbi, StoreZone zone, Clock clock) {
    this.jdbi = jdbi;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * What is asked for; empty = whichever.
   *
   * @param date ISO 8601, empty = the store's last
   * @param hour as {@link ShopDay#hour}, null = the whole day
   * @param fromMs sold at or after, as {@code untilMs} before; 0 = whenever
   * @param pageSize 0 = 50; more than 200 is 200
   * @param pageToken empty for the first page
   */
  record Asked(
      String date,
      @Nullable Integer hour,
      String department,
      String terminal,
      String tender,
      String operatorNumber,
      String itemCode,
      long fromMs,
      long untilMs,
      int pageSize,
      String pageToken) {}

  /**
   * One page.
   *
   * @param count of all pages, as {@code partMinor}
   */
  record Page(
      LocalDate date,
      List<SoldDao.ReceiptRow> receipts,
      String nextToken,
      long count,
      long partMinor) {}

  /**
   * Lists receipts, the newest first.
   *
   * @throws Refusal MOMENT_INVALID, PAGE_INVALID
   */
  Page list(int storeId, Asked asked) {
    if (asked.pageSize() < 0) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageSize", asked.pageSize());
    }
    int size = asked.pageSize() == 0 ? PAGE : Math.min(asked.pageSize(), MOST_PAGE);
    ReceiptListDao.Place after = place(asked.pageToken());
    ZoneId hours = zone.now();
    return jdbi.withExtension(
        ReceiptListDao.class,
        dao -> {
          ShopDay day =
              new ShopDay(date(asked.date(), dao.lastDate(storeId).orElse(null), hours), hours);
          ReceiptListDao.Filter filter =
              filter(storeId, day, asked, dao.changeKind(storeId).orElse(""));
          List<ReceiptListDao.ListedRow> rows = dao.page(filter, after, size + 1);
          List<ReceiptListDao.ListedRow> page = rows.subList(0, Math.min(size, rows.size()));
          ReceiptListDao.SumRow sum = dao.sum(filter);
          return new Page(
              day.date(),
              page.stream().map(ReceiptLists::row).toList(),
              rows.size() > size ? token(page.get(size - 1)) : "",
              sum.count(),
              sum.partMinor());
        });
  }

  private LocalDate date(String asked, @Nullable LocalDate last, ZoneId hours) {
    if (asked.isEmpty()) {
      return last == null ? LocalDate.ofInstant(clock.instant(), hours) : last;
    }
    try {
      LocalDate date = LocalDate.parse(asked);
      if (date.getYear() >= 2000 && date.getYear() < 3000) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new Refusal(Reason.MOMENT_INVALID).with("date", asked);
  }

  private static ReceiptListDao.Filter filter(
      int storeId, ShopDay day, Asked asked, String changeKind) {
    Integer hour = asked.hour();
    if (hour != null && (hour < 0 || hour > ShopDay.LAST_HOUR)) {
      throw new Refusal(Reason.MOMENT_INVALID).with("hour", hour);
    }
    Instant from = moment(asked.fromMs(), Instant.EPOCH);
    Instant until = moment(asked.untilMs(), NEWEST.at());
    return new ReceiptListDao.Filter(
        storeId,
        day.date(),
        hour == null || from.isAfter(day.from(hour)) ? from : day.from(hour),
        hour == null || until.isBefore(day.until(hour)) ? until : day.until(hour),
        orNull(asked.department()),
        orNull(asked.terminal()),
        orNull(asked.tender()),
        orNull(asked.operatorNumber()),
        orNull(asked.itemCode()),
        changeKind);
  }

  /**
   * @param otherwise what 0 means
   */
  private static Instant moment(long ms, Instant otherwise) {
    if (ms < 0 || ms > NEWEST.at().toEpochMilli()) {
      throw new Refusal(Reason.MOMENT_INVALID).with("ms", ms);
    }
    return ms == 0 ? otherwise : Instant.ofEpochMilli(ms);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static ReceiptListDao.Place place(String token) {
    if (token.isEmpty()) {
      return NEWEST;
    }
    Matcher read = TOKEN.matcher(token);
    if (!read.matches()) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageToken", "of no page");
    }
    return new ReceiptListDao.Place(
        Instant.ofEpochSecond(
            Long.parseLong(read.group(1)), Integer.parseInt(read.group(2)) * 1_000L),
        Admissions.idOf(read.group(3), Reason.PAGE_INVALID));
  }

  private static String token(ReceiptListDao.ListedRow last) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.soldAt());
    return micros / MICROS + "-" + micros % MICROS + "-" + last.saleId();
  }

  private static SoldDao.ReceiptRow row(ReceiptListDao.ListedRow row) {
    return new SoldDao.ReceiptRow(
        row.saleId(),
        row.businessDate(),
        ReceiptsProof.number(row.terminal(), row.series(), row.number()),
        row.terminal(),
        row.soldAt(),
        row.operatorNumber(),
        row.operatorName(),
        row.lineCount(),
        row.totalMinor(),
        row.partMinor(),
        row.costMinor());
  }

  /**
   * A receipt with what it did.
   *
   * @param entry what it did to the books, but for its cost; sums to 0
   * @param costEntry what tells its cost; sums to 0
   */
  record Detail(
      SoldDao.ReceiptRow receipt,
      ReceiptListDao.HeadRow head,
      List<ReceiptListDao.LineRow> lines,
      List<ReceiptListDao.TenderRow> tenders,
      List<ReceiptListDao.EntryRow> entry,
      List<ReceiptListDao.EntryRow> costEntry) {}

  /**
   * One receipt of the store.
   *
   * @throws Refusal SALE_UNKNOWN
   */
  Detail detail(int storeId, UUID saleId) {
    return jdbi.withExtension(
        ReceiptListDao.class,
        dao -> {
          ReceiptListDao.ListedRow row =
              dao.receipt(storeId, saleId).orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
          List<ReceiptListDao.EntryRow> entry = dao.entry(saleId);
          return new Detail(
              row(row),
              dao.head(saleId),
              dao.lines(saleId),
              dao.tenders(storeId, saleId),
              entry.stream().filter(line -> !COST.contains(line.account())).toList(),
              entry.stream().filter(line -> COST.contains(line.account())).toList());
        });
  }

  /**
   * What an incident of the till posted.
   *
   * @param entry sums to 0; empty where a drawer was right
   */
  record CashDocument(ReceiptListDao.CashRow cash, List<ReceiptListDao.EntryRow> entry) {}

  /**
   * The document behind an entry of the audit journal.
   *
   * @throws Refusal DOCUMENT_UNKNOWN
   */
  CashDocument cashDocument(int storeId, String terminal, long number) {
    return jdbi.withExtension(
        ReceiptListDao.class,
        dao -> {
          ReceiptListDao.CashRow cash =
              dao.cashMoved(storeId, terminal, number)
                  .or(() -> dao.shiftClosed(storeId, terminal, number))
                  .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
          return new CashDocument(cash, dao.entry(cash.postingId()));
        });
  }
}

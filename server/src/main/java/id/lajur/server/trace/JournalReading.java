package id.lajur.server.trace;

import id.lajur.rules.receipt.ReceiptsProof;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The audit journal as people read it: with names, in the order of time. */
public final class JournalReading {
  private static final int PAGE = 1_000;
  private static final Pattern TICKET = Pattern.compile("(.{1,8})-([SE])0*(\\d{1,15})");

  private final Jdbi jdbi;

  public JournalReading(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One entry; a name is "101 Sari". */
  public record Entry(
      String terminal,
      long number,
      Instant at,
      String kind,
      @Nullable String by,
      @Nullable String approvedBy,
      @Nullable String about,
      @Nullable UUID subject,
      @Nullable Integer line,
      @Nullable Long amountMinor,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason) {}

  public ZoneId zone() {
    return ZoneId.of(jdbi.withExtension(JournalDao.class, JournalDao::timeZone));
  }

  /**
   * Reads what a filter lets through, a page at a time.
   *
   * @return how many
   */
  public long each(JournalFilter filter, Consumer<Entry> reader) {
    long count = 0;
    JournalDao.Place after = new JournalDao.Place(filter.from(), 0, 0);
    while (true) {
      JournalDao.Place from = after;
      List<JournalDao.EntryRow> page =
          jdbi.withExtension(JournalDao.class, dao -> dao.page(filter, from, PAGE));
      for (JournalDao.EntryRow row : page) {
        reader.accept(entry(row));
        count++;
      }
      if (page.size() < PAGE) {
        return count;
      }
      JournalDao.EntryRow last = page.get(PAGE - 1);
      after = new JournalDao.Place(last.occurredAt(), last.terminalId(), last.number());
    }
  }

  /**
   * A page of entries, the newest first.
   *
   * @param next where the next page begins, null after the last
   */
  public record Page(List<Entry> entries, @Nullable Mark next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /** The place of the last entry of a page. */
  public record Mark(Instant at, int terminalId, long number) {}

  /**
   * What a filter lets through, the newest first.
   *
   * @param before null = from the newest
   */
  public Page newest(JournalFilter filter, @Nullable Mark before, int most) {
    JournalDao.Place place =
        before == null
            ? new JournalDao.Place(filter.to(), 0, 0) // up to, and without
            : new JournalDao.Place(before.at(), before.terminalId(), before.number());
    List<JournalDao.EntryRow> rows =
        jdbi.withExtension(JournalDao.class, dao -> dao.pageBefore(filter, place, most + 1));
    if (rows.size() <= most) {
      return new Page(rows.stream().map(JournalReading::entry).toList(), null);
    }
    JournalDao.EntryRow last = rows.get(most - 1);
    return new Page(
        rows.stream().limit(most).map(JournalReading::entry).toList(),
        new Mark(last.occurredAt(), last.terminalId(), last.number()));
  }

  private static Entry entry(JournalDao.EntryRow row) {
    return new Entry(
        row.terminal(),
        row.number(),
        row.occurredAt(),
        row.kind(),
        name(row.operatorNumber(), row.operatorName()),
        name(row.approverNumber(), row.approverName()),
        row.aboutName(),
        row.subjectId(),
        row.aboutName() == null ? row.lineId() : null,
        row.amountMinor(),
        row.beforeValue(),
        row.afterValue(),
        row.reason());
  }

  private static @Nullable String name(@Nullable String number, @Nullable String name) {
    return number == null ? null : number + " " + name;
  }

  /**
   * One ticket from its first scan to the books.
   *
   * @param paper that the lane gave alone, null for a receipt of the server
   * @param acts on its basket, with what the journal tells of it, in order of time
   */
  public record Ticket(
      Head head,
      @Nullable Paper paper,
      List<Step> acts,
      List<Tender> tenders,
      List<Money> ledger,
      List<Goods> stock) {
    public Ticket {
      acts = List.copyOf(acts);
      tenders = List.copyOf(tenders);
      ledger = List.copyOf(ledger);
      stock = List.copyOf(stock);
    }
  }

  /**
   * A receipt that a lane gave alone, as it was printed.
   *
   * @param second whether the server had made the sale before, under a number of its own
   * @param soldAt by the lane's clock
   * @param by number of the operator
   */
  public record Paper(
      String receipt,
      boolean second,
      Instant soldAt,
      Instant receivedAt,
      String by,
      List<PaperLine> lines,
      long totalMinor,
      long roundingMinor,
      long tenderedMinor,
      long changeMinor,
      List<Difference> differences) {
    public Paper {
      lines = List.copyOf(lines);
      differences = List.copyOf(differences);
    }
  }

  /** A line of such a receipt. */
  public record PaperLine(
      int line,
      String kind,
      String item,
      long quantityMilli,
      long priceMinor,
      long discountMinor,
      long totalMinor,
      boolean voided) {}

  /**
   * What the lane did otherwise than the server would have.
   *
   * @param line 0 for the whole receipt
   */
  public record Difference(String kind, int line, String atLane, String atServer) {}

  /** The sale itself, under the number that the server knows it by. */
  public record Head(
      String receipt,
      UUID saleId,
      UUID basketId,
      String by,
      String businessDate,
      Instant soldAt,
      int lines,
      long discountMinor,
      long taxMinor,
      long totalMinor,
      long roundingMinor,
      long changeMinor) {}

  /** One act, or one entry of the journal; one of both is there. */
  public record Step(Instant at, @Nullable Act act, @Nullable Entry entry) {}

  /** An act on the basket. */
  public record Act(
      int seq,
      String kind,
      String terminal,
      String by,
      @Nullable String approvedBy,
      @Nullable Integer line,
      @Nullable String barcode,
      @Nullable String item,
      @Nullable String unit,
      @Nullable Long quantityMilli,
      @Nullable Long priceMinor,
      @Nullable Long amountMinor,
      @Nullable Integer percentMicro,
      @Nullable String reason) {}

  /** What it was paid with. */
  public record Tender(String kind, long amountMinor, String reference) {}

  /** A line of the books, debit positive. */
  public record Money(String account, String name, long amountMinor) {}

  /** Goods that left stock are negative. */
  public record Goods(String code, String name, long quantityMilli, long valueMinor) {}

  /**
   * @param receipt as it is printed: L01-S000123
   * @return empty when there is no such receipt
   */
  public Optional<Ticket> ticket(String receipt) {
    Matcher parts = TICKET.matcher(receipt);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String terminal = parts.group(1);
    long number = Long.parseLong(parts.group(3));
    return jdbi.withExtension(
        JournalDao.class,
        dao ->
            parts.group(2).equals("S")
                ? dao.sale(terminal, "S", number).map(sale -> ticket(sale, null))
                : dao.paper(terminal, number)
                    .flatMap(
                        paper ->
                            dao.sale(paper.saleId())
                                .map(sale -> ticket(sale, paper(dao, receipt, paper)))));
  }

  /**
   * What happened to a basket.
   *
   * @param ticket null while nobody has paid
   */
  public record Trace(List<Step> steps, @Nullable Ticket ticket) {
    public Trace {
      steps = List.copyOf(steps);
    }
  }

  /**
   * @return empty when there is no such basket
   */
  public Optional<Trace> basket(UUID basketId) {
    return jdbi.withExtension(
        JournalDao.class,
        dao -> {
          Optional<Ticket> sold = dao.saleOfBasket(basketId).map(sale -> ticket(sale, null));
          return sold.map(ticket -> new Trace(ticket.acts(), ticket))
              .or(() -> dao.basket(basketId).map(id -> new Trace(steps(id, List.of(id)), null)));
        });
  }

  private static Paper paper(JournalDao dao, String receipt, JournalDao.PaperRow row) {
    return new Paper(
        receipt,
        row.outcome().equals("SECOND_PAPER"),
        Instant.ofEpochMilli(row.soldAtMs()),
        row.receivedAt(),
        row.operatorNumber(),
        dao.paperLines(row).stream()
            .map(
                line ->
                    new PaperLine(
                        line.lineNo(),
                        line.kind(),
                        line.name() == null ? line.itemCode() : line.itemCode() + " " + line.name(),
                        line.quantityMilli(),
                        line.priceMinor(),
                        line.discountMinor(),
                        line.totalMinor(),
                        line.voided()))
            .toList(),
        row.totalMinor(),
        row.roundingMinor(),
        row.tenderedMinor(),
        row.changeMinor(),
        dao.differences(row).stream()
            .map(
                difference ->
                    new Difference(
                        difference.kind(),
                        difference.lineNo(),
                        difference.atLane(),
                        difference.atServer()))
            .toList());
  }

  private Ticket ticket(JournalDao.SaleRow sale, @Nullable Paper paper) {
    List<Step> steps = steps(sale.basketId(), List.of(sale.basketId(), sale.saleId()));
    return jdbi.withExtension(
        JournalDao.class,
        dao ->
            new Ticket(
                head(sale),
                paper,
                steps,
                dao.tenders(sale.saleId()).stream()
                    .map(row -> new Tender(row.kind(), row.amountMinor(), row.reference()))
                    .toList(),
                dao.ledger(sale.saleId()).stream()
                    .map(row -> new Money(row.account(), row.name(), row.amountMinor()))
                    .toList(),
                dao.stock(sale.saleId()).stream()
                    .map(
                        row ->
                            new Goods(
                                row.code(), row.name(), row.quantityMilli(), row.valueMinor()))
                    .toList()));
  }

  private List<Step> steps(UUID basketId, List<UUID> subjects) {
    List<Step> steps = new ArrayList<>();
    jdbi.useExtension(
        JournalDao.class,
        dao ->
            dao.acts(basketId)
                .forEach(row -> steps.add(new Step(row.occurredAt(), act(row), null))));
    for (UUID subject : subjects) {
      long unused =
          each(JournalFilter.about(subject), entry -> steps.add(new Step(entry.at(), null, entry)));
    }
    steps.sort(Comparator.comparing(Step::at)); // stable: an act stays before its entry
    return steps;
  }

  private static Head head(JournalDao.SaleRow sale) {
    return new Head(
        ReceiptsProof.number(sale.terminal(), sale.series(), sale.number()),
        sale.saleId(),
        sale.basketId(),
        sale.operatorNumber() + " " + sale.operatorName(),
        sale.businessDate().toString(),
        sale.soldAt(),
        sale.lineCount(),
        sale.discountMinor(),
        sale.taxMinor(),
        sale.totalMinor(),
        sale.roundingMinor(),
        sale.changeMinor());
  }

  private static Act act(JournalDao.ActRow row) {
    return new Act(
        row.seq(),
        row.kind(),
        row.terminal(),
        row.operatorNumber() + " " + row.operatorName(),
        name(row.approverNumber(), row.approverName()),
        row.lineId(),
        row.barcode(),
        row.itemName(),
        row.unit(),
        row.quantityMilli(),
        row.priceMinor(),
        row.amountMinor(),
        row.percentMicro(),
        row.reason());
  }
}

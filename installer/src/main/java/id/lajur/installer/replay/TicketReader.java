package id.lajur.installer.replay;

import id.lajur.rules.amount.Numbers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of tickets, and beside it the file of their totals, which has them in the same
 * order; one ticket at a time is in memory.
 */
final class TicketReader implements AutoCloseable {
  private static final String TENDER = "tender_";
  private static final String TAX_CODE = "tax_code";
  private static final List<String> COLUMNS =
      List.of(
          "ticket_id",
          "timestamp",
          "lane",
          "item_code",
          "quantity",
          "unit_price",
          "line_discount",
          "line_total",
          "kind");
  private static final List<String> TOTALS_COLUMNS =
      List.of(
          "ticket_id",
          "member",
          "ticket_discount",
          "store_coupon",
          "tax",
          "change",
          "balance",
          "items_total");

  private final CsvFile lines;
  private final @Nullable CsvFile totals;
  private final long limit;
  private boolean more;
  private long index;
  private LocalDate lastDate = LocalDate.MIN;

  /**
   * @param limit tickets to read; 0 = all
   */
  TicketReader(Path tickets, @Nullable Path totals, long limit) {
    this.lines = CsvFile.open(tickets, COLUMNS);
    this.totals = totals == null ? null : CsvFile.open(totals, TOTALS_COLUMNS);
    this.limit = limit == 0 ? Long.MAX_VALUE : limit;
    this.more = lines.next();
  }

  /** Codes of the tender kinds that the totals name: {@code tender_gift_card} is GIFT_CARD. */
  List<String> tenderKinds() {
    if (totals == null) {
      return List.of();
    }
    return totals.columns().stream()
        .filter(column -> column.startsWith(TENDER))
        .map(TicketReader::kindOf)
        .toList();
  }

  private static String kindOf(String column) {
    return column.substring(TENDER.length()).toUpperCase(Locale.ROOT);
  }

  /**
   * The next ticket, null after the last.
   *
   * @throws UnreadableInput naming file and line
   */
  @Nullable Ticket next() {
    if (!more || index >= limit) {
      return null;
    }
    String id = lines.text("ticket_id");
    LocalDateTime startedAt = lines.time("timestamp");
    if (startedAt.toLocalDate().isBefore(lastDate)) {
      throw lines.wrong("the tickets are not in order of time: " + startedAt);
    }
    lastDate = startedAt.toLocalDate();
    String lane = lines.text("lane");
    List<Ticket.Line> read = new ArrayList<>();
    long items = 0;
    while (more && lines.text("ticket_id").equals(id)) {
      Ticket.Line line = line();
      items += line.totalMinor();
      read.add(line);
      more = lines.next();
    }
    return new Ticket(
        index++, id, startedAt, lane, read, totals == null ? null : totals(totals, id, items));
  }

  private Ticket.Line line() {
    Ticket.Kind kind;
    try {
      kind = Ticket.Kind.valueOf(lines.text("kind"));
    } catch (IllegalArgumentException e) {
      throw lines.wrong("kind is none of SALE, RETURN, VOID, CREDIT: " + lines.text("kind"));
    }
    long quantity = lines.milli("quantity");
    long price = lines.minor("unit_price");
    long discount = lines.minor("line_discount");
    long total = lines.minor("line_total");
    boolean signFits =
        switch (kind) {
          case SALE -> quantity > 0;
          case RETURN, CREDIT -> quantity < 0;
          case VOID -> quantity != 0;
        };
    if (!signFits || price < 0) {
      throw lines.wrong("no " + kind + " has quantity " + quantity + " and price " + price);
    }
    if (Numbers.extend(quantity, price, 1) - discount != total) {
      throw lines.wrong("quantity x unit_price - line_discount is not line_total");
    }
    return new Ticket.Line(
        lines.text("item_code"),
        quantity,
        price,
        discount,
        total,
        kind,
        lines.columns().contains(TAX_CODE) ? lines.text(TAX_CODE) : null);
  }

  private static Ticket.Totals totals(CsvFile totals, String id, long items) {
    if (!totals.next()) {
      throw totals.wrong("there are no totals of ticket " + id);
    }
    if (!totals.text("ticket_id").equals(id)) {
      throw totals.wrong("the totals of ticket " + id + " should stand here");
    }
    if (totals.minor("items_total") != items) {
      throw totals.wrong("items_total is not the sum of the ticket's lines");
    }
    Map<String, Long> tenders = new TreeMap<>();
    for (String column : totals.columns()) {
      if (column.startsWith(TENDER)) {
        Long amount = totals.minorOrNull(column);
        if (amount != null && amount != 0) {
          tenders.put(kindOf(column), amount);
        }
      }
    }
    return new Ticket.Totals(
        totals.text("member").equals("Y"),
        totals.minor("ticket_discount"),
        totals.minor("store_coupon"),
        totals.minor("tax"),
        totals.minor("change"),
        totals.minor("balance"),
        tenders);
  }

  /** What is wrong with the ticket just read. */
  UnreadableInput wrong(String what) {
    return lines.wrong("in the ticket before: " + what);
  }

  @Override
  public void close() {
    lines.close();
    if (totals != null) {
      totals.close();
    }
  }
}

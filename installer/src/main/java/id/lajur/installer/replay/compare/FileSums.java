package id.lajur.installer.replay.compare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Sums of a file of tickets and its totals, day by day, by a reader that sells nothing. */
final class FileSums implements AutoCloseable {
  private final CSVParser ticketParser;
  private final Iterator<CSVRecord> rows;
  private final @Nullable CSVParser totalsParser;
  private final @Nullable Iterator<CSVRecord> totalsRows;
  private final Replayed replayed;
  private final List<String> notSold = new ArrayList<>();
  private @Nullable CSVRecord row;
  private long ticketNumber;

  FileSums(Replayed replayed) throws IOException {
    this.replayed = replayed;
    this.ticketParser = parser(replayed.tickets());
    this.rows = ticketParser.iterator();
    this.row = rows.hasNext() ? rows.next() : null;
    this.totalsParser = replayed.totals() == null ? null : parser(replayed.totals());
    this.totalsRows = totalsParser == null ? null : totalsParser.iterator();
  }

  private static CSVParser parser(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(
            new InputStreamReader(
                gzip ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
  }

  /**
   * One day of the file.
   *
   * @param byLane sums of each lane that sold
   */
  record Day(String date, Map<String, Sums> byLane) {}

  /** Tickets that were left out so far. */
  List<String> notSold() {
    return notSold;
  }

  /** The next day of the file, null after the last. */
  @Nullable Day nextDay() {
    if (row == null || limitReached()) {
      return null;
    }
    String date = row.get("timestamp").substring(0, 10);
    Map<String, Sums> byLane = new TreeMap<>();
    while (row != null && row.get("timestamp").startsWith(date) && !limitReached()) {
      ticket(byLane);
    }
    return new Day(date, byLane);
  }

  private boolean limitReached() {
    return replayed.limit() > 0 && ticketNumber >= replayed.limit();
  }

  private void ticket(Map<String, Sums> byLane) {
    CSVRecord first = java.util.Objects.requireNonNull(row);
    String id = first.get("ticket_id");
    String lane =
        replayed.lanes() == 0 ? first.get("lane") : "L" + (ticketNumber % replayed.lanes() + 1);
    ticketNumber++;
    Sums ticket = new Sums();
    ticket.add("tickets", 1);
    BigDecimal items = BigDecimal.ZERO;
    while (row != null && row.get("ticket_id").equals(id)) {
      items = items.add(line(row, ticket));
      row = rows.hasNext() ? rows.next() : null;
    }
    if (totals(id, items, ticket)) {
      byLane.computeIfAbsent(lane, code -> new Sums()).addAll(ticket);
    } else {
      notSold.add(id);
    }
  }

  private static BigDecimal line(CSVRecord row, Sums ticket) {
    String kind = row.get("kind");
    BigDecimal quantity = new BigDecimal(row.get("quantity"));
    BigDecimal total = new BigDecimal(row.get("line_total"));
    long milli = quantity.movePointRight(3).longValueExact();
    ticket.add("lines of " + kind, 1);
    ticket.add("quantity of " + kind, milli);
    ticket.add("amount of " + kind, minor(total));
    ticket.add("quantity of item " + row.get("item_code"), milli);
    ticket.add("line discounts", minor(lineDiscount(row, quantity, total)));
    return total;
  }

  /** A negative discount is a higher price: of it remains what that price is too high. */
  private static BigDecimal lineDiscount(CSVRecord row, BigDecimal quantity, BigDecimal total) {
    BigDecimal discount = new BigDecimal(row.get("line_discount"));
    if (discount.signum() * quantity.signum() >= 0) {
      return discount;
    }
    BigDecimal price = total.divide(quantity, 2, RoundingMode.CEILING);
    return price.multiply(quantity).setScale(2, RoundingMode.HALF_UP).subtract(total);
  }

  /** Adds what stands below the lines; false for a ticket that was never paid in full. */
  private boolean totals(String id, BigDecimal items, Sums ticket) {
    if (totalsRows == null) {
      ticket.add("cash in the till", minor(items));
      return true;
    }
    CSVRecord totals = totalsRows.next();
    if (!totals.get("ticket_id").equals(id)) {
      throw new IllegalStateException("the totals of " + id + " are not in order");
    }
    if (new BigDecimal(totals.get("balance")).signum() != 0) {
      return false;
    }
    long tax = minor(new BigDecimal(totals.get("tax")));
    long difference = replayed.taxMinor().getOrDefault(id, tax) - tax;
    ticket.add("tax", tax + difference);
    ticket.add("recorded tax", tax);
    ticket.add("ticket discounts", -minor(new BigDecimal(totals.get("ticket_discount"))));
    ticket.add("coupons", -minor(new BigDecimal(totals.get("store_coupon"))));
    Map<String, Long> tenders = new HashMap<>();
    String largest = null;
    for (String column : totals.getParser().getHeaderNames()) {
      if (column.startsWith("tender_") && !totals.get(column).isEmpty()) {
        long amount = minor(new BigDecimal(totals.get(column)));
        String kind = column.substring(7).toUpperCase(Locale.ROOT);
        tenders.put(kind, amount);
        if (amount != 0
            && (largest == null
                || Math.abs(amount) > Math.abs(tenders.getOrDefault(largest, 0L)))) {
          largest = kind;
        }
      }
    }
    long change = minor(new BigDecimal(totals.get("change")));
    if (largest != null) {
      tenders.merge(largest, difference, Math::addExact);
    } else {
      change -= difference;
      if (change < 0) {
        tenders.put("CASH", -change);
        change = 0;
      }
    }
    tenders.forEach((kind, amount) -> ticket.add("tender " + kind, amount));
    ticket.add("cash in the till", tenders.getOrDefault("CASH", 0L) - change);
    return true;
  }

  private static long minor(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }

  @Override
  public void close() throws IOException {
    ticketParser.close();
    if (totalsParser != null) {
      totalsParser.close();
    }
  }
}

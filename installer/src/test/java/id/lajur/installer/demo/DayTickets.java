package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.server.catalog.NewItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tickets of a cashier's day; what the file's signs mean is said at its beginning. */
final class DayTickets {
  private static final String FILE = "day-tickets.txt";
  private static final Pattern LINE =
      Pattern.compile("([pw])(\\d+)(?:\\*(\\d+))?(?:=(\\d+)\\.(\\d{3}))?(!)?(-10)?");

  private DayTickets() {}

  /** How a ticket is paid. */
  enum Payment {
    CASH,
    NOTE,
    CARD,
    QRIS,
    SPLIT
  }

  /**
   * One line, as it is scanned.
   *
   * @param pieces of goods that are not weighed, from 1
   * @param weightMilli thousandths of a kilogram; 0 where it is not weighed
   * @param takenOff whether it is removed at once
   * @param reduced whether a tenth is taken off its price
   */
  record Line(NewItem item, int pieces, long weightMilli, boolean takenOff, boolean reduced) {
    boolean weighed() {
      return weightMilli > 0;
    }

    /** At the shelf's price, in minor units; rounded half up to whole rupiah. */
    long valueMinor() {
      Long price = Objects.requireNonNull(item.units().get(0).priceMinor());
      long milli = weighed() ? weightMilli : pieces * 1_000L;
      return (price * milli + 50_000) / 100_000 * 100;
    }
  }

  record Ticket(Payment payment, List<Line> lines) {
    Ticket {
      lines = List.copyOf(lines);
    }
  }

  /**
   * All, in the order of the day.
   *
   * @param goods what sells best first
   */
  static List<Ticket> of(List<NewItem> goods) {
    List<NewItem> pieces = goods.stream().filter(item -> !item.weighed()).toList();
    List<NewItem> weighed = goods.stream().filter(NewItem::weighed).toList();
    try (var file = Objects.requireNonNull(DayTickets.class.getResourceAsStream(FILE), FILE);
        var reader = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return reader
          .lines()
          .filter(row -> !row.startsWith("#"))
          .map(row -> ticket(row, pieces, weighed))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ticket ticket(String row, List<NewItem> pieces, List<NewItem> weighed) {
    List<String> parts = Arrays.asList(row.split(" ", -1));
    return new Ticket(
        Payment.valueOf(parts.get(0)),
        parts.stream().skip(1).map(part -> line(part, pieces, weighed)).toList());
  }

  private static Line line(String part, List<NewItem> pieces, List<NewItem> weighed) {
    Matcher m = LINE.matcher(part);
    if (!m.matches()) {
      throw new IllegalArgumentException(part);
    }
    boolean byWeight = m.group(1).equals("w");
    NewItem item = (byWeight ? weighed : pieces).get(Integer.parseInt(m.group(2)) - 1);
    long milli = byWeight ? Long.parseLong(m.group(4) + m.group(5)) : 0;
    int count = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
    return new Line(item, count, milli, m.group(6) != null, m.group(7) != null);
  }
}

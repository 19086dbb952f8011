package id.lajur.installer.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a file before its first ticket is sold; bounded by items, lanes and days.
 */
final class FileProfile {
  private final Map<String, Long> quantityMilli = new HashMap<>();
  private final Set<String> fractions = new HashSet<>();
  private final Set<String> lanes = new TreeSet<>();
  private final Map<String, Long> paidOut = new HashMap<>();
  private final RecordedTax recordedTax = new RecordedTax();
  private List<String> tenderKinds = List.of();
  private long tickets;
  private boolean cents;
  private @Nullable LocalDate firstDate;

  private FileProfile() {}

  /**
   * Reads the whole file once.
   *
   * @throws UnreadableInput naming file and line
   */
  static FileProfile of(
      Path file,
      @Nullable Path totals,
      long limit,
      LaneChoice choice,
      Map<String, ShelfItem> shelf) {
    FileProfile profile = new FileProfile();
    try (TicketReader reader = new TicketReader(file, totals, limit)) {
      profile.tenderKinds = reader.tenderKinds();
      for (Ticket ticket = reader.next(); ticket != null; ticket = reader.next()) {
        try {
          profile.add(ticket, choice.laneOf(ticket), shelf);
        } catch (IllegalArgumentException e) {
          throw reader.wrong(String.valueOf(e.getMessage()));
        }
      }
      if (profile.tickets == 0) {
        throw reader.wrong("there is no ticket");
      }
    }
    return profile;
  }

  private void add(Ticket ticket, String lane, Map<String, ShelfItem> shelf) {
    tickets++;
    lanes.add(lane);
    firstDate = firstDate == null ? ticket.date() : firstDate;
    long total = 0;
    for (Ticket.Line line : ticket.lines()) {
      ShelfItem item = shelf.get(line.itemCode());
      if (item == null) {
        throw new IllegalArgumentException("the catalogue has no item " + line.itemCode());
      }
      if (line.taxCode() != null) {
        recordedTax.add(item, line.taxCode());
      }
      quantityMilli.merge(line.itemCode(), line.quantityMilli(), Math::addExact);
      if (line.quantityMilli() % 1000 != 0) {
        fractions.add(line.itemCode());
      }
      cents |= line.priceMinor() % 100 != 0 || line.totalMinor() % 100 != 0;
      total += line.totalMinor();
    }
    Ticket.Totals totals = ticket.totals();
    long out =
        totals == null
            ? Math.max(0, -total) * 3 / 2
            : Math.max(0, totals.changeMinor() - totals.tenderMinor().getOrDefault("CASH", 0L))
                + 1_00;
    paidOut.merge(key(lane, ticket.date()), out, Math::addExact);
  }

  private static String key(String lane, LocalDate date) {
    return lane + " " + date;
  }

  /** Net quantity of an item over the whole file, thousandths. */
  long quantityMilli(String itemCode) {
    return quantityMilli.getOrDefault(itemCode, 0L);
  }

  boolean sold(String itemCode) {
    return quantityMilli.containsKey(itemCode);
  }

  /** Whether an item was ever sold by parts of its unit. */
  boolean sellsFractions(String itemCode) {
    return fractions.contains(itemCode);
  }

  /** The tax class that an item had at the till that wrote the file. */
  String taxClass(ShelfItem item) {
    return recordedTax.classOf(item);
  }

  Set<String> lanes() {
    return lanes;
  }

  /** The most that a lane can pay out of its till on a date. */
  long paidOutMinor(String lane, LocalDate date) {
    return paidOut.getOrDefault(key(lane, date), 0L);
  }

  /** As above, of all lanes and dates. */
  long paidOutMinor() {
    return paidOut.values().stream().mapToLong(Long::longValue).sum();
  }

  List<String> tenderKinds() {
    return tenderKinds;
  }

  long tickets() {
    return tickets;
  }

  /** Whether any amount is not of whole units of the currency. */
  boolean hasCents() {
    return cents;
  }

  LocalDate firstDate() {
    return java.util.Objects.requireNonNull(firstDate);
  }
}

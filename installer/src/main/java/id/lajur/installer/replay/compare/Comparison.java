package id.lajur.installer.replay.compare;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The file against the store: for each lane and date, for the store, and item by item. */
public final class Comparison {
  private static final List<String> KINDS = List.of("SALE", "RETURN", "VOID", "CREDIT");
  private static final int TOLD = 200;

  private final Sums file = new Sums();
  private final Sums sold = new Sums();
  private final Map<String, Long> tillCash = new TreeMap<>();
  private final Map<String, Long> tenders = new TreeMap<>();
  private final List<String> notSold = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private long differenceCount;
  private StockCheck.Result stock = new StockCheck.Result(0, 0);

  private Comparison() {}

  /**
   * Compares; changes nothing.
   *
   * @throws IOException the file cannot be read a second time
   */
  public static Comparison of(Replayed replayed, Connection connection)
      throws IOException, SQLException {
    Comparison comparison = new Comparison();
    comparison.days(replayed, connection);
    comparison.readTenders(connection);
    comparison.stock = StockCheck.run(connection, comparison::tell);
    comparison.same(
        "cost of sales, minor units",
        comparison.stock.costOfSalesMinor(),
        number(connection, "SELECT COALESCE(SUM(cost_minor), 0) FROM sale"));
    comparison.same(
        "value of the stock, minor units",
        comparison.stock.valueMinor(),
        number(connection, "SELECT COALESCE(SUM(value_minor), 0) FROM stock_balance"));
    return comparison;
  }

  /**
   * Compares with what a store elsewhere has answered, receipt by receipt: all dates as one, since
   * they are one of its days, and without its stock and books, which only its own audit sees.
   *
   * @throws IOException the file cannot be read a second time
   */
  public static Comparison of(Replayed replayed, AnsweredSums answered) throws IOException {
    Comparison comparison = new Comparison();
    try (FileSums reader = new FileSums(replayed)) {
      for (FileSums.Day day = reader.nextDay(); day != null; day = reader.nextDay()) {
        day.byLane().values().forEach(comparison.file::addAll);
      }
      comparison.notSold.addAll(reader.notSold());
    }
    comparison.sold.addAll(answered.sums());
    comparison.tenders.putAll(answered.tenders());
    Sums recorded = new Sums();
    recorded.addAll(comparison.file);
    Sums booked = new Sums();
    booked.addAll(comparison.sold);
    booked.add("recorded tax", recorded.get("recorded tax"));
    recorded.add("tax of the store", booked.get("tax of the store"));
    recorded.add("tax on top", booked.get("tax on top"));
    Sums.differences("all dates", recorded, booked, comparison::tell);
    return comparison;
  }

  private void readTenders(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT kind, SUM(amount_minor) FROM sale_tender GROUP BY kind");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tenders.put(row.getString(1), row.getLong(2));
      }
    }
  }

  private void days(Replayed replayed, Connection connection) throws IOException, SQLException {
    boolean totals = replayed.totals() != null;
    SoldSums store = new SoldSums(connection, replayed.unitMinor(), totals);
    try (FileSums reader = new FileSums(replayed)) {
      for (FileSums.Day day = reader.nextDay(); day != null; day = reader.nextDay()) {
        Map<String, Sums> soldByLane = store.day(day.date());
        Set<String> lanes = new HashSet<>(soldByLane.keySet());
        lanes.addAll(day.byLane().keySet());
        for (String lane : lanes) {
          Sums recorded = day.byLane().getOrDefault(lane, new Sums());
          Sums booked = soldByLane.getOrDefault(lane, new Sums());
          file.addAll(recorded);
          sold.addAll(booked);
          tillCash.merge(
              lane, booked.get("cash in the till") + booked.get("tax on top"), Math::addExact);
          booked.add("recorded tax", recorded.get("recorded tax"));
          recorded.add("tax of the store", booked.get("tax of the store"));
          recorded.add("tax on top", booked.get("tax on top"));
          Sums.differences(lane + " on " + day.date(), recorded, booked, this::tell);
        }
      }
      notSold.addAll(reader.notSold());
    }
    same(
        "sales on every date",
        file.get("tickets"),
        number(connection, "SELECT COUNT(*) FROM sale"));
    same(
        "standing lines on every date",
        number(connection, "SELECT COALESCE(SUM(line_count), 0) FROM sale"),
        number(connection, "SELECT COUNT(*) FROM sale_line"));
  }

  private void same(String what, long expected, long found) {
    if (expected != found) {
      tell("the store, " + what + ": " + expected + " are expected, the store has " + found);
    }
  }

  private void tell(String difference) {
    if (++differenceCount <= TOLD) {
      differences.add(difference);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The first differences in words; empty when file and store are equal. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** How many differences there are, told or not. */
  public long differenceCount() {
    return differenceCount;
  }

  /** Ids of the tickets that were never paid in full. */
  public List<String> notSold() {
    return List.copyOf(notSold);
  }

  /**
   * Lines, quantity or amount over all kinds.
   *
   * @param measure lines, quantity or amount
   */
  public long fileSum(String measure) {
    return KINDS.stream().mapToLong(kind -> file.get(measure + " of " + kind)).sum();
  }

  /** The same of what was sold. */
  public long soldSum(String measure) {
    return KINDS.stream().mapToLong(kind -> sold.get(measure + " of " + kind)).sum();
  }

  /** One sum of what was sold: "tickets", "line discounts", "amount of SALE" and so on. */
  public long sold(String name) {
    return sold.get(name);
  }

  /** Tax as the file recorded it, minor units. */
  public long recordedTaxMinor() {
    return file.get("recorded tax");
  }

  /** All tax that the store computed, minor units. */
  public long taxMinor() {
    return sold.get("tax") + sold.get("tax of the store");
  }

  /** Tenders by kind as the store took them, minor units; change is not taken off. */
  public Map<String, Long> tenderMinor() {
    return Collections.unmodifiableMap(tenders);
  }

  /** What sales brought into the till of each lane, minor units. */
  public Map<String, Long> tillCashMinor() {
    return Map.copyOf(tillCash);
  }

  public long costOfSalesMinor() {
    return stock.costOfSalesMinor();
  }

  public long stockValueMinor() {
    return stock.valueMinor();
  }
}

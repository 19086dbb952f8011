package id.lajur.installer.demo;

import id.lajur.server.catalog.NewItem;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A day of tickets, made by a seed and shaped as three weeks at a supermarket's tills were measured
 * to be: at what hours people pay, how many lines they bring, how few of the goods make most of the
 * sales, how much is weighed, how often a line is taken back. Only how people pay is Indonesian by
 * estimate: most in cash, many by QRIS.
 */
final class DemoDay {
  /** Parts in a thousand of the tickets, by hour from 7 o'clock on. */
  private static final int[] HOURS = {61, 55, 80, 88, 59, 85, 81, 43, 96, 124, 49, 85, 69, 25};

  private static final int FIRST_HOUR = 7;
  private static final double MEDIAN_LINES = 4.4;
  private static final double SPREAD_OF_LINES = 1.07; // of the logarithm
  private static final int MOST_LINES = 60;
  private static final int RANK_OFFSET = 20; // the n-th best seller sells as 1 / (n + 20)
  private static final double WEIGHED_SHARE = 0.24;
  private static final double TAKEN_BACK_SHARE = 0.012;
  private static final double MEDIAN_KG = 0.65;
  private static final double SPREAD_OF_KG = 0.6;

  /** How a ticket is paid. */
  enum Paid {
    CASH,
    QRIS,
    CARD,
    /** A part by QRIS, the rest in cash. */
    QRIS_AND_CASH
  }

  /**
   * One line.
   *
   * @param quantityMilli thousandths of the base unit
   * @param takenBack removed again before the ticket is paid
   */
  record Line(NewItem item, long quantityMilli, boolean takenBack) {}

  /**
   * One ticket.
   *
   * @param lines one at least stands
   */
  record Ticket(LocalTime time, List<Line> lines, Paid paid) {
    Ticket {
      lines = List.copyOf(lines);
    }
  }

  private final SplittableRandom random;
  private final LocalTime delivery;
  private final Shelf early;
  private final Shelf full;

  private DemoDay(Shelf early, Shelf full, LocalTime delivery, long seed) {
    this.random = new SplittableRandom(seed);
    this.early = early;
    this.full = full;
    this.delivery = delivery;
  }

  /**
   * Makes a day.
   *
   * @param bestFirst the shop's goods, what sells best first; weighed goods and others among them
   * @param fresh those of them that are there from the delivery on
   * @param tickets how many
   * @return in the order of their times
   */
  static List<Ticket> made(
      List<NewItem> bestFirst, Set<NewItem> fresh, LocalTime delivery, int tickets, long seed) {
    List<NewItem> kept = bestFirst.stream().filter(item -> !fresh.contains(item)).toList();
    var day = new DemoDay(Shelf.of(kept), Shelf.of(bestFirst), delivery, seed);
    List<Ticket> made = new ArrayList<>();
    for (int i = 0; i < tickets; i++) {
      made.add(day.ticket());
    }
    made.sort(Comparator.comparing(Ticket::time));
    return made;
  }

  private Ticket ticket() {
    LocalTime time = time();
    Shelf shelf = time.isBefore(delivery) ? early : full;
    int count = (int) Math.round(MEDIAN_LINES * Math.exp(SPREAD_OF_LINES * random.nextGaussian()));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.min(count, MOST_LINES)); i++) {
      lines.add(line(shelf, i > 0 && random.nextDouble() < TAKEN_BACK_SHARE));
    }
    return new Ticket(time, lines, paid());
  }

  private LocalTime time() {
    int parts = 0;
    for (int hour : HOURS) {
      parts += hour;
    }
    int at = random.nextInt(parts);
    int hour = 0;
    while (at >= HOURS[hour]) {
      at -= HOURS[hour++];
    }
    return LocalTime.of(FIRST_HOUR + hour, 0).plusSeconds(random.nextInt(3_600));
  }

  private Line line(Shelf shelf, boolean takenBack) {
    if (random.nextDouble() < WEIGHED_SHARE) {
      long grams = Math.round(1_000 * MEDIAN_KG * Math.exp(SPREAD_OF_KG * random.nextGaussian()));
      return new Line(
          shelf.weighed().next(random), Math.max(50, Math.min(grams, 8_000)), takenBack);
    }
    return new Line(shelf.packed().next(random), 1_000L * pieces(), takenBack);
  }

  private int pieces() {
    int at = random.nextInt(1_000);
    return at < 951 ? 1 : at < 981 ? 2 : at < 990 ? 3 : random.nextInt(4, 7);
  }

  private Paid paid() {
    int at = random.nextInt(100);
    return at < 58 ? Paid.CASH : at < 80 ? Paid.QRIS : at < 93 ? Paid.CARD : Paid.QRIS_AND_CASH;
  }

  /** What the customers find. */
  private record Shelf(Ranked weighed, Ranked packed) {
    static Shelf of(List<NewItem> bestFirst) {
      return new Shelf(
          Ranked.of(bestFirst, NewItem::weighed), Ranked.of(bestFirst, item -> !item.weighed()));
    }
  }

  /** Goods of which the first sell most. */
  private record Ranked(List<NewItem> items, double[] weights, double sum) {
    static Ranked of(List<NewItem> bestFirst, Predicate<NewItem> which) {
      List<NewItem> items = bestFirst.stream().filter(which).toList();
      double[] weights = new double[items.size()];
      double sum = 0;
      for (int rank = 0; rank < weights.length; rank++) {
        weights[rank] = 1.0 / (rank + 1 + RANK_OFFSET);
        sum += weights[rank];
      }
      return new Ranked(items, weights, sum);
    }

    NewItem next(SplittableRandom random) {
      double at = random.nextDouble() * sum;
      int rank = 0;
      while (rank < weights.length - 1 && at >= weights[rank]) {
        at -= weights[rank++];
      }
      return items.get(rank);
    }
  }
}

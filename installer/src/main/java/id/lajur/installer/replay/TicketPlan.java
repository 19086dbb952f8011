package id.lajur.installer.replay;

import id.lajur.rules.amount.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which acts of a lane make a ticket.
 *
 * @param acts in the order of its lines, one each
 */
record TicketPlan(List<Act> acts) {
  static final String WITHOUT_LINE = "void without its line";
  static final String AS_RECORDED = "as recorded";

  TicketPlan {
    acts = List.copyOf(acts);
  }

  /** One line on its way into the basket. */
  sealed interface Act permits Sell, TakeBack, Remove {}

  /**
   * A line that sells.
   *
   * @param enteredMinor price for an item that has none, else null
   * @param overrideMinor null where the catalogue's price holds
   * @param discountMinor >= 0; above the line's value it makes the line negative
   */
  record Sell(
      String barcode,
      long quantityMilli,
      @Nullable Long enteredMinor,
      @Nullable Long overrideMinor,
      String overrideReason,
      long discountMinor)
      implements Act {}

  /**
   * A line that comes back.
   *
   * @param quantityMilli > 0
   * @param discountMinor >= 0, what is given back less
   */
  record TakeBack(
      String barcode,
      long quantityMilli,
      boolean credit,
      long priceMinor,
      String reason,
      long discountMinor)
      implements Act {}

  /**
   * A line is taken back.
   *
   * @param act number of the act that made it, from 0
   */
  record Remove(int act) implements Act {}

  private record Open(int act, Ticket.Line line) {}

  /**
   * The price that a line is sold at, and the discount, >= 0, on top of it. A discount below 0 is a
   * higher price: the lowest at which the line comes to its total or more, less the difference.
   */
  record Priced(long priceMinor, long discountMinor) {
    static Priced of(Ticket.Line line, long unitMinor) {
      int sign = Long.signum(line.quantityMilli());
      long discount = line.discountMinor() * sign;
      if (discount >= 0) {
        return new Priced(line.priceMinor(), discount);
      }
      long quantity = Math.abs(line.quantityMilli());
      long total = Math.abs(line.totalMinor());
      long divisor = quantity * unitMinor;
      long price = (Math.multiplyExact(total, 1000L) + divisor - 1) / divisor * unitMinor;
      return new Priced(price, Numbers.extend(quantity, price, unitMinor) - total);
    }
  }

  /**
   * Plans a ticket.
   *
   * @throws IllegalArgumentException an item is not in the catalogue
   */
  static TicketPlan of(Ticket ticket, Map<String, ShelfItem> shelf, long unitMinor) {
    List<Act> acts = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    int lastRemoval = -1;
    for (Ticket.Line line : ticket.lines()) {
      Open taken = line.kind() == Ticket.Kind.VOID ? newest(open, line) : null;
      if (taken != null) {
        open.remove(taken);
        lastRemoval = acts.size();
        acts.add(new Remove(taken.act()));
      } else {
        open.add(new Open(acts.size(), line));
        acts.add(act(line, shelf, unitMinor));
      }
    }
    if (open.isEmpty() && lastRemoval >= 0) {
      // A sale has a line: where all were taken back, the last one stands beside its void.
      acts.set(lastRemoval, act(ticket.lines().get(lastRemoval), shelf, unitMinor));
    }
    return new TicketPlan(acts);
  }

  private static @Nullable Open newest(List<Open> open, Ticket.Line taken) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Ticket.Line line = open.get(i).line();
      if (line.itemCode().equals(taken.itemCode())
          && line.quantityMilli() == -taken.quantityMilli()
          && line.priceMinor() == taken.priceMinor()
          && line.discountMinor() == -taken.discountMinor()) {
        return open.get(i);
      }
    }
    return null;
  }

  private static Act act(Ticket.Line line, Map<String, ShelfItem> shelf, long unitMinor) {
    ShelfItem item = shelf.get(line.itemCode());
    if (item == null) {
      throw new IllegalArgumentException("the catalogue has no item " + line.itemCode());
    }
    boolean withoutLine = line.kind() == Ticket.Kind.VOID;
    Priced priced = Priced.of(line, unitMinor);
    if (line.quantityMilli() < 0) {
      return new TakeBack(
          item.barcode(),
          -line.quantityMilli(),
          line.kind() == Ticket.Kind.CREDIT,
          priced.priceMinor(),
          withoutLine ? WITHOUT_LINE : AS_RECORDED,
          priced.discountMinor());
    }
    Long shelfPrice = item.priceMinor();
    boolean differs =
        withoutLine || shelfPrice != null && shelfPrice.longValue() != priced.priceMinor();
    return new Sell(
        item.barcode(),
        line.quantityMilli(),
        shelfPrice == null ? priced.priceMinor() : null,
        differs ? priced.priceMinor() : null,
        withoutLine ? WITHOUT_LINE : AS_RECORDED,
        priced.discountMinor());
  }
}

package id.lajur.backoffice.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stock set right by hand, as this screen knows it. */
final class Adjustments {
  private Adjustments() {}

  /** Why; each has its account. */
  enum Reason {
    DAMAGED,
    EXPIRED,
    LOST,
    FOUND,
    OWN_USE,
    PROMOTION,
    /** By a count alone. */
    COUNT;

    static final List<Reason> BY_HAND = List.of(DAMAGED, EXPIRED, LOST, FOUND, OWN_USE, PROMOTION);
  }

  /**
   * One that is posted.
   *
   * @param valueMinor that left stock, below 0 = came; null for who may not see costs
   */
  record Head(
      String id,
      Reason reason,
      String note,
      Instant at,
      String by,
      int lines,
      @Nullable Long valueMinor) {}

  /**
   * A line.
   *
   * @param code as scanned; of a posted one the item's own
   * @param quantityMilli of the unit; of a posted one into stock positive
   * @param valueMinor into stock positive; null before it is posted
   */
  record Line(
      String code, String name, String unit, long quantityMilli, @Nullable Long valueMinor) {
    Line with(long milli) {
      return new Line(code, name, unit, milli, valueMinor);
    }
  }

  /** Lines: of a posted one with its head, of one that is being made without. */
  record Sheet(@Nullable Head head, List<Line> lines) {
    static final Sheet NEW = new Sheet(null, List.of());

    Sheet {
      lines = List.copyOf(lines);
    }

    boolean isNew() {
      return head == null;
    }

    /** With this quantity of what was scanned, in place of what was there or added to it. */
    Sheet with(Line scanned, boolean adds) {
      List<Line> all = new ArrayList<>(lines);
      for (int at = 0; at < all.size(); at++) {
        Line was = all.get(at);
        if (was.code().equals(scanned.code())) {
          long milli = scanned.quantityMilli() + (adds ? was.quantityMilli() : 0);
          all.set(at, was.with(milli));
          return new Sheet(head, all);
        }
      }
      all.add(scanned);
      return new Sheet(head, all);
    }

    Sheet without(Line line) {
      return new Sheet(head, lines.stream().filter(each -> !each.equals(line)).toList());
    }
  }
}

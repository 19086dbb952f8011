package id.lajur.backoffice.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of the prices of many items, as this screen knows it. */
final class Repricing {
  private Repricing() {}

  /** What the new price comes from. */
  enum Way {
    /** Millionths of the price now. */
    PERCENT,
    /** Minor units on each base unit. */
    AMOUNT,
    /** Millionths of the price without tax. */
    MARGIN
  }

  /** A price level of the store, beside the retail price. */
  record Level(String code, String name) {}

  /**
   * Which prices become others.
   *
   * @param level code; empty = retail
   * @param ofRetail those of a level come about of the retail prices, else of its own
   */
  record Which(String level, boolean ofRetail) {
    static final Which RETAIL = new Which("", false);
  }

  /**
   * How the prices come about.
   *
   * @param stepMinor that they are rounded to; 0 = the store's amount unit
   * @param lessMinor what they stay below the step: step 1,000 less 100 gives 12,900
   * @param from the day they begin with; empty = now
   */
  record Rule(
      Way way, long value, long stepMinor, long lessMinor, Which which, Optional<LocalDate> from) {
    /** Of retail prices. */
    Rule(Way way, long value, long stepMinor, long lessMinor, Optional<LocalDate> from) {
      this(way, value, stepMinor, lessMinor, Which.RETAIL, from);
    }
  }

  /**
   * A price as it would become.
   *
   * @param priceMinor null with a problem
   * @param problem NO_COST, NO_PRICE or OUT_OF_RANGE; empty for none
   */
  record Line(
      String itemCode,
      String name,
      String unit,
      @Nullable Long beforeMinor,
      @Nullable Long priceMinor,
      @Nullable Long marginBeforeMicro,
      @Nullable Long marginMicro,
      String problem) {
    /** Whether there is something to set. */
    boolean changes() {
      return priceMinor != null && !priceMinor.equals(beforeMinor);
    }
  }

  /** What was asked, and what would become of it. */
  record Preview(Rule rule, List<Line> lines) {
    Preview {
      lines = List.copyOf(lines);
    }

    List<Line> changing() {
      return lines.stream().filter(Line::changes).toList();
    }
  }
}

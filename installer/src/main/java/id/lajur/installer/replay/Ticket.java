package id.lajur.installer.replay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One ticket as the file has it.
 *
 * @param index from 0, in the order of the file
 * @param totals null where no totals were given
 */
record Ticket(
    long index,
    String id,
    LocalDateTime startedAt,
    String lane,
    List<Line> lines,
    @Nullable Totals totals) {
  Ticket {
    lines = List.copyOf(lines);
  }

  /** What a line does. The names stand in the file. */
  enum Kind {
    SALE,
    RETURN,
    VOID,
    CREDIT
  }

  /**
   * One line; {@code round_half_up(quantity x price) - discount = total}.
   *
   * @param taxCode as the till had it; null where the file does not say
   */
  record Line(
      String itemCode,
      long quantityMilli,
      long priceMinor,
      long discountMinor,
      long totalMinor,
      Kind kind,
      @Nullable String taxCode) {}

  /**
   * What the till printed below the lines.
   *
   * @param discountMinor usually &lt;= 0
   * @param couponMinor usually &lt;= 0
   * @param tenderMinor by kind, without those of 0
   */
  record Totals(
      boolean member,
      long discountMinor,
      long couponMinor,
      long taxMinor,
      long changeMinor,
      long balanceMinor,
      Map<String, Long> tenderMinor) {
    Totals {
      tenderMinor = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(tenderMinor));
    }
  }

  LocalDate date() {
    return startedAt.toLocalDate();
  }

  /** Why this ticket is not sold, null when it is. */
  @Nullable String notSold() {
    return totals != null && totals.balanceMinor() != 0 ? "balance is not 0" : null;
  }
}

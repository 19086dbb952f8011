package id.lajur.backoffice.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; empty = all.
 *
 * @param person number of who did it, approved it, or was changed
 * @param terminal its code; SRV is the server
 */
public record Search(
    String person, String terminal, String kind, Period period, Optional<Instant> from) {
  public static final Search ALL = new Search("", "", "", Period.ALL, Optional.empty());

  /** How far back. */
  public enum Period {
    TODAY(0),
    WEEK(6),
    MONTH(30),
    ALL(-1);

    private final int daysBack;

    Period(int daysBack) {
      this.daysBack = daysBack;
    }

    /** Before today; negative = all. */
    int daysBack() {
      return daysBack;
    }
  }

  boolean isAll() {
    return person.isEmpty() && terminal.isEmpty() && kind.isEmpty() && period == Period.ALL;
  }
}

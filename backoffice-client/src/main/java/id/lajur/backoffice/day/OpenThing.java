package id.lajur.backoffice.day;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that the day's close waits for, or leaves behind.
 *
 * @param id of the shift, the handover or the basket; of unsent receipts the terminal
 * @param terminal code of the lane where it is
 * @param operator who has it; may be empty
 * @param amount minor units, where there is one that may be told: an uncounted till is counted
 *     blind
 * @param count open baskets of a shift, receipts that are missing
 * @param more the shift's or basket's number, or the lane that cash comes from
 */
public record OpenThing(
    Kind kind,
    String id,
    String terminal,
    String operator,
    Instant since,
    Optional<Long> amount,
    int count,
    String more) {
  /** What there can be. */
  public enum Kind {
    /** The close waits for its count. */
    SHIFT(true),
    /** Cash that nobody has taken over; the close waits. */
    HANDOVER(true),
    /** Stays beyond the close. */
    SUSPENDED(false),
    /** Receipts that a lane gave by itself and has not sent. */
    UNSENT(false);

    private final boolean waitedFor;

    Kind(boolean waitedFor) {
      this.waitedFor = waitedFor;
    }

    public boolean waitedFor() {
      return waitedFor;
    }
  }

  String key() {
    return kind + " " + id;
  }
}

package id.lajur.installer.faults;

import java.util.List;
import java.util.Locale;

/**
 * The longest that one act of a cashier took, beside what was promised: a lane whose server has
 * gone away goes on alone within three seconds.
 */
record StoodStill(long ms) {
  private static final long AIM_MS = 3_000;

  /**
   * From here on a result is wrong on any machine. A lane waits 2.5 s for an answer and then sells
   * alone; with 64 lanes on two cores that they share with the server it took up to 3.4 s. A call
   * that nobody gives up ends after 5 s: a cashier who stood still for as long was not let go on,
   * however slow the machine is.
   */
  private static final long MOST_MS = 5_000;

  boolean overAim() {
    return ms > AIM_MS;
  }

  /** Says so when it was too slow on any machine; else empty. */
  List<String> tooSlow() {
    return ms < MOST_MS
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "A cashier stood still for %,d ms; a lane must have gone on alone before %,d.",
                ms,
                MOST_MS));
  }

  String toText() {
    return String.format(
        Locale.ROOT,
        "a cashier stood still for %,d ms at most, of %,d that were promised%s",
        ms,
        AIM_MS,
        overAim() ? ": OVER THE AIM" : "");
  }

  /** The members of an object, without its braces. */
  String toJson() {
    return String.format(
        Locale.ROOT,
        "\"stoodStillMs\":%d,\"stoodStillAimMs\":%d,\"stoodStillOverAim\":%b",
        ms,
        AIM_MS,
        overAim());
  }
}

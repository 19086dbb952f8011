package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import java.time.Instant;
import java.util.HashMap;

/** What a refusal says to the cashier. */
final class RefusalWords {
  private static final int MINUTE_MS = 60_000;
  private static final String LOCKED_UNTIL = "lockedUntilMs";

  private RefusalWords() {}

  /**
   * A detail that ends in a unit is put in figures as people read them, under its own name: {@code
   * mostMilli} = 999000 becomes "999", {@code missingMinor} "Rp 5.500", and {@code lockedUntilMs}
   * the first full minute at which it is over.
   */
  static Message of(LaneRefusal refusal, Formats formats) {
    var said = new HashMap<String, String>();
    refusal.details().forEach((name, value) -> said.put(name, figures(name, value, formats)));
    String key = "refused." + refusal.reason();
    return Message.error(said.containsKey(LOCKED_UNTIL) ? key + ".locked" : key, said)
        .withCode(refusal.id());
  }

  private static String figures(String name, String value, Formats formats) {
    if (!value.matches("-?\\d{1,18}")) {
      return value;
    }
    long number = Long.parseLong(value);
    if (name.equals(LOCKED_UNTIL)) {
      return formats.time(Instant.ofEpochMilli(number + MINUTE_MS - 1));
    }
    return name.endsWith("Minor")
        ? formats.moneyWithSign(number)
        : name.endsWith("Milli") ? formats.quantity(number) : value;
  }
}

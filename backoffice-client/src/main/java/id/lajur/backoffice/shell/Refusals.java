package id.lajur.backoffice.shell;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The server's no in words that say what to do. A fact that ends in a unit is put in as people read
 * it, under its own name: {@code mostMinor} = 550000 becomes "Rp 5.500". What support is told is
 * {@code supportCode}: {@code code} is a fact of the refusal's own, as an item's.
 */
public final class Refusals {
  private static final int MINUTE_MS = 60_000;
  private static final String UNKNOWN = "unknown";

  private Refusals() {}

  /** A sentence in the language of the formats. */
  public static String sentence(ServerRefusal refusal, Formats formats) {
    Texts texts = Texts.of(Refusals.class, "refusals", formats.language());
    Map<String, String> said = new HashMap<>();
    refusal.facts().forEach((name, value) -> said.put(name, figures(name, value, formats)));
    said.put("supportCode", refusal.code());
    String key = refusal.isSilence() ? "SERVER_AWAY" : refusal.reason();
    String locked = key + ".locked";
    if (said.containsKey("lockedUntilMs") && texts.has(locked)) {
      key = locked;
    }
    return texts.get(texts.has(key) ? key : UNKNOWN, said);
  }

  /** Says it in a line of a screen: what was given up is no fault of anybody's. */
  public static void say(MessageLine line, ServerRefusal refusal, Formats formats) {
    line.say(sentence(refusal, formats), refusal.code(), tone(refusal));
  }

  /** How it stands out. */
  public static Tag.Tone tone(ServerRefusal refusal) {
    return refusal.isGivenUp() ? Tag.Tone.WARN : Tag.Tone.DANGER;
  }

  private static String figures(String name, String value, Formats formats) {
    if (!value.matches("-?\\d{1,18}")) {
      return value;
    }
    long number = Long.parseLong(value);
    if (name.endsWith("Ms")) {
      return formats.time(Instant.ofEpochMilli(number + MINUTE_MS - 1));
    }
    return name.endsWith("Minor")
        ? formats.moneyWithSign(number)
        : name.endsWith("Milli") ? formats.quantity(number) : value;
  }
}

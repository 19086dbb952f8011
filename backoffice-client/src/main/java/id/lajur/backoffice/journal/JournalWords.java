package id.lajur.backoffice.journal;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of entries and moments as people read them. */
final class JournalWords {
  /** "pcs 1450000 2026-11-23T07:31:07Z": unit and level, minor units or none, and since when. */
  private static final Pattern PRICE = Pattern.compile("(.+) (-|\\d{1,18})(?: (\\S+Z))?");

  private static final Pattern FIGURE = Pattern.compile("-?\\d{1,18}");

  private final Texts texts;
  private final Formats formats;

  JournalWords(Formats formats) {
    this.formats = formats;
    this.texts = Texts.of(JournalWords.class, "journal", formats.language());
  }

  Texts texts() {
    return texts;
  }

  /** A kind of the journal; one that this program does not know yet as the server keeps it. */
  String kind(String kind) {
    return said("kind." + kind, kind);
  }

  /** An act on a basket. */
  String act(String kind) {
    return said("act." + kind, kind);
  }

  /** A promise of the store; one that is newer than this program as the server says it. */
  String promise(String code, String name) {
    String key = "promise." + code;
    return texts.has(key) ? texts.get(key) : name;
  }

  /** A way to pay; the journal of sales names its kind. */
  String tender(String kind) {
    String key = "tender." + kind;
    return texts.has(key) ? texts.get(key) : kind;
  }

  /** What something was before, or has become: figures as people write them, else as it is kept. */
  String value(String kind, String kept) {
    return switch (kind) {
      case "PRICE_OVERRIDDEN" -> figure(kept, formats::moneyWithSign);
      case "QUANTITY_LOWERED", "RETURNED", "CREDITED" -> figure(kept, formats::quantity);
      case "PRICE_CHANGED", "LEVEL_PRICE_CHANGED" -> price(kept);
      default -> kept;
    };
  }

  private static String figure(String kept, LongFunction<String> written) {
    return FIGURE.matcher(kept).matches() ? written.apply(Long.parseLong(kept)) : kept;
  }

  private String price(String kept) {
    Matcher price = PRICE.matcher(kept);
    if (!price.matches()) {
      return kept;
    }
    String words = price.group(1) + " " + figure(price.group(2), formats::moneyWithSign);
    try {
      return price.group(3) == null
          ? words
          : texts.get(
              "value.from", Map.of("what", words, "moment", moment(Instant.parse(price.group(3)))));
    } catch (DateTimeParseException e) {
      return kept;
    }
  }

  private String said(String key, String otherwise) {
    return texts.has(key) ? texts.get(key) : otherwise.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** All kinds that have words, as they are kept; in order of the words. */
  List<String> kinds() {
    return texts.keys().stream()
        .filter(key -> key.startsWith("kind."))
        .map(key -> key.substring("kind.".length()))
        .sorted(Comparator.comparing(this::kind))
        .toList();
  }

  /** "Sen 23 Nov 14.32". */
  String moment(Instant at) {
    return formats.dayAndMonth(formats.day(at)) + " " + formats.time(at);
  }

  /** With its seconds: "14.32.07". */
  String second(Instant at) {
    String minute = formats.time(at);
    return minute
        + minute.charAt(2)
        + String.format(Locale.ROOT, "%02d", formats.at(at).getSecond());
  }
}

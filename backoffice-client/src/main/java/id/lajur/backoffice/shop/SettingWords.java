package id.lajur.backoffice.shop;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** A setting's name, meaning and value in words. */
final class SettingWords {
  private final Texts texts;
  private final Formats formats;

  SettingWords(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** Its own name where a newer server has one that we do not know. */
  String name(Setting setting) {
    return texts.has("name." + setting.key()) ? texts.get("name." + setting.key()) : setting.key();
  }

  String about(Setting setting) {
    return texts.has("about." + setting.key()) ? texts.get("about." + setting.key()) : "";
  }

  /** What holds now. */
  String value(Setting setting) {
    return !setting.set() && texts.has("default." + setting.key())
        ? texts.get("default." + setting.key())
        : value(setting, setting.value());
  }

  String value(Setting setting, String value) {
    if (value.isEmpty()) {
      return texts.get("empty");
    }
    return switch (setting.unit()) {
      case TEXT, QUANTITY -> setting.unit().typed(value, formats);
      case KEPT -> setting.key().equals("kept.code") ? value : place(value);
      case ZONE, CURRENCY -> place(value);
      case CHOICE -> choice(value);
      case MONEY -> formats.moneyWithSign(Long.parseLong(value));
      case PERCENT -> formats.percent(Long.parseLong(value));
      case MINUTES ->
          "0".equals(value) ? texts.get("never") : texts.get("minutes", Map.of("n", value));
    };
  }

  String choice(String value) {
    return texts.has("choice." + value) ? texts.get("choice." + value) : value;
  }

  /** A zone of Indonesia by the letters that people know it by, a currency with its name. */
  String place(String value) {
    if (Places.INDONESIAN.contains(value)) {
      return texts.get("zone." + value.substring(value.indexOf('/') + 1));
    }
    return Places.currencies().contains(value)
        ? value
            + " "
            + Currency.getInstance(value)
                .getDisplayName(Locale.forLanguageTag(formats.language().tag()))
        : value;
  }

  /** Within what a value must be. */
  String bounds(Setting setting) {
    return switch (setting.unit()) {
      case TEXT -> texts.get("bounds.text", Map.of("most", formats.count(setting.most())));
      case CHOICE, ZONE, CURRENCY, KEPT -> "";
      case MONEY, QUANTITY, PERCENT, MINUTES ->
          texts.get(
              "bounds.number",
              Map.of(
                  "least",
                  bound(setting, setting.least()),
                  "most",
                  bound(setting, setting.most())));
    };
  }

  private String bound(Setting setting, long bound) {
    return setting.unit().typed(Long.toString(bound), formats);
  }

  String since(Instant from) {
    return from.equals(Instant.EPOCH)
        ? texts.get("fromTheStart")
        : texts.get(
            "from", Map.of("date", formats.date(formats.day(from)), "time", formats.time(from)));
  }
}

package id.lajur.backoffice.shop;

import id.lajur.kit.format.Formats;
import java.util.Optional;
import java.util.OptionalLong;

/** What a setting's value is, and how people write it. */
public enum SettingUnit {
  TEXT,
  CHOICE,
  MONEY,
  QUANTITY,
  PERCENT,
  MINUTES,
  /** IANA name of a time zone. */
  ZONE,
  /** ISO 4217 letters. */
  CURRENCY,
  /** Never changed any more. */
  KEPT;

  private static final int MICRO_OF_MILLI_PERCENT = 10;

  /** Whether the shop has one value of it, which stays from the first posting on. */
  boolean isOfTheShop() {
    return this == ZONE || this == CURRENCY;
  }

  /** By the end of a number's name. */
  static SettingUnit ofNumber(String key) {
    if (key.contains("_minor")) {
      return MONEY;
    }
    if (key.contains("_milli")) {
      return QUANTITY;
    }
    return key.contains("_micro") ? PERCENT : MINUTES;
  }

  /** A value of the server as it is typed; "" stays. */
  String typed(String value, Formats formats) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (this) {
      case TEXT, CHOICE, ZONE, CURRENCY, KEPT, MINUTES -> value;
      case MONEY -> formats.money(Long.parseLong(value));
      case QUANTITY -> formats.quantity(Long.parseLong(value));
      case PERCENT -> formats.percent(Long.parseLong(value)).replace("%", "").strip();
    };
  }

  /** What was typed, as the server takes it; empty when it is no such value. */
  Optional<String> read(String text, Formats formats) {
    String plain = text.strip();
    return switch (this) {
      case TEXT, CHOICE, ZONE, CURRENCY -> Optional.of(plain);
      case KEPT -> Optional.empty();
      case MONEY -> number(formats.parseMoney(plain), 1);
      case QUANTITY -> number(formats.parseQuantity(plain), 1);
      case PERCENT ->
          number(formats.parseQuantity(plain.replace("%", "").strip()), MICRO_OF_MILLI_PERCENT);
      case MINUTES -> plain.matches("\\d{1,6}") ? Optional.of(plain) : Optional.empty();
    };
  }

  private static Optional<String> number(OptionalLong read, long times) {
    return read.isPresent() && read.getAsLong() <= Long.MAX_VALUE / times
        ? Optional.of(Long.toString(read.getAsLong() * times))
        : Optional.empty();
  }
}

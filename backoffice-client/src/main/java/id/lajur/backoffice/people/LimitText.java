package id.lajur.backoffice.people;

import id.lajur.kit.format.Formats;
import java.util.Optional;
import java.util.OptionalLong;

/** A limit of a role as people write it: 12,5 per cent, Rp 5.000.000, 10 times. */
final class LimitText {
  private static final int MICRO_PER_MILLI_PERCENT = 10; // 1 % = 10,000 micro = 1,000 milli
  private static final long MOST_PERCENT_MILLI = 100_000;
  private static final int MILLI = 1_000;

  private LimitText() {}

  /** What stands in a field, in the unit of its limit; empty for none. */
  static String write(RoleInfo.Unit unit, Optional<Long> most, Formats formats) {
    return most.map(
            value ->
                switch (unit) {
                  case PERCENT -> formats.quantity(value / MICRO_PER_MILLI_PERCENT);
                  case MONEY -> formats.money(value);
                  case TIMES -> formats.count(value);
                })
        .orElse("");
  }

  /**
   * What was typed, in the unit that the store keeps; an empty text is no limit.
   *
   * @return empty where it cannot be read as one
   */
  static Optional<Optional<Long>> read(RoleInfo.Unit unit, String typed, Formats formats) {
    if (typed.isBlank()) {
      return Optional.of(Optional.empty());
    }
    String text = typed.strip();
    OptionalLong value =
        switch (unit) {
          case PERCENT -> percent(text, formats);
          case MONEY -> formats.parseMoney(text);
          case TIMES -> whole(text, formats);
        };
    return value.isPresent() && value.getAsLong() >= 0
        ? Optional.of(Optional.of(value.getAsLong()))
        : Optional.empty();
  }

  private static OptionalLong percent(String text, Formats formats) {
    String figures = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    OptionalLong milli = formats.parseQuantity(figures);
    return milli.isPresent() && milli.getAsLong() <= MOST_PERCENT_MILLI
        ? OptionalLong.of(milli.getAsLong() * MICRO_PER_MILLI_PERCENT)
        : OptionalLong.empty();
  }

  private static OptionalLong whole(String text, Formats formats) {
    OptionalLong milli = formats.parseQuantity(text);
    return milli.isPresent() && milli.getAsLong() % MILLI == 0
        ? OptionalLong.of(milli.getAsLong() / MILLI)
        : OptionalLong.empty();
  }
}

package id.lajur.backoffice.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One setting of the shop.
 *
 * @param choices of a {@link SettingUnit#CHOICE}, else empty
 * @param least of a number, in its unit; characters of a text
 * @param most likewise
 * @param value that holds now; "" of a number: it goes by another setting
 * @param set false: the shop has set nothing
 * @param dated all that was ever set, by moment
 */
public record Setting(
    String key,
    SettingUnit unit,
    List<String> choices,
    long least,
    long most,
    String value,
    boolean set,
    List<Dated> dated) {
  public Setting {
    choices = List.copyOf(choices);
    dated = List.copyOf(dated);
  }

  /**
   * A value from a moment on.
   *
   * @param from the epoch = since the shop was made
   */
  public record Dated(Instant from, String value) {}

  /** What the shop was made with and keeps. */
  static Setting kept(String key, String value) {
    return new Setting(key, SettingUnit.KEPT, List.of(), 0, 0, value, true, List.of());
  }

  boolean changeable() {
    return unit != SettingUnit.KEPT;
  }

  /** The next value that is set but does not hold yet. */
  Optional<Dated> next(Instant now) {
    return dated.stream().filter(one -> one.from().isAfter(now)).findFirst();
  }

  /** Whether a value, as the server takes it, is within the bounds. */
  boolean fits(String given) {
    return switch (unit) {
      case KEPT -> false;
      case CHOICE -> choices.contains(given);
      case ZONE -> Places.zones().contains(given);
      case CURRENCY -> Places.currencies().contains(given);
      case TEXT -> {
        int length = given.codePointCount(0, given.length());
        yield length >= least && length <= most;
      }
      case MONEY, QUANTITY, PERCENT, MINUTES -> {
        long number = Long.parseLong(given);
        yield number >= least && number <= most;
      }
    };
  }
}

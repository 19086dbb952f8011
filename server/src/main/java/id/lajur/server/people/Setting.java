package id.lajur.server.people;

import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.tax.TaxRounding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A setting that a store may make.
 *
 * @param key its name in the database and on the command line
 * @param otherwise what holds where the store has set nothing
 */
public record Setting(String key, String otherwise, String meaning, Predicate<String> fits) {
  private static final int MOST_KEY = 64;

  /** Minutes without a call after which a session ends. */
  public static final Setting IDLE_MINUTES =
      new Setting(
          "session.idle_minutes",
          "15",
          "minutes without a call after which a session ends; 0 = never, as in a training store",
          whole(0, 1440));

  /** As {@link #IDLE_MINUTES}, for lanes alone. */
  public static final Setting LANE_IDLE_MINUTES =
      new Setting(
          "session.idle_minutes.lane",
          "as session.idle_minutes",
          "the same at a lane, instead of session.idle_minutes",
          whole(0, 1440));

  /** As {@link #IDLE_MINUTES}, for desks alone. */
  public static final Setting OFFICE_IDLE_MINUTES =
      new Setting(
          "session.idle_minutes.back_office",
          "as session.idle_minutes",
          "the same at a desk, instead of session.idle_minutes",
          whole(0, 1440));

  /** The smallest coin that circulates. */
  public static final Setting COIN =
      new Setting("cash.coin_minor", "1", "smallest coin, hundredths", whole(1, 1_000_000_00L));

  /** What a selling price should leave; for one department under its code. */
  public static final Setting MARGIN =
      new Setting(
          "price.margin_micro",
          "the margin that there was",
          "margin wanted of a new selling price, millionths of it without tax; price.margin_micro.X"
              + " for department X",
          whole(0, 950_000));

  /** All that there are. */
  public static final List<Setting> ALL =
      List.of(
          COIN,
          new Setting(
              "cash.rounding", "NEAREST", "NEAREST, UP or DOWN", oneOf(CashRounding.Mode.class)),
          new Setting(
              "tax.rounding", "PER_RATE", "PER_RATE or PER_RECEIPT", oneOf(TaxRounding.class)),
          new Setting(
              "sale.most_quantity_milli",
              "999000",
              "most of one line, thousandths of its unit",
              whole(1, 1_000_000_000L)),
          new Setting(
              "sale.most_discount_micro",
              "1000000",
              "most discount, millionths",
              whole(0, 1_000_000L)),
          new Setting(
              "sale.most_cash_minor",
              "10000000000",
              "most cash of one sale, hundredths",
              whole(1, 100_000_000_000_000L)),
          MARGIN,
          new Setting(
              "price.step_minor",
              "half the smallest coin",
              "what proposed selling prices are multiples of, hundredths",
              whole(1, 1_000_000_00L)),
          IDLE_MINUTES,
          LANE_IDLE_MINUTES,
          OFFICE_IDLE_MINUTES);

  private static Predicate<String> whole(long least, long most) {
    return text ->
        text.matches("\\d{1,15}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
  }

  private static <E extends Enum<E>> Predicate<String> oneOf(Class<E> names) {
    return text ->
        Arrays.stream(names.getEnumConstants()).anyMatch(name -> name.name().equals(text));
  }

  static Optional<Setting> of(String key) {
    if (key.startsWith(MARGIN.key + ".") && key.length() <= MOST_KEY) {
      return Optional.of(new Setting(key, MARGIN.otherwise, MARGIN.meaning, MARGIN.fits));
    }
    return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
  }
}

package id.lajur.server.people;

import id.lajur.rules.amount.CashRounding;
import id.lajur.rules.tax.TaxRounding;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A setting that a store may make.
 *
 * @param key its name in the database and on the command line
 * @param otherwise what holds where the store has set nothing
 * @param form what a value of it looks like
 */
public record Setting(String key, String otherwise, String meaning, Form form) {
  private static final int MOST_KEY = 64;

  /** With its key and the moment, what the journal takes of a text. */
  private static final int MOST_TEXT = 120;

  /** Of a setting that is so or is not. */
  public static final String YES = "YES";

  public static final String NO = "NO";

  private static final int MOST_TAX_NUMBER = 32;
  private static final String AS_MADE = "as the store was made";
  private static final String AS_IDLE_MINUTES = "as session.idle_minutes";

  /** What values there are. */
  public enum Kind {
    WHOLE,
    CHOICE,
    TEXT,
    /** IANA name of a zone. */
    ZONE,
    /** ISO 4217 letters. */
    CURRENCY
  }

  /**
   * What a value looks like.
   *
   * @param choices of a CHOICE, else empty
   * @param least of a WHOLE number; characters of a TEXT
   * @param most likewise
   */
  public record Form(Kind kind, List<String> choices, long least, long most) {
    public Form {
      choices = List.copyOf(choices);
    }

    private static Form whole(long least, long most) {
      return new Form(Kind.WHOLE, List.of(), least, most);
    }

    private static <E extends Enum<E>> Form oneOf(Class<E> names) {
      return new Form(
          Kind.CHOICE, Arrays.stream(names.getEnumConstants()).map(Enum::name).toList(), 0, 0);
    }

    private static Form yesOrNo() {
      return new Form(Kind.CHOICE, List.of(YES, NO), 0, 0);
    }

    private static Form text(int least, int most) {
      return new Form(Kind.TEXT, List.of(), least, most);
    }

    /** Whether a value can be that of such a setting. */
    public boolean fits(String value) {
      return switch (kind) {
        case WHOLE ->
            value.matches("\\d{1,15}")
                && Long.parseLong(value) >= least
                && Long.parseLong(value) <= most;
        case CHOICE -> choices.contains(value);
        case ZONE -> ZoneId.getAvailableZoneIds().contains(value);
        case CURRENCY -> StoreCurrency.of(value).isPresent();
        case TEXT -> {
          int length = value.codePointCount(0, value.length());
          yield length >= least && length <= most;
        }
      };
    }
  }

  /** Minutes without a call after which a session ends. */
  public static final Setting IDLE_MINUTES =
      new Setting(
          "session.idle_minutes",
          "15",
          "minutes without a call after which a session ends; 0 = never, as in a training store",
          Form.whole(0, 1440));

  /** As {@link #IDLE_MINUTES}, for lanes alone. */
  public static final Setting LANE_IDLE_MINUTES =
      new Setting(
          "session.idle_minutes.lane",
          AS_IDLE_MINUTES,
          "the same at a lane, instead of session.idle_minutes; a new shop begins with 10",
          Form.whole(0, 1440));

  /** As {@link #IDLE_MINUTES}, for desks alone. */
  public static final Setting OFFICE_IDLE_MINUTES =
      new Setting(
          "session.idle_minutes.back_office",
          AS_IDLE_MINUTES,
          "the same at a desk, instead of session.idle_minutes",
          Form.whole(0, 1440));

  /** The smallest coin that circulates. */
  public static final Setting COIN =
      new Setting(
          "cash.coin_minor", "1", "smallest coin, hundredths", Form.whole(1, 1_000_000_00L));

  /** Whether the shop is registered for VAT. */
  public static final Setting TAX_REGISTERED =
      new Setting(
          "tax.registered",
          YES,
          "YES when the shop is registered for VAT (PKP); NO: it collects none, and input VAT is cost",
          Form.yesOrNo());

  /** What a selling price should leave; for one department under its code. */
  public static final Setting MARGIN =
      new Setting(
          "price.margin_micro",
          "the margin that there was",
          "margin wanted of a new selling price, millionths of it without tax; price.margin_micro.X"
              + " for department X",
          Form.whole(0, 950_000));

  /** Whose days and hours a store has; set only while nothing has been posted. */
  public static final Setting ZONE =
      new Setting(
          "store.time_zone",
          AS_MADE,
          "IANA name of the zone, as Asia/Makassar; only while nothing has been posted",
          new Form(Kind.ZONE, List.of(), 0, 0));

  /** In which all amounts are; set only while nothing has been posted. */
  public static final Setting CURRENCY =
      new Setting(
          "store.currency",
          AS_MADE,
          "ISO 4217 letters, of a currency with at most two decimals; only while nothing has been"
              + " posted",
          new Form(Kind.CURRENCY, List.of(), 0, 0));

  /** Whether it belongs to the store itself: it has one value, and keeps it once it has posted. */
  boolean isOfTheStore() {
    return equals(ZONE) || equals(CURRENCY);
  }

  /** All that there are: first the texts of the shop, then what it reckons by. */
  public static final List<Setting> ALL =
      List.of(
          new Setting("store.name", AS_MADE, "name of the shop", Form.text(1, MOST_TEXT)),
          new Setting("store.address", AS_MADE, "address of the shop", Form.text(0, MOST_TEXT)),
          new Setting(
              "store.tax_number",
              AS_MADE,
              "NPWP; empty when the shop collects no tax",
              Form.text(0, MOST_TAX_NUMBER)),
          new Setting(
              "receipt.header", "", "above the goods of a receipt", Form.text(0, MOST_TEXT)),
          new Setting(
              "receipt.footer", AS_MADE, "at the foot of a receipt", Form.text(0, MOST_TEXT)),
          COIN,
          new Setting(
              "cash.rounding",
              "NEAREST",
              "NEAREST, UP or DOWN",
              Form.oneOf(CashRounding.Mode.class)),
          TAX_REGISTERED,
          new Setting(
              "tax.rounding", "PER_RATE", "PER_RATE or PER_RECEIPT", Form.oneOf(TaxRounding.class)),
          new Setting(
              "sale.most_quantity_milli",
              "999000",
              "most of one line, thousandths of its unit",
              Form.whole(1, 1_000_000_000L)),
          new Setting(
              "sale.most_discount_micro",
              "1000000",
              "most discount, millionths",
              Form.whole(0, 1_000_000L)),
          new Setting(
              "sale.most_cash_minor",
              "10000000000",
              "most cash of one sale, hundredths",
              Form.whole(1, 100_000_000_000_000L)),
          MARGIN,
          new Setting(
              "price.step_minor",
              "half the smallest coin",
              "what proposed selling prices are multiples of, hundredths",
              Form.whole(1, 1_000_000_00L)),
          IDLE_MINUTES,
          LANE_IDLE_MINUTES,
          OFFICE_IDLE_MINUTES,
          CURRENCY,
          ZONE);

  static Optional<Setting> of(String key) {
    if (key.startsWith(MARGIN.key + ".") && key.length() <= MOST_KEY) {
      return Optional.of(new Setting(key, MARGIN.otherwise, MARGIN.meaning, MARGIN.form));
    }
    return ALL.stream().filter(setting -> setting.key.equals(key)).findFirst();
  }
}

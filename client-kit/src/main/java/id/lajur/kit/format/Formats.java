package id.lajur.kit.format;

import id.lajur.kit.i18n.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Numbers, dates and times of one store in one language. Minus is U+2212; "Rp" stands in labels,
 * not with the numbers, save in {@link #moneyWithSign}.
 */
public final class Formats {
  private static final char NO_BREAK = '\u00a0';
  private static final String MINUS = "\u2212";
  private static final List<String> MONTHS_ID =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");
  private static final List<String> MONTHS_EN =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS_ID =
      List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
  private static final List<String> DAYS_EN =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final Language language;
  private final ShopCurrency currency;
  private final ZoneId zone;
  private final char group;
  private final char mark;
  private final StrictNumber strict;

  public Formats(Language language, ShopCurrency currency, ZoneId zone) {
    this.language = language;
    this.currency = currency;
    this.zone = zone;
    this.group = language == Language.INDONESIAN ? '.' : ',';
    this.mark = language == Language.INDONESIAN ? ',' : '.';
    this.strict = new StrictNumber(group, mark);
  }

  public Language language() {
    return language;
  }

  public ShopCurrency currency() {
    return currency;
  }

  /** What stands before the parts of one: "," in Indonesian, "." in English. */
  public String decimalMark() {
    return String.valueOf(mark);
  }

  /** The same store in another language. */
  public Formats in(Language other) {
    return new Formats(other, currency, zone);
  }

  /**
   * Minor units as "405.531": the digits that the currency shows, and both when there is more
   * behind them than it shows, so that no amount is ever cut.
   */
  public String money(long minor) {
    boolean needsBoth = currency.digitsShown() == 0 ? minor % 100 != 0 : minor % 10 != 0;
    return decimal(minor, 2, needsBoth ? 2 : currency.digitsShown());
  }

  /**
   * Minor units with the currency's sign as in running text: "Rp 405.531", "−Rp 1.234", "$5.00".
   * The blank after a sign of letters is one at which no row ends.
   */
  public String moneyWithSign(long minor) {
    String text = money(minor);
    String sign = currency.sign();
    boolean letters = Character.isLetter(sign.codePointBefore(sign.length()));
    String before = letters ? sign + NO_BREAK : sign;
    return text.startsWith(MINUS) ? MINUS + before + text.substring(1) : before + text;
  }

  /** Thousandths as "12" or "0,5": as many decimals as there are, up to three. */
  public String quantity(long milli) {
    int decimals = milli % 1000 == 0 ? 0 : milli % 100 == 0 ? 1 : milli % 10 == 0 ? 2 : 3;
    return decimal(milli, 3, decimals);
  }

  /** Thousandths of a weighed unit, always with three decimals: "1,246 kg". */
  public String weight(long milli, String unit) {
    return decimal(milli, 3, 3) + " " + unit;
  }

  /** A plain number in groups: "1.240". */
  public String count(long number) {
    return decimal(number, 0, 0);
  }

  /** Millionths as "12%" or "10,5%": as many decimals as there are, up to two. */
  public String percent(long micro) {
    long hundredths = Math.round(micro / 100.0);
    int decimals = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
    return decimal(hundredths, 2, decimals) + "%";
  }

  /**
   * Money typed by a person, in minor units.
   *
   * @return empty unless the whole text is one amount with no more decimals than the currency shows
   */
  public OptionalLong parseMoney(String text) {
    return strict.parse(text, currency.digitsShown(), 2);
  }

  /**
   * A quantity typed by a person, in thousandths.
   *
   * @return empty unless the whole text is one number with at most three decimals
   */
  public OptionalLong parseQuantity(String text) {
    return strict.parse(text, 3, 3);
  }

  /** "14.32" in Indonesian, "14:32" in English. */
  public String time(Instant instant) {
    return time(instant.atZone(zone).toLocalTime());
  }

  public String time(LocalTime time) {
    char colon = language == Language.INDONESIAN ? '.' : ':';
    return twoDigits(time.getHour()) + colon + twoDigits(time.getMinute());
  }

  /** "14:32" in both, as papers of the till have it. */
  public String paperTime(Instant instant) {
    LocalTime time = instant.atZone(zone).toLocalTime();
    return twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
  }

  /** The moment as the store's clocks show it. */
  public LocalDateTime at(Instant instant) {
    return instant.atZone(zone).toLocalDateTime();
  }

  /** The day, in the store's zone, on which the moment lies. */
  public LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** "23 Agustus 2026". */
  public String longDate(LocalDate date) {
    return date.getDayOfMonth() + " " + month(date) + " " + date.getYear();
  }

  /** "23 Agu 2026". */
  public String date(LocalDate date) {
    return date.getDayOfMonth() + " " + month(date).substring(0, 3) + " " + date.getYear();
  }

  /** "23/08/2026". */
  public String numericDate(LocalDate date) {
    return twoDigits(date.getDayOfMonth())
        + "/"
        + twoDigits(date.getMonthValue())
        + "/"
        + date.getYear();
  }

  /** "Sen 23 Nov". */
  public String dayAndMonth(LocalDate date) {
    return weekday(date).substring(0, 3)
        + " "
        + date.getDayOfMonth()
        + " "
        + month(date).substring(0, 3);
  }

  /** "Sen 23 Nov 2026". */
  public String dayAndDate(LocalDate date) {
    return dayAndMonth(date) + " " + date.getYear();
  }

  /** "Minggu". */
  public String weekday(LocalDate date) {
    List<String> days = language == Language.INDONESIAN ? DAYS_ID : DAYS_EN;
    return days.get(date.getDayOfWeek().getValue() - 1);
  }

  private String month(LocalDate date) {
    List<String> months = language == Language.INDONESIAN ? MONTHS_ID : MONTHS_EN;
    return months.get(date.getMonthValue() - 1);
  }

  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  /** Writes {@code value}, which has {@code stored} decimals, with only {@code shown} of them. */
  private String decimal(long value, int stored, int shown) {
    String digits = Long.toString(value);
    boolean negative = digits.charAt(0) == '-';
    if (negative) {
      digits = digits.substring(1);
    }
    digits = "0".repeat(Math.max(0, stored + 1 - digits.length())) + digits;
    int split = digits.length() - stored;
    var text = new StringBuilder();
    for (int i = 0; i < split; i++) {
      if (i > 0 && (split - i) % 3 == 0) {
        text.append(group);
      }
      text.append(digits.charAt(i));
    }
    if (shown > 0) {
      text.append(mark).append(digits, split, split + shown);
    }
    return negative ? MINUS + text : text.toString();
  }
}

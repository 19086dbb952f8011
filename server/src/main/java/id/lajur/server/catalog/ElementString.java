package id.lajur.server.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GS1 element string: the values of its application identifiers.
 *
 * @param gtin14 AI 01
 * @param lot AI 10, else null
 * @param expiry AI 17, else null
 * @param weightMilli AI 310n, thousandths of a kilogram, else null
 * @param amountMinor AI 392n, in the store's currency, else null
 * @param count AI 30, else null
 * @see "GS1 General Specifications, and gs1-syntax-dictionary for lengths"
 */
public record ElementString(
    String gtin14,
    @Nullable String lot,
    @Nullable LocalDate expiry,
    @Nullable Long weightMilli,
    @Nullable Long amountMinor,
    @Nullable Long count) {
  static final char SEPARATOR = 0x1D;

  /**
   * Reads a whole string; a part that is unknown or malformed makes all of it unreadable.
   *
   * @param text without AIM identifier; a separator after a value of fixed length is accepted
   * @param today decides the century of two-digit years
   */
  public static Optional<ElementString> parse(String text, LocalDate today) {
    Map<String, String> values = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      String ai = identifier(text, at);
      if (ai == null) {
        return Optional.empty();
      }
      at += ai.length();
      int length = fixedLength(ai);
      int end = length > 0 ? at + length : endOfValue(text, at);
      if (end > text.length()) {
        return Optional.empty();
      }
      String value = text.substring(at, end);
      if (!fits(ai, value) || values.putIfAbsent(ai, value) != null) {
        return Optional.empty();
      }
      at = end < text.length() && text.charAt(end) == SEPARATOR ? end + 1 : end;
    }
    return of(values, today);
  }

  private static Optional<ElementString> of(Map<String, String> values, LocalDate today) {
    String gtin = values.get("01");
    if (gtin == null) {
      return Optional.empty();
    }
    LocalDate expiry = null;
    Long weight = null;
    Long amount = null;
    for (Map.Entry<String, String> value : values.entrySet()) {
      String ai = value.getKey();
      if (ai.length() == 2 && "11 13 15 16 17".contains(ai)) {
        LocalDate date = date(value.getValue(), today);
        if (date == null) {
          return Optional.empty();
        }
        expiry = ai.equals("17") ? date : expiry;
      } else if (ai.startsWith("310") || ai.startsWith("392")) {
        int scale = ai.startsWith("310") ? 3 : 2;
        Long scaled = scaled(value.getValue(), scale - (ai.charAt(3) - '0'));
        if (scaled == null) {
          return Optional.empty();
        }
        weight = scale == 3 ? scaled : weight;
        amount = scale == 2 ? scaled : amount;
      }
    }
    String count = values.get("30");
    return Optional.of(
        new ElementString(
            gtin,
            values.get("10"),
            expiry,
            weight,
            amount,
            count == null ? null : Long.valueOf(count)));
  }

  /** The identifier at a place; null when it is none that we know. */
  private static @Nullable String identifier(String text, int at) {
    for (int length : new int[] {2, 4}) {
      if (at + length <= text.length()) {
        String ai = text.substring(at, at + length);
        if (ai.matches("00|01|02|10|11|13|15|16|17|21|30|37|310[0-5]|39[23]\\d|8005|8200")) {
          return ai;
        }
      }
    }
    return null;
  }

  private static int fixedLength(String ai) {
    return switch (ai) {
      case "00" -> 18;
      case "01", "02" -> 14;
      case "11", "13", "15", "16", "17" -> 6;
      default -> ai.startsWith("310") || ai.equals("8005") ? 6 : 0;
    };
  }

  private static int endOfValue(String text, int at) {
    int end = text.indexOf(SEPARATOR, at);
    return end < 0 ? text.length() : end;
  }

  private static boolean fits(String ai, String value) {
    return switch (ai) {
      case "01", "02" -> Gtin.isValid(value);
      case "10", "21" -> value.matches("[!-~]{1,20}");
      case "8200" -> value.matches("[!-~]{1,70}");
      case "30", "37" -> value.matches("\\d{1,8}");
      default ->
          ai.startsWith("392")
              ? value.matches("\\d{1,15}")
              : ai.startsWith("393") ? value.matches("\\d{4,18}") : Gtin.digitsOnly(value);
    };
  }

  /** A value with so many more decimals than written; null when it has digits beyond them. */
  private static @Nullable Long scaled(String digits, int power) {
    long value = Long.parseLong(digits);
    long factor = 1;
    for (int i = 0; i < Math.abs(power); i++) {
      factor *= 10;
    }
    if (power < 0) {
      return value % factor == 0 ? value / factor : null;
    }
    return Math.multiplyHigh(value, factor) == 0 && value * factor >= 0 ? value * factor : null;
  }

  /** YYMMDD; day 00 is the last of its month. */
  private static @Nullable LocalDate date(String digits, LocalDate today) {
    int year = today.getYear() / 100 * 100 + Integer.parseInt(digits.substring(0, 2));
    int ahead = year - today.getYear();
    year += ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0;
    int day = Integer.parseInt(digits.substring(4));
    try {
      YearMonth month = YearMonth.of(year, Integer.parseInt(digits.substring(2, 4)));
      return day == 0 ? month.atEndOfMonth() : month.atDay(day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}

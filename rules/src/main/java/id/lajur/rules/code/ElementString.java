package id.lajur.rules.code;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A GS1 element string: the values of its application identifiers.
 *
 * @param gtin14 AI 01
 * @param lot AI 10, else null
 * @param expiry AI 17, else null
 * @param weightMilli AI 310n, thousandths of a kilogram, else null
 * @param amountMinor AI 392n or 393n, else null
 * @param currency ISO 4217 number of AI 393n; null for the store's own
 * @param count AI 30, else null
 * @see "GS1 General Specifications, and gs1-syntax-dictionary for lengths"
 */
public record ElementString(
    String gtin14,
    @Nullable String lot,
    @Nullable LocalDate expiry,
    @Nullable Long weightMilli,
    @Nullable Long amountMinor,
    @Nullable Integer currency,
    @Nullable Long count) {
  public static final char SEPARATOR = 0x1D;

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)https?://[^/?#]+(?:/[^/?#]+)*?/01/(?<gtin>\\d{8}|\\d{12,14})(?<path>(?:/[^/?#]+/[^/?#]+)*)/?"
              + "(?:\\?(?<query>[^#]*))?(?:#.*)?");

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

  /** Whether a text is the address of a GS1 Digital Link: the same data as a web address. */
  public static boolean isLink(String text) {
    return LINK.matcher(text).matches();
  }

  /**
   * Reads a GS1 Digital Link: identifiers and values as pairs of its path from 01 on, and of its
   * query, whose other names say nothing of the item.
   *
   * @see "GS1 Digital Link Standard: URI Syntax"
   */
  public static Optional<ElementString> ofLink(String address, LocalDate today) {
    Matcher link = LINK.matcher(address);
    if (!link.matches()) {
      return Optional.empty();
    }
    String gtin = link.group("gtin");
    StringBuilder text =
        new StringBuilder("01").append("0".repeat(14 - gtin.length())).append(gtin);
    String query = link.group("query") == null ? "" : link.group("query");
    List<String> pairs =
        Stream.concat(
                Pattern.compile("([^/]+)/([^/]*)").matcher(link.group("path")).results(),
                Pattern.compile("([^=&;]+)=([^&;]*)").matcher(query).results())
            .filter(pair -> Gtin.digitsOnly(pair.group(1)))
            .map(pair -> pair.group(1) + plain(pair.group(2)))
            .toList();
    for (String pair : pairs) {
      if (pair.indexOf(SEPARATOR) >= 0) {
        return Optional.empty();
      }
      text.append(SEPARATOR).append(pair);
    }
    return parse(text.toString(), today);
  }

  /** A value without its percent signs; one that is malformed becomes unreadable. */
  private static String plain(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return String.valueOf(SEPARATOR);
    }
  }

  private static Optional<ElementString> of(Map<String, String> values, LocalDate today) {
    String gtin = values.get("01");
    if (gtin == null) {
      return Optional.empty();
    }
    LocalDate expiry = null;
    Long weight = null;
    Long amount = null;
    Integer currency = null;
    for (Map.Entry<String, String> value : values.entrySet()) {
      String ai = value.getKey();
      if (ai.length() == 2 && "11 13 15 16 17".contains(ai)) {
        LocalDate date = date(value.getValue(), today);
        if (date == null) {
          return Optional.empty();
        }
        expiry = ai.equals("17") ? date : expiry;
      } else if (ai.startsWith("310")) {
        weight = scaled(value.getValue(), 3 - (ai.charAt(3) - '0'));
        if (weight == null) {
          return Optional.empty();
        }
      } else if (ai.startsWith("39")) {
        boolean foreign = ai.startsWith("393");
        String digits = value.getValue().substring(foreign ? 3 : 0);
        Long scaled = scaled(digits, 2 - (ai.charAt(3) - '0'));
        if (scaled == null || amount != null) { // two amounts contradict each other
          return Optional.empty();
        }
        amount = scaled;
        currency = foreign ? Integer.valueOf(value.getValue().substring(0, 3)) : null;
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
            currency,
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

package id.lajur.kit.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as people type it: day, month and year, of which the end may be left out. */
public final class TypedDate {
  private static final Pattern PARTED =
      Pattern.compile("(\\d{1,2})(?:[./\\- ](\\d{1,2})(?:[./\\- ](\\d{4}|\\d{2}))?)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})?");
  private static final int CENTURY = 2000;

  private TypedDate() {}

  /**
   * @param text "29", "29/11", "29.11.26", "29112026", "2911"
   * @param today gives month and year where they are left out
   * @return empty when it is no date
   */
  public static Optional<LocalDate> read(String text, LocalDate today) {
    String typed = text.strip();
    Matcher parts = DIGITS.matcher(typed);
    if (!parts.matches()) {
      parts = PARTED.matcher(typed);
      if (!parts.matches()) {
        return Optional.empty();
      }
    }
    int month = parts.group(2) == null ? today.getMonthValue() : Integer.parseInt(parts.group(2));
    int year = parts.group(3) == null ? today.getYear() : Integer.parseInt(parts.group(3));
    try {
      return Optional.of(
          LocalDate.of(
              year < 100 ? CENTURY + year : year, month, Integer.parseInt(parts.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

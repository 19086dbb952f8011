package id.lajur.backoffice.receiving;

import id.lajur.kit.format.Formats;
import id.lajur.rules.amount.StackedDiscount;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a field of a line, read strictly: the whole text, or nothing. */
final class TypedLine {
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.]?(\\d{2}|20\\d{2})");
  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{2}|20\\d{2})");

  private TypedLine() {}

  /** The change that was typed; empty when it cannot be read. */
  static Optional<LineEdit> read(ReceivingState.Field field, String text, Formats formats) {
    String typed = text.strip();
    return switch (field) {
      case QUANTITY -> number(formats.parseQuantity(typed)).map(LineEdit.Quantity::new);
      case BONUS ->
          typed.isEmpty()
              ? Optional.of(new LineEdit.Bonus(0))
              : number(formats.parseQuantity(typed)).map(LineEdit.Bonus::new);
      case PRICE -> number(formats.parseMoney(typed)).map(LineEdit.Price::new);
      case DISCOUNT ->
          StackedDiscount.read(typed).map(discount -> new LineEdit.Discount(discount.text()));
      case EXPIRY ->
          typed.isEmpty()
              ? Optional.of(new LineEdit.Expiry(null))
              : date(typed).map(LineEdit.Expiry::new);
      case UNIT -> typed.isEmpty() ? Optional.empty() : Optional.of(new LineEdit.Unit(typed));
    };
  }

  private static Optional<Long> number(OptionalLong read) {
    return read.isPresent() && read.getAsLong() >= 0
        ? Optional.of(read.getAsLong())
        : Optional.empty();
  }

  /** 08/27, 0827 and 8.2027 are the last day of that month; 31/08/27 is that day. */
  static Optional<LocalDate> date(String typed) {
    Matcher day = DAY.matcher(typed);
    Matcher month = MONTH.matcher(typed);
    try {
      if (day.matches()) {
        return Optional.of(
            LocalDate.of(
                year(day.group(3)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(1))));
      }
      return month.matches()
          ? Optional.of(
              YearMonth.of(year(month.group(2)), Integer.parseInt(month.group(1))).atEndOfMonth())
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
  }

  /** "08/27", as it is printed on goods; a day that is not the month's last with it. */
  static String shown(@Nullable LocalDate on) {
    if (on == null) {
      return "";
    }
    String month = "%02d/%02d".formatted(on.getMonthValue(), on.getYear() % 100);
    return on.equals(YearMonth.from(on).atEndOfMonth())
        ? month
        : "%02d/%s".formatted(on.getDayOfMonth(), month);
  }
}

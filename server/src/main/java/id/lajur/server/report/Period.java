package id.lajur.server.report;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Business dates, both ends included. */
record Period(LocalDate from, LocalDate to) {
  private static final int MOST_YEARS = 10;
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31); // that the database holds

  Period {
    if (to.isBefore(from) || from.plusYears(MOST_YEARS).isBefore(to)) {
      throw new Refusal(Reason.PERIOD_INVALID)
          .with("from", from.toString())
          .with("to", to.toString());
    }
  }

  /**
   * @throws Refusal PERIOD_INVALID not two dates, the wrong way round, or more than ten years
   */
  static Period of(String from, String to) {
    return new Period(date(from), date(to));
  }

  /**
   * @param text ISO 8601
   * @throws Refusal PERIOD_INVALID
   */
  static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // refused below, with those that no database holds
    }
    throw new Refusal(Reason.PERIOD_INVALID).with("date", "not a date");
  }
}

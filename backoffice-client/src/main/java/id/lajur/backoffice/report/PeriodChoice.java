package id.lajur.backoffice.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Periods that one key chooses. */
enum PeriodChoice {
  TODAY,
  YESTERDAY,
  /** From Monday to today. */
  THIS_WEEK,
  /** From the first to today. */
  THIS_MONTH,
  /** From date to date, as typed. */
  DATES;

  /** Its first date; of typed dates the day itself. */
  LocalDate from(LocalDate today) {
    return switch (this) {
      case TODAY, DATES -> today;
      case YESTERDAY -> today.minusDays(1);
      case THIS_WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case THIS_MONTH -> today.withDayOfMonth(1);
    };
  }

  LocalDate to(LocalDate today) {
    return this == YESTERDAY ? today.minusDays(1) : today;
  }
}

package id.lajur.server.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A business date by the store's clock. Minutes are counted from 1970 in UTC. */
record ShopDay(LocalDate date, ZoneId zone) {
  /** A date that stays open beyond midnight has hours above 23. */
  static final int LAST_HOUR = 47;

  private static final int DAYS_OF_A_WEEK = 7;

  ShopDay weekAgo() {
    return new ShopDay(date.minusDays(DAYS_OF_A_WEEK), zone);
  }

  /** When the date begins by the calendar. */
  Instant begins() {
    return date.atStartOfDay(zone).toInstant();
  }

  /**
   * The hour of a minute since midnight of the date; what lies outside counts to the first or last.
   */
  int hour(long minute) {
    LocalDateTime time = local(minute);
    long hours = ChronoUnit.DAYS.between(date, time.toLocalDate()) * 24 + time.getHour();
    return (int) Math.max(0, Math.min(LAST_HOUR, hours));
  }

  /** The first moment that counts to an hour. */
  Instant from(int hour) {
    return hour == 0 ? begins().minus(DAYS_OF_A_WEEK, ChronoUnit.DAYS) : at(hour);
  }

  /** The first moment that counts to an hour no more. */
  Instant until(int hour) {
    return at(hour == LAST_HOUR ? DAYS_OF_A_WEEK * 24 : hour + 1);
  }

  private Instant at(int hour) {
    return date.atStartOfDay().plusHours(hour).atZone(zone).toInstant();
  }

  /** The same minute of the same weekday a week before. */
  long weekAgo(long minute) {
    return minute(local(minute).minusDays(DAYS_OF_A_WEEK).atZone(zone).toInstant());
  }

  private LocalDateTime local(long minute) {
    return LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC)
        .atZone(ZoneOffset.UTC)
        .withZoneSameInstant(zone)
        .toLocalDateTime();
  }

  static long minute(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), 60L);
  }
}

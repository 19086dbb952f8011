package id.lajur.server.backup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which backups are kept: all of the last hours, and the last one of each day, week (from Monday)
 * and month, each so far back, today's included. The newest is always kept.
 */
public record Keep(int hours, int days, int weeks, int months) {
  /** What is kept unless somebody says otherwise. */
  public static final String DEFAULT = "24h,14d,8w,12m";

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4})h,(\\d{1,4})d,(\\d{1,4})w,(\\d{1,4})m");

  /** Reads {@code 24h,14d,8w,12m}; empty when it is not of this form. */
  public static Optional<Keep> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Keep(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4))))
        : Optional.empty();
  }

  /**
   * Those that are not kept.
   *
   * @param madeAt distinct moments; one that is still to come counts as of the last hours
   * @param zone the store's
   */
  public Set<Instant> surplus(Set<Instant> madeAt, Instant now, ZoneId zone) {
    Set<Instant> left = new HashSet<>(madeAt);
    Instant recent = now.minus(Duration.ofHours(hours));
    left.removeIf(moment -> moment.isAfter(recent));
    madeAt.stream().max(Comparator.naturalOrder()).ifPresent(left::remove);

    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Instant> newestFirst =
        madeAt.stream().sorted(Comparator.<Instant>naturalOrder().reversed()).toList();
    Function<Instant, LocalDate> day = moment -> LocalDate.ofInstant(moment, zone);
    Function<Instant, LocalDate> week = day.andThen(Keep::monday);
    Function<Instant, LocalDate> month = day.andThen(date -> date.withDayOfMonth(1));
    keepOneOfEach(day, today.minusDays(days), newestFirst, left);
    keepOneOfEach(week, monday(today).minusWeeks(weeks), newestFirst, left);
    keepOneOfEach(month, today.withDayOfMonth(1).minusMonths(months), newestFirst, left);
    return left;
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Takes the newest of each span that begins after a day out of those that are left. */
  private static void keepOneOfEach(
      Function<Instant, LocalDate> begin,
      LocalDate after,
      List<Instant> newestFirst,
      Set<Instant> left) {
    Set<LocalDate> seen = new HashSet<>();
    for (Instant moment : newestFirst) {
      LocalDate span = begin.apply(moment);
      if (span.isAfter(after) && seen.add(span)) {
        left.remove(moment);
      }
    }
  }
}

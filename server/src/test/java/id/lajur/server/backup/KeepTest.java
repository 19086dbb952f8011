package id.lajur.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backups are kept, by age. */
class KeepTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final Instant NOW = Instant.parse("2027-03-17T05:00:00Z"); // a Wednesday noon

  private static Set<Instant> kept(String rule, List<Instant> made, Instant now) {
    Set<Instant> all = new TreeSet<>(made);
    all.removeAll(Keep.parse(rule).orElseThrow().surplus(new TreeSet<>(made), now, JAKARTA));
    return all;
  }

  private static Set<String> days(Set<Instant> moments) {
    return moments.stream()
        .map(moment -> moment.atZone(JAKARTA).toLocalDateTime().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One each hour for four hundred days. */
  private static List<Instant> hourly() {
    return java.util.stream.IntStream.range(0, 400 * 24)
        .mapToObj(hours -> NOW.minus(hours, ChronoUnit.HOURS))
        .toList();
  }

  @Test
  void keepsAllOfTheLastHoursThenTheLastOfEachDayWeekAndMonth() {
    assertThat(days(kept("3h,2d,2w,3m", hourly(), NOW)))
        .containsExactly(
            "2027-01-31T23:00", // the last of January
            "2027-02-28T23:00", // of February
            "2027-03-14T23:00", // of last week, which ended on Sunday
            "2027-03-16T23:00", // of yesterday
            "2027-03-17T10:00",
            "2027-03-17T11:00",
            "2027-03-17T12:00");
  }

  @Test
  void aDayEndsByTheStoresClock() {
    List<Instant> made =
        List.of(
            Instant.parse("2027-03-16T16:59:00Z"), // 23:59 in Jakarta
            Instant.parse("2027-03-16T17:01:00Z"), // 00:01 of the next day
            NOW);
    assertThat(kept("0h,2d,0w,0m", made, NOW))
        .containsExactly(Instant.parse("2027-03-16T16:59:00Z"), NOW);
  }

  @Test
  void theNewestIsKeptHoweverOldItIsAndOneOfTheFutureToo() {
    Instant old = NOW.minus(900, ChronoUnit.DAYS);
    assertThat(kept("1h,1d,1w,1m", List.of(old), NOW)).containsExactly(old);
    Instant later = NOW.plus(2, ChronoUnit.DAYS);
    assertThat(kept("1h,1d,1w,1m", List.of(NOW, later), NOW)).containsExactly(NOW, later);
  }

  @Test
  void makingOneADayForYearsKeepsAFewDozen() {
    TreeSet<Instant> there = new TreeSet<>();
    Instant now = NOW;
    for (int day = 0; day < 1000; day++) {
      there.add(now);
      there.removeAll(Keep.parse(Keep.DEFAULT).orElseThrow().surplus(there, now, JAKARTA));
      now = now.plus(1, ChronoUnit.DAYS);
    }
    assertThat(there).hasSizeBetween(14 + 12, 14 + 8 + 12 + 1);
    assertThat(there.first()).isBefore(now.minus(300, ChronoUnit.DAYS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "24h", "24h,14d,8w", "14d,24h,8w,12m", "-1h,1d,1w,1m", "1h, 1d,1w,1m"})
  void anotherFormIsNoRule(String text) {
    assertThat(Keep.parse(text)).isEmpty();
  }
}

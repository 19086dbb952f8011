package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state of the monitor in the words and figures of one language.
 *
 * @param storeName as its owner calls it
 */
record Shown(MonitorState state, String storeName, Texts texts, Formats formats, Instant now) {
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
  private static final long MILLION_MINOR = 100_000_000;
  private static final long THOUSAND_MINOR = 100_000;
  private static final int TENTHS = 10;

  String text(String key) {
    return texts.get(key);
  }

  String text(String key, Map<String, String> values) {
    return texts.get(key, values);
  }

  Shop shop() {
    return state.shop().orElse(Shop.NONE);
  }

  /** Whether the figures are those that came before the connection was lost. */
  boolean isOld() {
    return state.link() == MonitorState.Link.LOST && state.shop().isPresent();
  }

  /** How it stands with the connection; where it is lost, of when the figures are. */
  String link() {
    if (!isOld()) {
      return text("link." + state.link());
    }
    Instant asOf = Instant.ofEpochMilli(shop().asOfMs());
    boolean today = formats.day(asOf).equals(formats.day(now));
    String time = formats.time(asOf);
    String when = today ? time : formats.dayAndMonth(formats.day(asOf)) + " " + time;
    return text("link.LOST.since", Map.of("time", when));
  }

  boolean isMarked(String key) {
    return state.marked().contains(key);
  }

  /** The weekday that today is compared with, empty before the first date. */
  String comparedDay() {
    return shop().comparedDate().isEmpty()
        ? ""
        : formats.weekday(LocalDate.parse(shop().comparedDate()));
  }

  /** In which unit amounts up to this one are read at a glance. */
  Unit unit(long largestMinor) {
    return largestMinor >= MILLION_MINOR
        ? new Unit("unit.million", MILLION_MINOR)
        : largestMinor >= THOUSAND_MINOR
            ? new Unit("unit.thousand", THOUSAND_MINOR)
            : new Unit("unit.one", 100);
  }

  /**
   * A unit of amounts.
   *
   * @param key of its word
   */
  record Unit(String key, long minor) {}

  /** "juta Rp". */
  String word(Unit unit) {
    return text(unit.key(), Map.of("sign", formats.currency().sign())).strip();
  }

  /** An amount in a unit, with one decimal: "19,8". */
  String rounded(long minor, Unit unit) {
    return tenths(Math.round((double) minor * TENTHS / unit.minor()));
  }

  /** Tenths as a number with one decimal. */
  String tenths(long tenths) {
    String whole = formats.quantity(tenths * 100);
    if (tenths % TENTHS != 0) {
      return whole;
    }
    return whole + (formats.language() == Language.INDONESIAN ? ",0" : ".0");
  }

  /** How long ago something was, in its largest unit: "20 dtk", "6 mnt", "2 jam". */
  String ago(long atMs) {
    long seconds = Math.max(0, Duration.between(Instant.ofEpochMilli(atMs), now).toSeconds());
    if (seconds < 60) {
      return text("ago.seconds", Map.of("n", Long.toString(seconds)));
    }
    return seconds < 3_600
        ? text("ago.minutes", Map.of("n", Long.toString(seconds / 60)))
        : text("ago.hours", Map.of("n", Long.toString(seconds / 3_600)));
  }

  /** What a lane is known by on the shop floor: the number in its name, else its code. */
  static String number(Lane lane) {
    Matcher inName = LAST_NUMBER.matcher(lane.name());
    return inName.find() ? inName.group(1) : lane.terminal();
  }

  /** The same by a terminal's code; a dash for one that is no lane. */
  String laneNumber(String terminal) {
    return shop().lanes().stream()
        .filter(lane -> lane.terminal().equals(terminal))
        .map(Shown::number)
        .findFirst()
        .orElse("\u2013");
  }

  /** A terminal as people call it. */
  String laneName(String terminal) {
    return shop().lanes().stream()
        .filter(lane -> lane.terminal().equals(terminal))
        .map(Lane::name)
        .findFirst()
        .orElse(terminal);
  }

  /** Whether an approval is wanted at a lane. */
  boolean isWaiting(String terminal) {
    return state.waiting().stream().anyMatch(each -> each.terminal().equals(terminal));
  }
}

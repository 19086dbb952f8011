package id.lajur.kit.format;

import java.util.OptionalLong;

/**
 * Reads a number as a person wrote it, or not at all: the whole text, digits plain or in groups of
 * three, at most so many decimals. The platform's own parser takes "1.50" for 150 and "12abc" for
 * 12.
 */
final class StrictNumber {
  private static final int MAX_DIGITS = 18;

  private final char group;
  private final char mark;

  StrictNumber(char group, char mark) {
    this.group = group;
    this.mark = mark;
  }

  /**
   * The number in units of the last stored decimal.
   *
   * @param decimals most decimals the text may have
   * @param stored decimals of the answer, at least {@code decimals}
   * @return empty when the text is anything but such a number, or too long for a long
   */
  OptionalLong parse(String text, int decimals, int stored) {
    String rest = text.strip();
    boolean negative = !rest.isEmpty() && (rest.charAt(0) == '-' || rest.charAt(0) == '−');
    if (negative) {
      rest = rest.substring(1);
    }
    int at = rest.indexOf(mark);
    String whole = at < 0 ? rest : rest.substring(0, at);
    String fraction = at < 0 ? "" : rest.substring(at + 1);
    if (at >= 0 && (fraction.isEmpty() || fraction.length() > decimals || !digits(fraction))) {
      return OptionalLong.empty();
    }
    String plain = ungrouped(whole);
    if (plain.isEmpty() || plain.length() + stored > MAX_DIGITS) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(plain + fraction + "0".repeat(stored - fraction.length()));
    return OptionalLong.of(negative ? -value : value);
  }

  /** The digits alone; empty when they are not digits, or not grouped by three. */
  private String ungrouped(String whole) {
    int first = whole.indexOf(group);
    if (first < 0) {
      return digits(whole) ? whole : "";
    }
    boolean startsWell = first >= 1 && first <= 3 && digits(whole.substring(0, first));
    if (!startsWell || (whole.length() - first) % 4 != 0) {
      return "";
    }
    var plain = new StringBuilder(whole.substring(0, first));
    for (int i = first; i < whole.length(); i += 4) {
      String three = whole.substring(i + 1, i + 4);
      if (whole.charAt(i) != group || !digits(three)) {
        return "";
      }
      plain.append(three);
    }
    return plain.toString();
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

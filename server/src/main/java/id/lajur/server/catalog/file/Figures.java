package id.lajur.server.catalog.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them into spreadsheets; what could be read in two ways is not read. */
final class Figures {
  private static final Pattern PLAIN = Pattern.compile("(\\d{1,13})(?:\\.(\\d{1,3}))?");
  private static final Pattern PARTED =
      Pattern.compile("(?:Rp\\.?\\s*)?(\\d{1,3}(?:\\.\\d{3}){1,4}|\\d{1,13})(?:,(\\d{1,3}))?");

  private final boolean indonesian;

  Figures(boolean indonesian) {
    this.indonesian = indonesian;
  }

  /** Says in words why a text is no number. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String words) {
      super(words, null, false, false);
    }
  }

  /**
   * Reads a number that is not below zero.
   *
   * @param decimals 2 or 3
   * @return in units of the last decimal
   */
  long read(String text, int decimals) throws Unreadable {
    Matcher number = (indonesian ? PARTED : PLAIN).matcher(text);
    if (!number.matches()) {
      throw new Unreadable(why(text));
    }
    String fraction = number.group(2) == null ? "" : number.group(2);
    if (fraction.length() > decimals) {
      throw new Unreadable(
          indonesian
              ? "has more than " + decimals + " decimals"
              : "is a fraction, or thousands parted by a dot; if that is meant, say --numbers id");
    }
    return Long.parseLong(
        number.group(1).replace(".", "") + fraction + "0".repeat(decimals - fraction.length()));
  }

  private String why(String text) {
    if (text.startsWith("-") || text.startsWith("(")) {
      return "is below zero";
    }
    return indonesian
        ? "is no number like 12.500 or 12.500,50"
        : text.matches("(?:Rp\\.?\\s*)?[\\d.,]+")
            ? "is no number like 12500 or 12500.50; if its dot parts thousands, say --numbers id"
            : "is no number like 12500 or 12500.50";
  }
}

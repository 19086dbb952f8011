package id.lajur.server.catalog.file;

import java.util.Map;
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

    private final Fault fault;
    private final transient Map<String, String> facts;

    Unreadable(Fault fault, Map<String, String> facts) {
      super(fault.words(facts), null, false, false);
      this.fault = fault;
      this.facts = Map.copyOf(facts);
    }

    Fault fault() {
      return fault;
    }

    Map<String, String> facts() {
      return facts;
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
      throw new Unreadable(why(text), Map.of());
    }
    String fraction = number.group(2) == null ? "" : number.group(2);
    if (fraction.length() > decimals) {
      throw new Unreadable(
          indonesian ? Fault.NUMBER_DECIMALS : Fault.NUMBER_FRACTION,
          Map.of("decimals", Integer.toString(decimals)));
    }
    return Long.parseLong(
        number.group(1).replace(".", "") + fraction + "0".repeat(decimals - fraction.length()));
  }

  private Fault why(String text) {
    if (text.startsWith("-") || text.startsWith("(")) {
      return Fault.NUMBER_NEGATIVE;
    }
    return indonesian
        ? Fault.NUMBER_INDONESIAN
        : text.matches("(?:Rp\\.?\\s*)?[\\d.,]+") ? Fault.NUMBER_PARTED : Fault.NUMBER_PLAIN;
  }
}

package id.lajur.server.catalog.file;

import java.util.Map;

/**
 * What is wrong with a row.
 *
 * @param line of the file, the header being 1
 * @param column its title, empty where it is the row as a whole
 * @param value as it stands there, cut when it is long
 * @param facts what the fault's words name
 */
public record Problem(
    long line, String column, String value, Fault fault, Map<String, String> facts) {
  private static final int MOST_SHOWN = 40;

  public Problem {
    facts = Map.copyOf(facts);
  }

  static Problem of(
      long line, Column column, String value, Fault fault, Map<String, String> facts) {
    return of(line, column.title(), value, fault, facts);
  }

  /**
   * @param column its title
   */
  static Problem of(
      long line, String column, String value, Fault fault, Map<String, String> facts) {
    return new Problem(line, column, cut(value), fault, facts);
  }

  static Problem ofRow(long line, Fault fault, Map<String, String> facts) {
    return new Problem(line, "", "", fault, facts);
  }

  /** In English. */
  public String words() {
    return fault.words(facts);
  }

  private static String cut(String value) {
    if (value.codePointCount(0, value.length()) <= MOST_SHOWN) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, MOST_SHOWN - 1)) + "…";
  }

  /** One line for people. */
  public String toText() {
    StringBuilder text = new StringBuilder("line ").append(line);
    if (!column.isEmpty()) {
      text.append(", ").append(column);
    }
    if (!value.isEmpty()) {
      text.append(" \"").append(value).append('"');
    }
    return text.append(": ").append(words()).toString();
  }
}

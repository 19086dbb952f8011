package id.lajur.server.audit;

import java.util.List;

/** What the audit found: a line for each promise. */
public record AuditReport(List<Result> results) {

  /**
   * One check.
   *
   * @param code of the promise, for screens
   * @param name of it in English
   * @param rows looked at
   * @param differences found, of which the first are told in words
   */
  public record Result(
      String code, String name, long rows, long differences, List<String> examples) {
    public Result {
      examples = List.copyOf(examples);
    }

    public boolean holds() {
      return differences == 0;
    }
  }

  public AuditReport {
    results = List.copyOf(results);
  }

  public boolean clean() {
    return results.stream().allMatch(Result::holds);
  }

  /** A line a check, and the first differences under those that do not hold. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      text.append(
          String.format(
              java.util.Locale.ROOT,
              "%-5s %-75s %,9d rows%n",
              result.holds() ? "holds" : "FAILS",
              result.name(),
              result.rows()));
      for (String example : result.examples()) {
        text.append("        ").append(example).append(System.lineSeparator());
      }
      if (result.differences() > result.examples().size()) {
        text.append("        and ")
            .append(result.differences() - result.examples().size())
            .append(" more")
            .append(System.lineSeparator());
      }
    }
    return text.append(clean() ? "The audit is clean." : "The audit found differences.")
        .append(System.lineSeparator())
        .toString();
  }

  public String toJson() {
    StringBuilder json = new StringBuilder("{\"clean\":").append(clean()).append(",\"checks\":[");
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      json.append(i == 0 ? "" : ",")
          .append("{\"name\":")
          .append(quoted(result.name()))
          .append(",\"rows\":")
          .append(result.rows())
          .append(",\"holds\":")
          .append(result.holds())
          .append(",\"differences\":")
          .append(result.differences())
          .append(",\"examples\":[");
      for (int j = 0; j < result.examples().size(); j++) {
        json.append(j == 0 ? "" : ",").append(quoted(result.examples().get(j)));
      }
      json.append("]}");
    }
    return json.append("]}").toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}

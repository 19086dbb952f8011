package id.lajur.kit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Columns in their order with their widths, and the order of the rows, as one line of text: {@code
 * name:240,stock:90!;name+}, where {@code !} stands at one that was asked for. What cannot be read
 * is as if nothing had been kept.
 */
record Chosen(List<Shown> columns, Optional<TableRows.Order> order) {
  private static final Pattern COLUMN = Pattern.compile("([A-Za-z0-9_]{1,40}):(\\d{1,4})(!?)");
  private static final Pattern ORDER = Pattern.compile("([A-Za-z0-9_]{1,40})([+-])");

  /**
   * One column that is shown.
   *
   * @param insisted whether somebody asked for it, so that it stays in a narrow table
   */
  record Shown(String key, int width, boolean insisted) {}

  static Optional<Chosen> read(String text) {
    String[] halves = text.split(";", -1);
    var columns = new ArrayList<Shown>();
    for (String each : halves[0].split(",", -1)) {
      var match = COLUMN.matcher(each);
      if (!match.matches()) {
        return Optional.empty();
      }
      columns.add(
          new Shown(match.group(1), Integer.parseInt(match.group(2)), !match.group(3).isEmpty()));
    }
    Optional<TableRows.Order> order = Optional.empty();
    if (halves.length > 1) {
      var match = ORDER.matcher(halves[1]);
      if (match.matches()) {
        order = Optional.of(new TableRows.Order(match.group(1), match.group(2).equals("-")));
      }
    }
    return Optional.of(new Chosen(List.copyOf(columns), order));
  }

  String write() {
    var text = new StringBuilder();
    for (Shown column : columns) {
      text.append(text.isEmpty() ? "" : ",")
          .append(column.key())
          .append(':')
          .append(column.width())
          .append(column.insisted() ? "!" : "");
    }
    text.append(';');
    order.ifPresent(by -> text.append(by.column()).append(by.descending() ? '-' : '+'));
    return text.toString();
  }
}

package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import id.lajur.kit.widget.Tag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they are seen: those that hold every typed word, in the order of a column.
 * Knows no Swing.
 */
final class TableRows<R> {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final List<Column<R>> columns;
  private final Formats formats;
  private List<R> all = List.of();
  private List<@Nullable String> searched = List.of();
  private List<R> seen = List.of();
  private String filter = "";
  private Optional<Order> order = Optional.empty();

  /** By which column the rows stand. */
  record Order(String column, boolean descending) {}

  TableRows(List<Column<R>> columns, Formats formats) {
    this.columns = List.copyOf(columns);
    this.formats = formats;
  }

  void set(List<R> rows) {
    all = List.copyOf(rows);
    searched = new ArrayList<>(java.util.Collections.nCopies(all.size(), null));
    see();
  }

  void filter(String typed) {
    filter = typed;
    see();
  }

  void order(Optional<Order> by) {
    order = by;
    see();
  }

  Optional<Order> order() {
    return order;
  }

  String filter() {
    return filter;
  }

  List<R> seen() {
    return seen;
  }

  int size() {
    return all.size();
  }

  List<Column<R>> columns() {
    return columns;
  }

  private void see() {
    String[] words = plain(filter).strip().split("\\s+");
    List<R> kept;
    if (words.length == 1 && words[0].isEmpty()) {
      kept = new ArrayList<>(all);
    } else {
      kept = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (holdsAll(searched(i), words)) {
          kept.add(all.get(i));
        }
      }
    }
    order.flatMap(this::comparator).ifPresent(kept::sort);
    seen = kept;
  }

  private static boolean holdsAll(String text, String[] words) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** All that a row shows, made once when somebody first types. */
  private String searched(int at) {
    String text = searched.get(at);
    if (text == null) {
      var all = new StringBuilder();
      R row = this.all.get(at);
      for (Column<R> column : columns) {
        all.append(Cells.text(column.kind(), column.value().apply(row), formats)).append('\n');
      }
      text = plain(all.toString());
      searched.set(at, text);
    }
    return text;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  private Optional<Comparator<R>> comparator(Order by) {
    return columns.stream()
        .filter(column -> column.key().equals(by.column()))
        .findFirst()
        .map(column -> by.descending() ? comparing(column).reversed() : comparing(column));
  }

  /** Empty cells last but one way round; texts as people sort them, without regard to case. */
  private static <R> Comparator<R> comparing(Column<R> column) {
    return (a, b) -> compare(column.value().apply(a), column.value().apply(b));
  }

  private static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    if (a instanceof String text && b instanceof String other) {
      int plainly = plain(text).compareTo(plain(other));
      return plainly != 0 ? plainly : text.compareTo(other);
    }
    if (a instanceof Tag tag && b instanceof Tag other) {
      return tag.words().compareTo(other.words());
    }
    if (a instanceof Number number && b instanceof Number other) {
      return Long.compare(number.longValue(), other.longValue());
    }
    @SuppressWarnings("unchecked")
    Comparable<Object> comparable = (Comparable<Object>) a;
    return comparable.compareTo(b);
  }

  /**
   * Sum of a column over some rows.
   *
   * @throws ArithmeticException it does not fit a long
   */
  static <R> long sum(Column<R> column, List<R> rows) {
    long sum = 0;
    for (R row : rows) {
      if (column.value().apply(row) instanceof Number number) {
        sum = Math.addExact(sum, number.longValue());
      }
    }
    return sum;
  }
}

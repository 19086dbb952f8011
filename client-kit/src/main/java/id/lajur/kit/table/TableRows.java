package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import id.lajur.kit.widget.Tag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they are seen: those that hold every typed word, in the order of a column.
 * Knows no Swing. What filter and order make of the rows is reckoned by a {@link Look}, on any
 * thread; all else belongs to one.
 */
final class TableRows<R> {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int ROWS_BETWEEN = 1_000; // looks whether anybody still waits

  private final List<Column<R>> columns;
  private final Formats formats;
  private List<R> all = List.of();
  private AtomicReferenceArray<@Nullable String> searched = new AtomicReferenceArray<>(0);
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
    searched = new AtomicReferenceArray<>(all.size());
  }

  void filter(String typed) {
    filter = typed;
  }

  void order(Optional<Order> by) {
    order = by;
  }

  /** Whether what is seen is not simply the rows as they came. */
  boolean isArranged() {
    return !filter.isBlank() || order.isPresent();
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

  /** What is to be seen now, reckoned by whoever runs it; it touches nothing that changes. */
  @FunctionalInterface
  interface Look<R> {
    /**
     * @param over asked now and then: whether nobody waits for it any more
     * @return empty where nobody does
     */
    Optional<List<R>> see(BooleanSupplier over);
  }

  Look<R> look() {
    List<R> rows = all;
    AtomicReferenceArray<@Nullable String> texts = searched;
    String typed = plain(filter).strip();
    Optional<Comparator<Keyed<R>>> by = order.map(TableRows::comparator);
    Optional<Column<R>> column = order.flatMap(one -> columnOf(one.column()));
    return over -> {
      List<R> kept = typed.isEmpty() ? rows : filtered(rows, texts, BLANKS.split(typed, -1), over);
      if (over.getAsBoolean()) {
        return Optional.empty();
      }
      return Optional.of(
          by.isPresent() && column.isPresent() ? sorted(kept, column.get(), by.get()) : kept);
    };
  }

  /** What was looked at is seen from now on. */
  void see(List<R> found) {
    seen = found;
  }

  private List<R> filtered(
      List<R> rows,
      AtomicReferenceArray<@Nullable String> texts,
      String[] words,
      BooleanSupplier over) {
    List<R> kept = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      if (at % ROWS_BETWEEN == 0 && over.getAsBoolean()) {
        return kept;
      }
      if (holdsAll(searched(rows, texts, at), words)) {
        kept.add(rows.get(at));
      }
    }
    return kept;
  }

  /** A row with what it is sorted by: made once, not at each comparison. */
  private record Keyed<R>(R row, @Nullable Object key) {}

  private static <R> List<R> sorted(List<R> rows, Column<R> column, Comparator<Keyed<R>> by) {
    List<Keyed<R>> keyed = new ArrayList<>(rows.size());
    for (R row : rows) {
      Object value = column.value().apply(row);
      keyed.add(
          new Keyed<>(row, value instanceof String text ? new Sorted(plain(text), text) : value));
    }
    keyed.sort(by);
    List<R> sorted = new ArrayList<>(rows.size());
    keyed.forEach(one -> sorted.add(one.row()));
    return sorted;
  }

  /** A text as people sort it, without regard to case. */
  private record Sorted(String plainly, String text) implements Comparable<Sorted> {
    @Override
    public int compareTo(Sorted other) {
      int first = plainly.compareTo(other.plainly);
      return first != 0 ? first : text.compareTo(other.text);
    }
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
  private String searched(List<R> rows, AtomicReferenceArray<@Nullable String> texts, int at) {
    String text = texts.get(at);
    if (text == null) {
      var shown = new StringBuilder();
      R row = rows.get(at);
      for (Column<R> column : columns) {
        shown.append(Cells.text(column.kind(), column.value().apply(row), formats)).append('\n');
      }
      text = plain(shown.toString());
      texts.set(at, text);
    }
    return text;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isAscii(lower)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 127) {
        return false;
      }
    }
    return true;
  }

  private Optional<Column<R>> columnOf(String key) {
    return columns.stream().filter(column -> column.key().equals(key)).findFirst();
  }

  /** Empty cells last but one way round. */
  private static <R> Comparator<Keyed<R>> comparator(Order by) {
    Comparator<Keyed<R>> up = (a, b) -> compare(a.key(), b.key());
    return by.descending() ? up.reversed() : up;
  }

  private static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
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

  /** Whether any row has a figure there: a sum of none would be 0, which nobody knows. */
  static <R> boolean known(Column<R> column, List<R> rows) {
    return rows.stream().anyMatch(row -> column.value().apply(row) instanceof Number);
  }
}

package id.lajur.kit.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param key by which it is remembered
 * @param head its word in the screen's language
 * @param width in px at 100 %, as it is before somebody changes it
 * @param value of a row, of the type that the kind names; null where there is none
 * @param shown at first; a person may choose otherwise
 * @param summed in the table's foot
 * @param yields 0: it stays; else in a table that is too narrow the columns of the least figure
 *     wait first
 * @param wraps words that its width cuts go on in the next lines of a row that is then higher
 */
public record Column<R>(
    String key,
    String head,
    Kind kind,
    int width,
    Function<R, @Nullable Object> value,
    boolean shown,
    boolean summed,
    int yields,
    boolean wraps) {

  public static <R> Column<R> text(
      String key, String head, int width, Function<R, @Nullable String> value) {
    return new Column<>(key, head, Kind.TEXT, width, value::apply, true, false, 0, false);
  }

  /** What is read whole or not at all, so that a narrow table cuts other words first. */
  public static <R> Column<R> code(
      String key, String head, int width, Function<R, @Nullable String> value) {
    return new Column<>(key, head, Kind.CODE, width, value::apply, true, false, 0, false);
  }

  /** Figures, dates and tags. */
  public static <R> Column<R> of(
      String key, String head, Kind kind, int width, Function<R, @Nullable Object> value) {
    return new Column<>(key, head, kind, width, value, true, false, 0, false);
  }

  /** The same, summed in the foot; for money, quantities and counts. */
  public Column<R> summedUp() {
    return new Column<>(key, head, kind, width, value, shown, true, yields, wraps);
  }

  /** The same, not shown until somebody chooses it. */
  public Column<R> atFirstHidden() {
    return new Column<>(key, head, kind, width, value, false, summed, yields, wraps);
  }

  /**
   * The same, waiting where the table has no room for it.
   *
   * @param turn 1 = before all others
   */
  public Column<R> yielding(int turn) {
    return new Column<>(key, head, kind, width, value, shown, summed, turn, wraps);
  }

  /**
   * The same, read whole: what it cuts goes on in the next lines. For words, in tables of some
   * hundreds of rows; a longer one stays at one line each.
   */
  public Column<R> wrapping() {
    return new Column<>(key, head, kind, width, value, shown, summed, yields, true);
  }
}

package id.lajur.kit.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a document.
 *
 * @param cells in the order of the columns and of their kinds, null = empty; may be fewer
 */
public record Line(Rank rank, List<@Nullable Object> cells) {

  /** What a line is among the others. */
  public enum Rank {
    /** Says what the lines below belong to. */
    GROUP,
    ROW,
    /** Sums up the group that ends. */
    SUBTOTAL,
    /** Sums up all of it. */
    TOTAL
  }

  public Line {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }

  public static Line row(@Nullable Object... cells) {
    return new Line(Rank.ROW, Arrays.asList(cells));
  }

  public static Line group(String title) {
    return new Line(Rank.GROUP, Collections.singletonList(title));
  }

  public static Line subtotal(@Nullable Object... cells) {
    return new Line(Rank.SUBTOTAL, Arrays.asList(cells));
  }

  public static Line total(@Nullable Object... cells) {
    return new Line(Rank.TOTAL, Arrays.asList(cells));
  }

  /**
   * The cell of a column, null when it is empty.
   *
   * @throws IllegalArgumentException a cell of another kind than its column
   */
  @Nullable Object cell(int column, Column.Kind kind) {
    Object cell = column < cells.size() ? cells.get(column) : null;
    return rank == Rank.ROW || column > 0 ? kind.checked(cell) : cell;
  }
}

package id.lajur.backoffice.form;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest rows of a list, as far as it was read.
 *
 * @param next where older ones begin; empty when all were read
 * @param read they have come: where there are none, there are none
 */
public record Page<R>(List<R> rows, String next, boolean read) {
  public Page {
    rows = List.copyOf(rows);
  }

  /** Rows that have come. */
  public Page(List<R> rows, String next) {
    this(rows, next, true);
  }

  /** Nothing read yet. */
  public static <R> Page<R> none() {
    return new Page<>(List.of(), "", false);
  }

  /** Whether there are older ones that were not read. */
  public boolean hasOlder() {
    return !next.isEmpty();
  }

  /** This page, and below it the one that its {@code next} gave. */
  public Page<R> and(Page<R> older) {
    List<R> all = new ArrayList<>(rows);
    all.addAll(older.rows);
    return new Page<>(all, older.next);
  }
}

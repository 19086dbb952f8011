package id.lajur.backoffice.form;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a list, and what is being done about one of them.
 *
 * @param <R> a row
 * @param <T> what can be done
 * @param <B> what is read beside the rows
 * @param chosen key of the row that is marked
 * @param task what the side panel asks for; empty: it tells of the row that is marked
 */
public record ListState<R extends Keyed, T extends Enum<T>, B>(
    List<R> rows, B beside, Optional<String> chosen, Optional<T> task, Progress progress) {
  public ListState {
    rows = List.copyOf(rows);
  }

  /** The row that is marked; none where it is not among the rows any more. */
  public Optional<R> marked() {
    return chosen.flatMap(key -> rows.stream().filter(one -> one.key().equals(key)).findFirst());
  }

  ListState<R, T, B> with(List<R> read, B readBeside) {
    return new ListState<>(read, readBeside, chosen, task, progress.has());
  }

  ListState<R, T, B> choosing(Optional<String> key) {
    return new ListState<>(rows, beside, key, task, progress);
  }

  /** What was said before is over. */
  ListState<R, T, B> doing(Optional<T> newTask) {
    return new ListState<>(rows, beside, chosen, newTask, progress.quiet());
  }

  ListState<R, T, B> with(Progress newProgress) {
    return new ListState<>(rows, beside, chosen, task, newProgress);
  }
}

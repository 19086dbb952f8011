package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Optional;

/**
 * What the screen of counts shows.
 *
 * @param sheet the count that is open on the screen
 * @param last the item whose figure came last
 * @param asked what was asked for once and is done when it is asked again
 * @param note of what was done
 */
record CountState(
    Page<Counts.Head> counts,
    List<Counts.Department> departments,
    Optional<Counts.Sheet> sheet,
    Optional<Counts.Line> last,
    boolean busy,
    Optional<Sure> asked,
    Optional<Note> note,
    Optional<ServerRefusal> refused) {
  static final CountState EMPTY =
      new CountState(
          Page.none(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  CountState {
    departments = List.copyOf(departments);
  }

  /** What is done only when it is asked for twice. */
  enum Sure {
    POST,
    CANCEL
  }

  /**
   * What was done.
   *
   * @param key of its sentence
   * @param n put into it
   */
  record Note(String key, long n) {}

  CountState counts(Page<Counts.Head> fresh) {
    return new CountState(fresh, departments, sheet, last, false, asked, note, refused);
  }

  CountState departments(List<Counts.Department> fresh) {
    return new CountState(counts, fresh, sheet, last, busy, asked, note, refused);
  }

  /** Another sheet, or none; what was said stays. */
  CountState sheet(Optional<Counts.Sheet> fresh) {
    return new CountState(
        counts, departments, fresh, Optional.empty(), false, Optional.empty(), note, refused);
  }

  /** The sheet with a figure more. */
  CountState counted(Counts.Sheet fresh, Counts.Line line) {
    return new CountState(
        counts,
        departments,
        Optional.of(fresh),
        Optional.of(line),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** While something is asked; what was said before is over. */
  CountState asking() {
    return new CountState(
        counts,
        departments,
        sheet,
        last,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  CountState sure(Sure what, Note question) {
    return new CountState(
        counts,
        departments,
        sheet,
        last,
        false,
        Optional.of(what),
        Optional.of(question),
        Optional.empty());
  }

  CountState saying(Note done) {
    return new CountState(
        counts,
        departments,
        sheet,
        last,
        false,
        Optional.empty(),
        Optional.of(done),
        Optional.empty());
  }

  CountState refused(ServerRefusal why) {
    return new CountState(
        counts,
        departments,
        sheet,
        last,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(why));
  }
}

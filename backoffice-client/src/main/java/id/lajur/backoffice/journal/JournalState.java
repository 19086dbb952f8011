package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal as far as it was read, or a ticket that is replayed.
 *
 * @param next where older entries begin; empty when all were read
 * @param chosen key of the marked entry
 * @param replay shown instead of the journal
 */
record JournalState(
    Search search,
    List<Entry> entries,
    String next,
    Optional<String> chosen,
    Optional<Task> task,
    Optional<Replay> replay,
    Progress progress) {
  static final JournalState FIRST =
      new JournalState(
          Search.ALL,
          List.of(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Progress.NONE);

  JournalState {
    entries = List.copyOf(entries);
  }

  enum Task {
    SEARCH,
    RECEIPT
  }

  Optional<Entry> entry() {
    return chosen.flatMap(key -> entries.stream().filter(one -> one.key().equals(key)).findFirst());
  }

  JournalState searching(Search newSearch) {
    return new JournalState(
        newSearch, entries, next, Optional.empty(), Optional.empty(), replay, progress);
  }

  /** The newest entries, or older ones below those that are there. */
  JournalState with(JournalActions.Page page, boolean older) {
    List<Entry> all = new ArrayList<>(older ? entries : List.of());
    all.addAll(page.entries());
    return new JournalState(search, all, page.next(), chosen, task, replay, progress);
  }

  JournalState choosing(Optional<String> key) {
    return new JournalState(search, entries, next, key, task, replay, progress);
  }

  JournalState doing(Optional<Task> newTask) {
    return new JournalState(search, entries, next, chosen, newTask, replay, progress);
  }

  JournalState replaying(Optional<Replay> newReplay) {
    return new JournalState(search, entries, next, chosen, Optional.empty(), newReplay, progress);
  }

  JournalState with(Progress newProgress) {
    return new JournalState(search, entries, next, chosen, task, replay, newProgress);
  }
}

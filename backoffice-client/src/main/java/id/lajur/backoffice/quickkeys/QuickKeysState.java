package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages being arranged.
 *
 * @param saved as the store has them
 * @param pages as they are arranged now
 * @param before how they were before each change since, the newest last
 * @param open number of the page that is shown
 * @param place of that page that is marked
 * @param found items that a search gave
 * @param units of the item put on a key last: a key for each
 * @param pictures contents by name
 */
record QuickKeysState(
    Pages saved,
    List<Page> pages,
    List<List<Page>> before,
    int open,
    int place,
    List<Goods> found,
    List<Key> units,
    Map<String, byte[]> pictures,
    Progress progress) {
  static final QuickKeysState FIRST =
      new QuickKeysState(
          new Pages(List.of(), ""),
          List.of(),
          List.of(),
          0,
          0,
          List.of(),
          List.of(),
          Map.of(),
          Progress.NONE);

  private static final int MOST_UNDONE = 100;

  boolean isChanged() {
    return !pages.equals(saved.pages());
  }

  Optional<Page> page() {
    return open < pages.size() ? Optional.of(pages.get(open)) : Optional.empty();
  }

  Optional<Key> key() {
    return page().flatMap(page -> page.key(place));
  }

  QuickKeysState read(Pages read) {
    return new QuickKeysState(
        read,
        read.pages(),
        List.of(),
        Math.max(0, Math.min(open, read.pages().size() - 1)),
        place,
        List.of(),
        List.of(),
        pictures,
        progress);
  }

  /**
   * After a change.
   *
   * @param goesOn with the change before, as letters of one word do
   */
  QuickKeysState changed(List<Page> next, boolean goesOn) {
    List<List<Page>> history = new ArrayList<>(before);
    if (!goesOn) {
      history.add(pages);
    }
    if (history.size() > MOST_UNDONE) {
      history.remove(0);
    }
    return arranged(next, history);
  }

  QuickKeysState undone() {
    return before.isEmpty()
        ? this
        : arranged(before.get(before.size() - 1), before.subList(0, before.size() - 1));
  }

  private QuickKeysState arranged(List<Page> next, List<List<Page>> history) {
    return new QuickKeysState(
        saved,
        List.copyOf(next),
        List.copyOf(history),
        Math.max(0, Math.min(open, next.size() - 1)),
        place,
        found,
        units,
        pictures,
        progress.quiet());
  }

  QuickKeysState at(int newOpen, int newPlace) {
    return new QuickKeysState(
        saved, pages, before, newOpen, newPlace, List.of(), units, pictures, progress.quiet());
  }

  QuickKeysState finding(List<Goods> newFound) {
    return new QuickKeysState(
        saved, pages, before, open, place, List.copyOf(newFound), units, pictures, progress);
  }

  QuickKeysState choosing(List<Key> newUnits) {
    return new QuickKeysState(
        saved, pages, before, open, place, found, List.copyOf(newUnits), pictures, progress);
  }

  QuickKeysState showing(Map<String, byte[]> newPictures) {
    return new QuickKeysState(
        saved, pages, before, open, place, found, units, newPictures, progress);
  }

  QuickKeysState with(Progress newProgress) {
    return new QuickKeysState(
        saved, pages, before, open, place, found, units, pictures, newProgress);
  }
}

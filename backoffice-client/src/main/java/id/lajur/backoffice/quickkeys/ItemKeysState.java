package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The quick keys of one item.
 *
 * @param itemCode empty = no item is looked at
 * @param saved the pages of all items, as the store has them; empty = not read yet
 * @param units a key for each unit of the item that a lane can sell by
 */
record ItemKeysState(String itemCode, Optional<Pages> saved, List<Key> units, Progress progress) {
  static final ItemKeysState NONE =
      new ItemKeysState("", Optional.empty(), List.of(), Progress.NONE);

  ItemKeysState {
    units = List.copyOf(units);
  }

  /**
   * Where the item stands.
   *
   * @param page number of the page, from 0
   */
  record Standing(int page, String name, Key key) {}

  List<Page> pages() {
    return saved.map(Pages::pages).orElse(List.of());
  }

  /** Where the item stands, page by page. */
  List<Standing> standing() {
    List<Standing> all = new ArrayList<>();
    for (int at = 0; at < pages().size(); at++) {
      Page page = pages().get(at);
      for (Key key : page.keys()) {
        if (key.itemCode().equals(itemCode)) {
          all.add(new Standing(at, page.name(), key));
        }
      }
    }
    return all;
  }

  /** Places of a page that have no key. */
  List<Integer> free(int page) {
    return page < 0 || page >= pages().size()
        ? List.of()
        : IntStream.range(0, Page.PLACES)
            .filter(place -> pages().get(page).key(place).isEmpty())
            .boxed()
            .toList();
  }

  ItemKeysState read(Pages newSaved) {
    return new ItemKeysState(itemCode, Optional.of(newSaved), units, progress);
  }

  ItemKeysState choosing(List<Key> newUnits) {
    return new ItemKeysState(itemCode, saved, newUnits, progress);
  }

  ItemKeysState with(Progress newProgress) {
    return new ItemKeysState(itemCode, saved, units, newProgress);
  }
}

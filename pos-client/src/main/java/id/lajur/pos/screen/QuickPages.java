package id.lajur.pos.screen;

import java.util.List;
import java.util.Optional;

/**
 * The pages of quick keys, and the one that is open.
 *
 * @param pages those that have keys
 * @param open its number, from 0
 */
public record QuickPages(List<QuickPage> pages, int open) {
  public static final QuickPages NONE = new QuickPages(List.of(), 0);

  public QuickPages {
    pages = List.copyOf(pages);
  }

  public static QuickPages of(List<QuickPage> all) {
    return new QuickPages(all.stream().filter(page -> !page.keys().isEmpty()).toList(), 0);
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  boolean isOne() {
    return pages.size() == 1;
  }

  /** Keys of the open page; none where there is no page. */
  List<QuickKey> keys() {
    return pages.isEmpty() ? List.of() : pages.get(open).keys();
  }

  Optional<QuickKey> key(String letter) {
    return keys().stream().filter(key -> key.letter().equals(letter)).findFirst();
  }

  /** Another page open: the last is followed by the first. */
  QuickPages at(int page) {
    return pages.isEmpty() ? this : new QuickPages(pages, Math.floorMod(page, pages.size()));
  }

  /** Other pages, the one of the same name open still, or else the first. */
  QuickPages become(QuickPages others) {
    String name = pages.isEmpty() ? "" : pages.get(open).name();
    for (int i = 0; i < others.pages.size(); i++) {
      if (others.pages.get(i).name().equals(name)) {
        return others.at(i);
      }
    }
    return others;
  }
}

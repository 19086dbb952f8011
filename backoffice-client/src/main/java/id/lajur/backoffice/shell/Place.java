package id.lajur.backoffice.shell;

import id.lajur.kit.widget.Icon;
import java.util.List;
import java.util.function.Function;

/**
 * A place of the rail; one with several screens has a tab for each.
 *
 * @param key of its word in the bundle: {@code place.<key>}, {@code title.<key>}
 */
record Place(String key, Icon icon, List<Tab> tabs) {
  Place {
    tabs = List.copyOf(tabs);
  }

  /**
   * One screen of a place.
   *
   * @param key of its word: {@code tab.<key>}
   * @param permission without which it cannot be opened
   */
  record Tab(String key, String permission, Function<Desk, Screen> make) {}

  boolean isFor(SignedOn who) {
    return tabs.stream().anyMatch(tab -> who.may(tab.permission()));
  }

  /** Where somebody begins: the first place that he may open; empty when there is none. */
  static String firstFor(SignedOn who, List<Place> places) {
    return places.stream().filter(place -> place.isFor(who)).map(Place::key).findFirst().orElse("");
  }
}

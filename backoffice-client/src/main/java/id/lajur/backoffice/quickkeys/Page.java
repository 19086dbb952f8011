package id.lajur.backoffice.quickkeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A page of keys, by place. */
record Page(String name, List<Key> keys) {
  static final int PLACES = 12;
  static final int COLUMNS = 4;
  static final int MOST_NAME = 20;

  Page {
    keys = keys.stream().sorted(Comparator.comparingInt(Key::place)).toList();
  }

  Optional<Key> key(int place) {
    return keys.stream().filter(key -> key.place() == place).findFirst();
  }

  Page named(String newName) {
    return new Page(newName, keys);
  }

  Page with(Key key) {
    List<Key> all = new ArrayList<>(without(key.place()).keys);
    all.add(key);
    return new Page(name, all);
  }

  Page without(int place) {
    return new Page(name, keys.stream().filter(key -> key.place() != place).toList());
  }

  /** A key goes to another place; one that stands there comes to its own. */
  Page moved(int from, int to) {
    List<Key> all = new ArrayList<>();
    for (Key key : keys) {
      all.add(key.place() == from ? key.at(to) : key.place() == to ? key.at(from) : key);
    }
    return new Page(name, all);
  }
}

package id.lajur.installer.replay.compare;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Named sums: minor units, thousandths or numbers of things, each name says what. */
final class Sums {
  private final Map<String, Long> values = new TreeMap<>();

  void add(String name, long amount) {
    values.merge(name, amount, Math::addExact);
  }

  long get(String name) {
    return values.getOrDefault(name, 0L);
  }

  void addAll(Sums other) {
    other.values.forEach(this::add);
  }

  /** Tells every sum that is not the same in both. */
  static void differences(String where, Sums file, Sums sold, Consumer<String> tell) {
    TreeSet<String> names = new TreeSet<>(file.values.keySet());
    names.addAll(sold.values.keySet());
    for (String name : names) {
      if (file.get(name) != sold.get(name)) {
        tell.accept(
            String.format(
                Locale.ROOT,
                "%s, %s: the file has %d, the store %d",
                where,
                name,
                file.get(name),
                sold.get(name)));
      }
    }
  }
}

package id.lajur.server.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store adds up to at one moment: name and figure, in a fixed order. A name ends with its
 * unit: Minor, Milli; without one it is a number of rows. An account's name is followed by its
 * code.
 */
public record Totals(Map<String, Long> figures) {
  public Totals {
    figures = new LinkedHashMap<>(figures); // keeps their order, which Map.copyOf does not
  }

  /** One figure on two sides; null where a side does not have it. */
  public record Compared(String name, @Nullable Long backup, @Nullable Long restored) {
    public boolean equal() {
      return Objects.equals(backup, restored);
    }
  }

  /** Every figure of either side. */
  List<Compared> comparedWith(Totals restored) {
    Set<String> names = new LinkedHashSet<>(figures.keySet());
    names.addAll(restored.figures.keySet());
    List<Compared> compared = new ArrayList<>();
    for (String name : names) {
      compared.add(new Compared(name, figures.get(name), restored.figures.get(name)));
    }
    return compared;
  }

  @Override
  public Map<String, Long> figures() {
    return new LinkedHashMap<>(figures);
  }
}

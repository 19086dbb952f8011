package id.lajur.backoffice.monitor;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places of a painted picture that do something, in the order in which they are read. */
final class Touches {
  /** One of them. */
  record Touch(Rectangle where, Runnable act) {}

  private final List<Touch> all = new ArrayList<>();

  void clear() {
    all.clear();
  }

  void add(Rectangle where, Runnable act) {
    all.add(new Touch(where, act));
  }

  /** The one that was painted last at a point: what lies above something is meant. */
  Optional<Touch> at(double x, double y) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).where().contains(x, y)) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  List<Touch> all() {
    return List.copyOf(all);
  }
}

package id.lajur.backoffice.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of shelves as this screen knows them. */
final class Counts {
  private Counts() {}

  /** How far a count is. */
  enum State {
    OPEN,
    POSTING,
    POSTED,
    CANCELLED
  }

  /**
   * One count.
   *
   * @param items on its sheet, or counted beside it
   */
  record Head(
      String id,
      String name,
      State state,
      Instant openedAt,
      String openedBy,
      int items,
      int counted) {
    boolean isOpen() {
      return state == State.OPEN;
    }
  }

  /**
   * One item of a count.
   *
   * @param countedMilli of the base unit; null = not counted yet
   * @param bookMilli what the book said at the moment of the figure; null for who may not see it,
   *     as the difference
   */
  record Line(
      String itemCode,
      String name,
      String unit,
      @Nullable Long countedMilli,
      @Nullable Instant countedAt,
      String countedBy,
      int figures,
      @Nullable Long bookMilli,
      @Nullable Long differenceMilli) {}

  /** A count with its sheet. */
  record Sheet(Head head, List<Line> lines) {
    Sheet {
      lines = List.copyOf(lines);
    }

    long uncounted() {
      return lines.stream().filter(line -> line.countedMilli() == null).count();
    }

    long different() {
      return lines.stream()
          .filter(line -> line.differenceMilli() != null && line.differenceMilli() != 0)
          .count();
    }

    /** With this line in place of the item's, or at its end. */
    Sheet with(Line fresh) {
      List<Line> all = new ArrayList<>(lines);
      for (int at = 0; at < all.size(); at++) {
        if (all.get(at).itemCode().equals(fresh.itemCode())) {
          all.set(at, fresh);
          return new Sheet(head, all);
        }
      }
      all.add(fresh);
      return new Sheet(head, all);
    }
  }

  /** A department whose goods may be put on a sheet. */
  record Department(String code, String name) {}
}

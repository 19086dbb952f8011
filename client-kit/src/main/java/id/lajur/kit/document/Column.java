package id.lajur.kit.document;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One column of a document: its head, and what its cells hold. */
public record Column(String head, Kind kind) {

  /** What a cell holds, and in which type and unit it is given. */
  public enum Kind {
    /** A {@link String}. */
    TEXT(String.class),
    /** Minor units as {@link Long}. */
    MONEY(Long.class),
    /** Thousandths as {@link Long}. */
    QUANTITY(Long.class),
    /** A number of things as {@link Long}. */
    COUNT(Long.class),
    /** Millionths as {@link Long}: 12 % is 120,000. */
    PERCENT(Long.class),
    /** A {@link LocalDate}. */
    DATE(LocalDate.class),
    /** An {@link Instant}, shown in the store's zone to the second. */
    MOMENT(Instant.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    /** Figures stand at the right, in digits of equal width. */
    public boolean isFigure() {
      return type == Long.class;
    }

    /**
     * @param cell null = the cell is empty
     * @throws IllegalArgumentException a value of another type
     */
    @Nullable Object checked(@Nullable Object cell) {
      if (cell != null && !type.isInstance(cell)) {
        throw new IllegalArgumentException(this + " holds no " + cell.getClass().getSimpleName());
      }
      return cell;
    }
  }
}

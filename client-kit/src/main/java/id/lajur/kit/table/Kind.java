package id.lajur.kit.table;

/** What a column holds, and so how it is written, sorted and exported. */
public enum Kind {
  /** A {@code String}. */
  TEXT(false),
  /** A {@code Long} of minor units. */
  MONEY(true),
  /** A {@code Long} of thousandths. */
  QUANTITY(true),
  /** An {@code Integer} or {@code Long}. */
  COUNT(true),
  /** A {@code Long} of millionths: 0.15 = 15 %. */
  PERCENT(true),
  /** A {@code LocalDate}. */
  DATE(false),
  /** An {@code Instant}, shown with date and time of the store. */
  MOMENT(false),
  /** A {@link id.lajur.kit.widget.Tag}. */
  TAG(false);

  private final boolean figures;

  Kind(boolean figures) {
    this.figures = figures;
  }

  /** Figures stand under each other at the right side. */
  public boolean isFigures() {
    return figures;
  }
}

package id.lajur.pos.receipt;

/**
 * A width of paper in a printer's font A.
 *
 * @param columns characters of a line, at least 24
 */
public record Paper(int columns) {
  public static final Paper MM58 = new Paper(32);
  public static final Paper MM80 = new Paper(48);
  private static final int LEAST = 24;

  public Paper {
    if (columns < LEAST) {
      throw new IllegalArgumentException("too narrow for a receipt: " + columns + " columns");
    }
  }
}

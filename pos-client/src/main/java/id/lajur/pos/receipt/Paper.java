package id.lajur.pos.receipt;

/**
 * A width of paper in a printer's font A.
 *
 * @param mm width of the roll
 * @param columns characters of a line, at least 24
 */
public record Paper(int mm, int columns) {
  public static final Paper MM58 = new Paper(58, 32);
  public static final Paper MM80 = new Paper(80, 48);
  private static final int LEAST = 24;

  public Paper {
    if (columns < LEAST) {
      throw new IllegalArgumentException("too narrow for a receipt: " + columns + " columns");
    }
  }

  /**
   * The paper of that width.
   *
   * @throws IllegalArgumentException neither 58 nor 80
   */
  public static Paper ofMm(int mm) {
    return switch (mm) {
      case 58 -> MM58;
      case 80 -> MM80;
      default -> throw new IllegalArgumentException("a paper is 58 or 80 mm wide, not " + mm);
    };
  }
}

package id.lajur.pos.receipt;

/**
 * One row of a receipt.
 *
 * @param text ASCII, never wider than the paper; of a barcode its contents
 */
public record PaperRow(Kind kind, boolean centred, String text) {
  /** How a row is printed. */
  public enum Kind {
    PLAIN,
    BOLD,
    TALL,
    BARCODE
  }
}

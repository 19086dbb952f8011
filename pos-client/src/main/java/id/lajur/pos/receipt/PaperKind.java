package id.lajur.pos.receipt;

/** What a paper is about. */
public enum PaperKind {
  SALE,
  /** Cash that went in or out without a sale. */
  SLIP,
  /** The X or Z of a shift. */
  REPORT
}

package id.lajur.pos.printer;

/** How the printer was at its last paper. */
public enum PrinterState {
  READY,
  NO_PAPER,
  OUT_OF_ORDER
}

package id.lajur.pos.screen;

/** How the receipt printer is. */
public enum PrinterView {
  READY,
  NO_PAPER,
  STOPPED
}

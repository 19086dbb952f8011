package id.lajur.pos.screen;

import java.util.Optional;

/**
 * How the things around the lane are.
 *
 * @param printer as it was at its last paper
 * @param papersKept that are to come out yet
 * @param customerDisplay true while it shows something; empty where the lane has none
 */
public record DevicesView(
    boolean server, PrinterView printer, int papersKept, Optional<Boolean> customerDisplay) {
  public static final DevicesView ALL_WELL =
      new DevicesView(true, PrinterView.READY, 0, Optional.empty());

  DevicesView withServer(boolean reachable) {
    return new DevicesView(reachable, printer, papersKept, customerDisplay);
  }

  DevicesView withPrinter(PrinterView newPrinter, int kept) {
    return new DevicesView(server, newPrinter, kept, customerDisplay);
  }

  /** True while no paper is missing. */
  boolean printerIsWell() {
    return printer == PrinterView.READY && papersKept == 0;
  }
}

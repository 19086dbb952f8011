package id.lajur.pos.screen;

import java.util.Optional;

/**
 * How the things around the lane are.
 *
 * @param customerDisplay true while it shows something; empty where the lane has none
 */
public record DevicesView(boolean server, PrinterView printer, Optional<Boolean> customerDisplay) {
  public static final DevicesView ALL_WELL =
      new DevicesView(true, PrinterView.READY, Optional.empty());

  DevicesView withServer(boolean reachable) {
    return new DevicesView(reachable, printer, customerDisplay);
  }

  DevicesView withPrinter(PrinterView newPrinter) {
    return new DevicesView(server, newPrinter, customerDisplay);
  }
}

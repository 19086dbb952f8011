package id.lajur.pos.screen;

import java.util.Optional;
import java.util.Set;

/**
 * How the things around the lane are.
 *
 * @param printer as it was at its last paper
 * @param papersKept that are to come out yet
 * @param otherPrinter whether papers can be sent to another printer
 * @param elsewhere the printer that they go to, where it is not the lane's own
 * @param emergency what the lane sold by itself, while it does or some of it has not come in
 * @param customerDisplay true while it shows something; empty where the lane has none
 * @param sounds those that are heard
 * @param scanner true while the serial scanner is there; empty where the lane has none
 */
public record DevicesView(
    boolean server,
    PrinterView printer,
    int papersKept,
    boolean otherPrinter,
    Optional<String> elsewhere,
    Optional<Boolean> customerDisplay,
    Optional<Boolean> scanner,
    Optional<EmergencyView> emergency,
    Set<LaneSound> sounds) {
  public static final DevicesView ALL_WELL =
      new DevicesView(
          true,
          PrinterView.READY,
          0,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(LaneSound.values()));

  public DevicesView {
    sounds = Set.copyOf(sounds);
  }

  DevicesView withServer(boolean reachable) {
    return new DevicesView(
        reachable,
        printer,
        papersKept,
        otherPrinter,
        elsewhere,
        customerDisplay,
        scanner,
        emergency,
        sounds);
  }

  DevicesView withPrinter(PrinterView newPrinter, int kept) {
    return new DevicesView(
        server,
        newPrinter,
        kept,
        otherPrinter,
        elsewhere,
        customerDisplay,
        scanner,
        emergency,
        sounds);
  }

  DevicesView withPrinters(boolean other, Optional<String> now) {
    return new DevicesView(
        server, printer, papersKept, other, now, customerDisplay, scanner, emergency, sounds);
  }

  DevicesView withCustomerDisplay(boolean shows) {
    return new DevicesView(
        server,
        printer,
        papersKept,
        otherPrinter,
        elsewhere,
        Optional.of(shows),
        scanner,
        emergency,
        sounds);
  }

  DevicesView withScanner(boolean there) {
    return new DevicesView(
        server,
        printer,
        papersKept,
        otherPrinter,
        elsewhere,
        customerDisplay,
        Optional.of(there),
        emergency,
        sounds);
  }

  DevicesView withEmergency(Optional<EmergencyView> now) {
    return new DevicesView(
        server,
        printer,
        papersKept,
        otherPrinter,
        elsewhere,
        customerDisplay,
        scanner,
        now,
        sounds);
  }

  DevicesView withSounds(Set<LaneSound> heard) {
    return new DevicesView(
        server,
        printer,
        papersKept,
        otherPrinter,
        elsewhere,
        customerDisplay,
        scanner,
        emergency,
        heard);
  }

  /** True while the lane sells by itself. */
  boolean sellsAlone() {
    return emergency.isPresent() && emergency.get().on();
  }

  /** True while no paper is missing. */
  boolean printerIsWell() {
    return printer == PrinterView.READY && papersKept == 0;
  }
}

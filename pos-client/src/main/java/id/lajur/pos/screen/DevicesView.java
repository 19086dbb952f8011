package id.lajur.pos.screen;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    return with(next -> next.server = reachable);
  }

  DevicesView withPrinter(PrinterView newPrinter, int kept) {
    return with(
        next -> {
          next.printer = newPrinter;
          next.papersKept = kept;
        });
  }

  DevicesView withPrinters(boolean other, Optional<String> now) {
    return with(
        next -> {
          next.otherPrinter = other;
          next.elsewhere = now;
        });
  }

  DevicesView withCustomerDisplay(boolean shows) {
    return with(next -> next.customerDisplay = Optional.of(shows));
  }

  DevicesView withScanner(boolean there) {
    return with(next -> next.scanner = Optional.of(there));
  }

  DevicesView withEmergency(Optional<EmergencyView> now) {
    return with(next -> next.emergency = now);
  }

  DevicesView withSounds(Set<LaneSound> heard) {
    return with(next -> next.sounds = heard);
  }

  /** True while the lane sells by itself. */
  boolean sellsAlone() {
    return emergency.isPresent() && emergency.get().on();
  }

  /**
   * True while only cash sales are possible: the server is out of reach, or the lane has not gone
   * back to it yet.
   */
  boolean serverIsAway() {
    return !server || sellsAlone();
  }

  /** True while no paper is missing. */
  boolean printerIsWell() {
    return printer == PrinterView.READY && papersKept == 0;
  }

  private DevicesView with(Consumer<Change> change) {
    var next = new Change(this);
    change.accept(next);
    return next.made();
  }

  /** Others are made from the last ones, with one of them changed. */
  private static final class Change {
    private boolean server;
    private PrinterView printer;
    private int papersKept;
    private boolean otherPrinter;
    private Optional<String> elsewhere;
    private Optional<Boolean> customerDisplay;
    private Optional<Boolean> scanner;
    private Optional<EmergencyView> emergency;
    private Set<LaneSound> sounds;

    Change(DevicesView from) {
      server = from.server;
      printer = from.printer;
      papersKept = from.papersKept;
      otherPrinter = from.otherPrinter;
      elsewhere = from.elsewhere;
      customerDisplay = from.customerDisplay;
      scanner = from.scanner;
      emergency = from.emergency;
      sounds = from.sounds;
    }

    DevicesView made() {
      return new DevicesView(
          server,
          printer,
          papersKept,
          otherPrinter,
          elsewhere,
          customerDisplay,
          scanner,
          emergency,
          sounds);
    }
  }
}

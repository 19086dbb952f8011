package id.lajur.pos.window;

import id.lajur.kit.input.ScanSettings;
import id.lajur.kit.serial.SerialAddress;
import id.lajur.kit.serial.SerialPorts;
import id.lajur.pos.customer.DisplayChoice;
import id.lajur.pos.screen.LaneSound;
import java.util.Optional;
import java.util.Set;

/**
 * What hangs on a lane beside its printer.
 *
 * @param ports the machine's serial ports
 * @param scan what tells the scanner from the cashier's typing
 * @param scanner a scanner that is no keyboard
 * @param sounds those that are heard
 */
public record LaneDevices(
    SerialPorts ports,
    ScanSettings scan,
    Optional<SerialAddress> scanner,
    Optional<DisplayChoice> customerDisplay,
    Set<LaneSound> sounds) {
  /** A scanner that types, and nothing else. */
  public static final LaneDevices KEYBOARD_ONLY =
      new LaneDevices(
          SerialPorts.here(), ScanSettings.USUAL, Optional.empty(), Optional.empty(), Set.of());

  public LaneDevices {
    sounds = Set.copyOf(sounds);
  }
}

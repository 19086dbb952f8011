package id.lajur.kit.serial;

import java.io.IOException;

/** The serial ports of a machine. */
public interface SerialPorts {
  /**
   * Opens a port for this program alone.
   *
   * @throws IOException it is not there, or another program has it
   */
  SerialLine open(SerialAddress address) throws IOException;

  /** The ports of the machine this runs on. */
  static SerialPorts here() {
    return MachinePort::open;
  }
}

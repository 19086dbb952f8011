package id.lajur.kit.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/** A serial port of this machine, by jSerialComm. */
final class MachinePort implements SerialLine {
  private static final int READ_MS = 200;
  private static final int WRITE_MS = 2_000;
  private static final int DATA_BITS = 8;

  private final SerialPort port;

  private MachinePort(SerialPort port) {
    this.port = port;
  }

  static SerialLine open(SerialAddress address) throws IOException {
    SerialPort port;
    try {
      port = SerialPort.getCommPort(address.port());
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("no port " + address.port(), e);
    }
    port.setComPortParameters(
        address.baud(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(
        SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
        READ_MS,
        WRITE_MS);
    if (!port.openPort()) {
      throw new IOException("port " + address.port() + " does not open");
    }
    return new MachinePort(port);
  }

  @Override
  public int read(byte[] into) throws IOException {
    int read = port.readBytes(into, into.length);
    if (read < 0 || read == 0 && port.bytesAvailable() < 0) {
      throw new IOException("port " + port.getSystemPortPath() + " is gone");
    }
    return read;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    int written = port.writeBytes(bytes, bytes.length);
    if (written != bytes.length) {
      throw new IOException("port " + port.getSystemPortPath() + " takes nothing");
    }
  }

  @Override
  public void close() {
    var unused = port.closePort();
  }
}

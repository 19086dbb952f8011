package id.lajur.kit.serial;

/**
 * Where a serial device hangs.
 *
 * @param port as the machine names it: {@code /dev/ttyUSB0}, {@code COM3}
 * @param baud bits a second; 8 bits, no parity, one stop bit
 */
public record SerialAddress(String port, int baud) {
  private static final int USUAL_BAUD = 9_600;

  public SerialAddress {
    if (port.isBlank() || baud < 1_200 || baud > 921_600) {
      throw new IllegalArgumentException("no serial port: " + port + " at " + baud + " baud");
    }
  }

  /**
   * A port as people name it, {@code PORT} or {@code PORT@BAUD}; 9600 unless it is named.
   *
   * @throws IllegalArgumentException it is neither
   */
  public static SerialAddress of(String text) {
    int at = text.lastIndexOf('@');
    String port = at < 0 ? text : text.substring(0, at);
    String baud = at < 0 ? Integer.toString(USUAL_BAUD) : text.substring(at + 1);
    if (!baud.matches("\\d{4,6}")) {
      throw new IllegalArgumentException("a serial port is PORT or PORT@BAUD, not " + text);
    }
    return new SerialAddress(port, Integer.parseInt(baud));
  }

  @Override
  public String toString() {
    return port + "@" + baud;
  }
}

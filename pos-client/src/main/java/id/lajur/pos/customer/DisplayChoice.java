package id.lajur.pos.customer;

import id.lajur.kit.serial.SerialAddress;

/** Which display the customer has. */
public sealed interface DisplayChoice {
  /**
   * A window over a screen of its own.
   *
   * @param screen counted from 1; 0 = the one that the lane is not on, or a plain window where the
   *     machine has but one
   */
  record Window(int screen) implements DisplayChoice {}

  /** Two lines of 20 characters on a serial port. */
  record Pole(PoleDialect dialect, SerialAddress address) implements DisplayChoice {}

  /**
   * A display as people name it: {@code window}, {@code window:2}, {@code cd5220:/dev/ttyUSB1},
   * {@code epson:COM4@19200}.
   *
   * @throws IllegalArgumentException it is none of these
   */
  static DisplayChoice of(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    boolean window = kind.equals("window") && (colon < 0 || rest.matches("[1-9]"));
    if (window) {
      return new Window(rest.isEmpty() ? 0 : Integer.parseInt(rest));
    }
    for (PoleDialect dialect : PoleDialect.values()) {
      if (kind.equals(dialect.word())) {
        return new Pole(dialect, SerialAddress.of(rest));
      }
    }
    throw new IllegalArgumentException(
        "a customer's display is window, window:N, cd5220:PORT[@BAUD], dsp800:PORT[@BAUD] or"
            + " epson:PORT[@BAUD], not \""
            + text
            + "\"");
  }
}

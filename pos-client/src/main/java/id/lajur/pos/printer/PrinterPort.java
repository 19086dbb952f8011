package id.lajur.pos.printer;

import id.lajur.pos.receipt.EscPosReceipt;

/** The way to a printer. */
public interface PrinterPort {
  /**
   * Sends one paper and waits until it is out, as far as the printer tells.
   *
   * @throws NotPrinted with what is known of the paper
   */
  void send(byte[] bytes) throws NotPrinted;

  /**
   * Opens the drawer that hangs on it, without a paper.
   *
   * @throws NotPrinted it may stay shut
   */
  default void kick() throws NotPrinted {
    send(EscPosReceipt.kick());
  }

  /** How it is named in words to people. */
  String name();

  /** How it is named to {@link #of}. */
  default String address() {
    return name();
  }

  /** Lets go of what it still holds; nothing is sent afterwards. */
  default void close() {}

  /** In place of a printer that nobody has set up yet; nothing comes out of it. */
  static PrinterPort none() {
    return new NoPort();
  }

  /**
   * A printer as people name it: {@code file:PATH}, {@code HOST} or {@code HOST:PORT}; the port is
   * 9100 unless it is named.
   *
   * @throws IllegalArgumentException it is neither
   */
  static PrinterPort of(String name) {
    if (name.startsWith("file:") && name.length() > 5) {
      return new FilePort(java.nio.file.Path.of(name.substring(5)));
    }
    int colon = name.lastIndexOf(':');
    String host = colon < 0 ? name : name.substring(0, colon);
    String port = colon < 0 ? "9100" : name.substring(colon + 1);
    if (host.isBlank()
        || host.matches(".*[\\s/\\\\].*")
        || !port.matches("\\d{1,5}")
        || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException(
          "a printer is file:PATH, HOST or HOST:PORT, not \"" + name + "\"");
    }
    return new NetworkPort(host, Integer.parseInt(port));
  }
}

package id.lajur.kit.connection;

/** Where a store server listens; host is a name or a number of the network. */
public record ServerAddress(String host, int port) {
  /** On which a store server listens where its configuration says nothing else. */
  public static final int USUAL_PORT = 7443;

  /**
   * @throws IllegalArgumentException no host, or a port outside 1 to 65535
   */
  public ServerAddress {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no address of a server: " + host + ":" + port);
    }
  }

  /**
   * Reads HOST:PORT.
   *
   * @throws IllegalArgumentException it is none
   */
  public static ServerAddress of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[1-9]\\d{0,4}")) {
      throw new IllegalArgumentException("not HOST:PORT: " + text);
    }
    return new ServerAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

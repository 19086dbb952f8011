package id.lajur.kit.connection;

/** Where a store server listens; host is a name or a number of the network. */
public record ServerAddress(String host, int port) {
  /**
   * @throws IllegalArgumentException no host, or a port outside 1 to 65535
   */
  public ServerAddress {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no address of a server: " + host + ":" + port);
    }
  }
}

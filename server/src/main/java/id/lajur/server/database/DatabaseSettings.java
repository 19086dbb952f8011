package id.lajur.server.database;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which MariaDB holds the store. */
public sealed interface DatabaseSettings {

  /**
   * A private instance of our own.
   *
   * @param folder the store's data folder
   * @param memoryMb for the buffer pool; 0 = a quarter of the machine's memory, 512 to 2048
   */
  record Embedded(Path folder, int memoryMb) implements DatabaseSettings {}

  /**
   * A MariaDB that the shop installed.
   *
   * @param passwordFile first line is the password
   * @param caFile certificate that the server's must descend from; needed for a host that is not
   *     this machine
   */
  record Installed(
      String host, int port, String name, String user, Path passwordFile, @Nullable Path caFile)
      implements DatabaseSettings {
    /** Whether a host is this machine, so that nobody listens between. */
    public static boolean loopback(String host) {
      return Set.of("localhost", "127.0.0.1", "::1").contains(host);
    }
  }
}

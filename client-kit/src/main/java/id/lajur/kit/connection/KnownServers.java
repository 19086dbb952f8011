package id.lajur.kit.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The servers of this machine's store, kept beside its certificate: HOST:PORT, one a line. */
public final class KnownServers {
  private static final String FILE = "servers";

  private KnownServers() {}

  /**
   * In the order in which they are asked; empty when none is known.
   *
   * @param folder of the machine's certificate
   * @throws IOException the file cannot be read, or a line of it is no address
   */
  public static List<ServerAddress> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readString(file, UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .map(ServerAddress::of)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Keeps them for the next start: all of them, or what was there before.
   *
   * @throws IOException they cannot be written
   */
  public static void write(Path folder, List<ServerAddress> servers) throws IOException {
    Platform here = Platform.here();
    here.makePrivateFolder(folder);
    String lines = servers.stream().map(each -> each + "\n").collect(Collectors.joining());
    here.writePrivate(folder.resolve(FILE), lines.getBytes(UTF_8));
  }
}

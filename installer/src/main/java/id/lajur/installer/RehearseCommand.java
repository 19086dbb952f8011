package id.lajur.installer;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Starts a store that is thrown away and ends it. The launcher runs it once after a build with
 * {@code -XX:ArchiveClassesAtExit}, so that later starts find their classes ready; it also unpacks
 * the database's binaries.
 */
@Command(name = "rehearse", hidden = true, description = "Starts and ends a store.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    Path folder =
        Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "lajur-rehearsal");
    try {
      StoreServer.start(
              new ServerConfig(folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 64)),
              StoreProfile.standard(),
              Clock.systemUTC())
          .close();
    } finally {
      DataFolders.deleteTree(folder);
    }
    return 0;
  }
}

package id.lajur.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a database whose server has gone. */
final class OrphanDatabase {
  private static final Logger log = LoggerFactory.getLogger(OrphanDatabase.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private OrphanDatabase() {}

  /**
   * A killed server leaves its mariadbd behind; ours is known by the folder on its command line.
   */
  static void stop(Path folder) throws IOException {
    Path pidFile = folder.resolve("run").resolve("mariadbd.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    String text = Files.readString(pidFile).trim();
    if (!text.matches("\\d{1,18}")) {
      Files.delete(pidFile);
      return;
    }
    ProcessHandle orphan = ProcessHandle.of(Long.parseLong(text)).orElse(null);
    if (orphan == null || !orphan.isAlive() || !usesFolder(orphan, folder)) {
      Files.delete(pidFile);
      return;
    }
    log.info("stopping the database that an earlier server left behind (process {})", text);
    orphan.destroy();
    try {
      orphan.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new StartRefused(
          "A database process of an earlier server (" + text + ") does not end; end it by hand", e);
    }
    Files.deleteIfExists(pidFile);
  }

  private static boolean usesFolder(ProcessHandle process, Path folder) {
    String datadir = "--datadir=" + folder.resolve("database");
    try {
      // ProcessHandle cuts long command lines; the kernel's own list does not.
      Path list = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      String line =
          Files.isReadable(list)
              ? Files.readString(list, StandardCharsets.UTF_8)
              : process.info().commandLine().orElse("");
      return line.contains(datadir);
    } catch (IOException e) {
      return false;
    }
  }
}

package id.lajur.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of our own database as SQL, made before a newer program changes its schema: the way back,
 * should the newer program not do. Lies in the folder {@code before-upgrade}, readable by the
 * service alone; the newest few are kept.
 */
final class DumpBeforeUpgrade {
  static final String FOLDER = "before-upgrade";
  private static final int KEPT = 3;
  private static final String END = ".sql.gz";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Logger log = LoggerFactory.getLogger(DumpBeforeUpgrade.class);

  private DumpBeforeUpgrade() {}

  /**
   * Makes the copy and removes the oldest beyond those that are kept.
   *
   * @param folder the store's data folder
   * @param reach how the database's programs reach it: options of the command line
   * @param schema version that the database has now
   * @return the file
   * @throws StartRefused it cannot be made; then nothing must be changed
   */
  static Path make(Path folder, List<String> reach, String password, String schema, Instant now) {
    Path login = folder.resolve("run").resolve("dump.cnf");
    try {
      Path dumps = DataFolders.createPrivate(folder.resolve(FOLDER));
      Path file = dumps.resolve(TIME.format(now) + "-schema-" + schema + END);
      Path part = file.resolveSibling(file.getFileName() + ".part");
      DataFolders.writeSecret(login, "[client]\nuser=lajur\npassword=" + password + "\nskip-ssl\n");
      write(command(login, reach), part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      removeOld(dumps);
      log.info("schema {} is kept in {} before it is changed", schema, file);
      return file;
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    } finally {
      try {
        Files.deleteIfExists(login);
      } catch (IOException e) {
        log.warn("{} holds a password and was not removed", login, e);
      }
    }
  }

  private static List<String> command(Path login, List<String> reach) {
    List<String> command = new ArrayList<>();
    command.add(
        MariaDbBinaries.unpacked()
            .resolve("bin")
            .resolve(MariaDbBinaries.windows() ? "mariadb-dump.exe" : "mariadb-dump")
            .toString());
    command.add("--defaults-file=" + login); // must come first; no password on a command line
    command.addAll(reach);
    command.addAll(
        List.of(
            "--single-transaction",
            "--skip-lock-tables",
            "--hex-blob",
            "--default-character-set=utf8mb4",
            "lajur"));
    return command;
  }

  private static void write(List<String> command, Path part) throws IOException {
    Path said = part.resolveSibling("dump.log");
    Process dump = new ProcessBuilder(command).redirectError(said.toFile()).start();
    dump.getOutputStream().close();
    try (InputStream sql = dump.getInputStream();
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      sql.transferTo(out);
    } catch (IOException e) {
      dump.destroyForcibly();
      throw e;
    }
    try {
      if (!dump.waitFor(1, TimeUnit.MINUTES) || dump.exitValue() != 0) {
        dump.destroyForcibly();
        throw refused(Files.readString(said).strip(), null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted", e);
    }
    Files.deleteIfExists(said);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static StartRefused refused(
      @org.jspecify.annotations.Nullable String why,
      @org.jspecify.annotations.Nullable Throwable cause) {
    return new StartRefused(
        "The database could not be copied before its schema is changed, so nothing was changed: "
            + why,
        cause);
  }

  private static void removeOld(Path dumps) throws IOException {
    List<Path> oldestFirst;
    try (Stream<Path> files = Files.list(dumps)) {
      oldestFirst =
          files
              .filter(file -> file.getFileName().toString().endsWith(END))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
    }
    for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - KEPT))) {
      Files.delete(old);
    }
  }
}

package id.lajur.server.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the store's database as SQL, our own or the shop's, made before a newer program changes
 * its schema: the way back, should the newer program not do. Lies in the folder {@code
 * before-upgrade} of the data folder, readable by the service alone; the newest few are kept.
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
   * @param schema version that the database has now
   * @return the file
   * @throws StartRefused it cannot be made; then nothing must be changed
   */
  static Path make(StoreDatabase database, Path folder, String schema, Instant now) {
    try {
      Path dumps = DataFolders.createPrivate(folder.resolve(FOLDER));
      Path file = dumps.resolve(TIME.format(now) + "-schema-" + schema + END);
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (DatabaseDump dump = database.dump(folder)) {
        write(dump, part);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(part); // on a full disk the half of a copy would fill what is left
        throw e;
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      DataFolders.forceNames(file);
      removeOld(dumps);
      log.info("schema {} is kept in {} before it is changed", schema, file);
      return file;
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private static void write(DatabaseDump dump, Path part) throws IOException {
    // The file is closed by itself: a full disk lets the other one not come so far.
    try (OutputStream file = Files.newOutputStream(part);
        OutputStream out = new GZIPOutputStream(file)) {
      dump.sql().transferTo(out);
    }
    dump.finish();
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static StartRefused refused(
      @org.jspecify.annotations.Nullable String why, Throwable cause) {
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

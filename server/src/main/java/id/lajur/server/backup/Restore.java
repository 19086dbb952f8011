package id.lajur.server.backup;

import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.backup.BackupRefused.Reason;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.EmbeddedMariaDb;
import id.lajur.server.database.SqlScript;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.database.WrongSettings;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup into an empty place: a data folder with our own database, or a folder and an empty
 * database of the shop's. Whole or not at all: what was begun is marked by a file, and as long as
 * that lies there no server starts on it, and the next restore clears it away.
 */
public final class Restore {
  private static final String MARK = "restoring";
  private static final String LOADING = "loading";

  private final ServerConfig config;
  private final Path configuration;
  private final boolean configGiven;
  private final Clock clock;
  private final String who;
  private final Consumer<String> step;

  /**
   * @param config where to
   * @param configuration the file, in that folder, with which the restored store will be started
   * @param configGiven whether somebody wrote that file; otherwise it comes from the backup
   * @param who does it, for the journal
   * @param step hears what is done next, in words
   */
  public Restore(
      ServerConfig config,
      Path configuration,
      boolean configGiven,
      Clock clock,
      String who,
      Consumer<String> step) {
    this.config = config;
    this.configuration = configuration;
    this.configGiven = configGiven;
    this.clock = clock;
    this.who = who;
    this.step = step;
  }

  /**
   * What was restored.
   *
   * @param totals all equal, in the backup's schema
   * @param schema now
   * @param asideConfiguration the backup's own, where it could not be taken over
   */
  public record Restored(
      Manifest manifest,
      List<Totals.Compared> totals,
      AuditReport audit,
      String schema,
      @Nullable Path asideConfiguration) {
    public Restored {
      totals = List.copyOf(totals);
    }
  }

  /**
   * Refuses a data folder in which a restore did not come to its end.
   *
   * @throws StartRefused there is one
   */
  public static void refuseUnfinished(Path folder) {
    if (Files.exists(folder.resolve(MARK))) {
      throw new StartRefused(
          folder + " holds a restore that did not end: restore again, it begins anew");
    }
  }

  /**
   * Restores one.
   *
   * @throws BackupRefused NOT_EMPTY, BUSY, NOT_EQUAL, NEWER, DISK_FULL, UNUSABLE and those of
   *     {@link BackupFile#check}; the place is as empty as it was
   */
  public Restored restore(Path file, StoreKey key) {
    step.accept("checking the backup");
    Manifest manifest = BackupFile.check(file, key);
    Path folder = config.folder();
    try {
      refuseUsed(folder);
      DataFolders.createPrivate(folder);
      try (FileChannel mark =
              FileChannel.open(
                  folder.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock mine = mark.tryLock()) {
        if (mine == null) {
          throw busy(folder);
        }
        DataFolders.forceNames(folder.resolve(MARK));
        return whole(file, key, manifest, mark);
      } catch (OverlappingFileLockException e) {
        throw busy(folder);
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static BackupRefused busy(Path folder) {
    return new BackupRefused(Reason.BUSY, "Another restore into " + folder + " is under way");
  }

  private static BackupRefused unusable(Path folder, Exception e) {
    String words =
        e instanceof IOException io ? BackupFile.words(io) : String.valueOf(e.getMessage());
    boolean full = words.contains("No space left") || words.contains("is full");
    return new BackupRefused(
        full ? Reason.DISK_FULL : Reason.UNUSABLE,
        full
            ? "The disk of " + folder + " is full: nothing was restored"
            : "Nothing was restored into " + folder + ": " + words,
        e);
  }

  private boolean ownDatabase() {
    return config.database() instanceof DatabaseSettings.Embedded;
  }

  /** With our own database the folder must be empty; with the shop's it holds its settings. */
  private void refuseUsed(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || Files.exists(folder.resolve(MARK))) {
      return;
    }
    boolean used =
        Stream.of(Backup.AUTHORITY, StoreKey.FILE, "database")
            .anyMatch(name -> Files.exists(folder.resolve(name)));
    if (!used && ownDatabase()) {
      try (Stream<Path> all = Files.list(folder)) {
        used =
            all.anyMatch(
                one -> !configGiven || !one.getFileName().equals(configuration.getFileName()));
      }
    }
    if (used) {
      throw new BackupRefused(
          Reason.NOT_EMPTY,
          folder + " is not empty: restore into a new folder, nothing there was touched");
    }
  }

  /**
   * @param mark locked; written through this channel alone, since closing another one on the file
   *     would give up the lock of the whole process (the way of POSIX)
   */
  private Restored whole(Path file, StoreKey key, Manifest manifest, FileChannel mark)
      throws IOException {
    Path folder = config.folder();
    try {
      clear(folder, mark);
      Restored restored = restored(file, key, manifest, mark);
      Files.delete(folder.resolve(MARK));
      DataFolders.forceNames(folder.resolve(MARK));
      return restored;
    } catch (SQLException | JdbiException e) {
      giveUp(folder, mark, e);
      throw unusable(folder, e);
    } catch (IOException | RuntimeException e) {
      giveUp(folder, mark, e);
      throw e;
    }
  }

  /** Where that fails too, the mark stays. */
  private void giveUp(Path folder, FileChannel mark, Exception why) {
    try {
      clear(folder, mark);
      Files.delete(folder.resolve(MARK));
    } catch (IOException | RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  /** Removes what a restore makes, and nothing else. */
  private void clear(Path folder, FileChannel mark) throws IOException {
    if (ownDatabase()) {
      EmbeddedMariaDb.discard(folder);
    } else if (mark.size() > 0) {
      try (StoreDatabase database = StoreDatabase.openUnchanged(config.database())) {
        database.jdbi().useHandle(BackupDao::dropAll);
      }
    }
    DataFolders.deleteTree(folder.resolve("run"));
    for (String name : List.of(Backup.AUTHORITY, StoreKey.FILE)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(aside());
    if (!configGiven) {
      Files.deleteIfExists(configuration);
    }
    removeIfEmpty(folder.resolve("secrets"));
  }

  private Path aside() {
    return configuration.resolveSibling(configuration.getFileName() + ".of-backup");
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // what else lies there is somebody's
    }
  }

  private Restored restored(Path file, StoreKey key, Manifest manifest, FileChannel mark)
      throws IOException, SQLException {
    Path folder = config.folder();
    List<Totals.Compared> totals;
    try (StoreDatabase database = StoreDatabase.openUnchanged(config.database())) {
      refuseNewer(manifest, database);
      refuseTables(database);
      mark.write(StandardCharsets.US_ASCII.encode(LOADING), 0);
      mark.force(true);
      load(file, key, database, folder);
      step.accept("comparing totals");
      totals = compared(manifest, database);
    }
    step.accept("opening the store");
    try (StoreDatabase database = StoreDatabase.open(config.database(), folder);
        Connection connection = database.dataSource().getConnection()) {
      step.accept("auditing");
      AuditReport audit = Audit.run(connection);
      key.writeTo(folder);
      keepInJournal(database, manifest);
      return new Restored(manifest, totals, audit, database.schema(), settleConfiguration());
    }
  }

  /** Only then it is marked that what the database holds is our own and may be removed. */
  private static void refuseTables(StoreDatabase database) {
    if (!database.jdbi().withHandle(BackupDao::isEmpty)) {
      throw new BackupRefused(
          Reason.NOT_EMPTY,
          "The database is not empty: restore into a new one, nothing was touched");
    }
  }

  private static void refuseNewer(Manifest manifest, StoreDatabase database) {
    if (Integer.parseInt(manifest.schema()) > Integer.parseInt(database.newestSchema())) {
      throw new BackupRefused(
          Reason.NEWER,
          "The backup's database is newer than this program (schema %s): install the newer program"
              .formatted(manifest.schema()));
    }
  }

  private void load(Path file, StoreKey key, StoreDatabase database, Path folder)
      throws SQLException {
    step.accept("loading the database");
    var unused =
        BackupFile.read(
            file,
            key,
            (head, sql) -> {
              writeFiles(head, folder);
              run(database, sql);
            });
  }

  private static void run(StoreDatabase database, InputStream sql)
      throws IOException, SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      SqlScript.run(connection, sql);
    }
  }

  private void writeFiles(BackupFile.Head head, Path folder) throws IOException {
    byte[] authority = head.files().get(Backup.AUTHORITY);
    if (authority == null) {
      throw notEqual("There is no authority in the backup");
    }
    DataFolders.createPrivate(folder.resolve("secrets"));
    DataFolders.writeSecret(
        folder.resolve(Backup.AUTHORITY), new String(authority, StandardCharsets.UTF_8));
    if (!Authority.open(folder).fingerprintInWords().equals(head.manifest().store())) {
      throw notEqual("The authority in the backup is that of another store");
    }
    byte[] own = head.files().get(Backup.CONFIGURATION);
    if (own != null) {
      Files.write(aside(), own);
    }
  }

  /**
   * Last of all, so that what a killed restore left is not taken for a file that somebody wrote.
   *
   * @return the backup's own where it could not be taken over
   */
  private @Nullable Path settleConfiguration() throws IOException {
    if (!Files.exists(aside())) {
      return null;
    }
    if (configGiven || !ofOwnDatabase(aside())) {
      return aside();
    }
    Files.move(aside(), configuration);
    return null;
  }

  /** One that names a database elsewhere would lead the restored store to the lost one's. */
  private static boolean ofOwnDatabase(Path configuration) {
    try {
      return ServerConfig.read(configuration).database() instanceof DatabaseSettings.Embedded;
    } catch (WrongSettings e) {
      return false;
    }
  }

  private static BackupRefused notEqual(String words) {
    return new BackupRefused(Reason.NOT_EQUAL, words + ": nothing was restored");
  }

  private static List<Totals.Compared> compared(Manifest manifest, StoreDatabase database) {
    List<Totals.Compared> compared =
        manifest.totals().comparedWith(database.jdbi().withHandle(BackupDao::totals));
    compared.stream()
        .filter(one -> !one.equal())
        .findFirst()
        .ifPresent(
            one -> {
              throw notEqual(
                  "The database does not add up to what the backup says (%s: %s, not %s)"
                      .formatted(one.name(), one.restored(), one.backup()));
            });
    return compared;
  }

  private void keepInJournal(StoreDatabase database, Manifest manifest) throws SQLException {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              BackupDao.closeSessionsAndCodes(handle, clock.instant());
              AuditJournal.append(
                  handle.getConnection(),
                  AuditRecord.of(BackupDao.serverTerminal(handle), clock.instant(), "RESTORED")
                      .changed(null, "backup of " + manifest.madeAt())
                      .because(who));
            });
  }
}

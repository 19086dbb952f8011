package id.lajur.server.backup;

import id.lajur.server.backup.BackupRefused.Reason;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseDump;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups of one store, while it sells or stands still. What is written goes from the
 * database's own program through compression and encryption into one file in bounded memory;
 * nothing that is not encrypted touches a disk. A file has its name only when it is whole, forced
 * to the disk and read back.
 *
 * <p>Postings wait while the copy takes its snapshot, so that the totals in the backup are those of
 * the very same moment.
 */
public final class Backup {
  /** Where backups are made unless somebody says otherwise, in the data folder. */
  public static final String FOLDER = "backup";

  /** In the data folder unless another is named; in a backup always. */
  static final String CONFIGURATION = "lajur.toml";

  private static final String STARTED_WITH = "run/configuration";
  static final String AUTHORITY = "secrets/authority.pem";
  private static final String END = ".zip.age";
  private static final String PART = ".part";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Logger log = LoggerFactory.getLogger(Backup.class);

  private final StoreDatabase database;
  private final Path folder;
  private final Clock clock;
  private final String who;
  private final @Nullable Path configuration;

  /** As the other one, with the configuration that the store was last started with. */
  public Backup(StoreDatabase database, Path folder, Clock clock, String who) {
    this(database, folder, null, clock, who);
  }

  /**
   * @param folder the store's data folder
   * @param configuration the store's; null = the one that it was last started with
   * @param who does it, for the journal
   */
  public Backup(
      StoreDatabase database, Path folder, @Nullable Path configuration, Clock clock, String who) {
    this.database = database;
    this.folder = folder;
    this.configuration = configuration;
    this.clock = clock;
    this.who = who;
  }

  /** Notes the name of the configuration that a store is started with, for its backups. */
  public static void startedWith(Path configuration) throws IOException {
    Path folder = Objects.requireNonNull(configuration.toAbsolutePath().getParent());
    DataFolders.createPrivate(folder.resolve("run"));
    Files.writeString(folder.resolve(STARTED_WITH), String.valueOf(configuration.getFileName()));
  }

  private Path configuration() throws IOException {
    if (configuration != null) {
      return configuration;
    }
    Path noted = folder.resolve(STARTED_WITH);
    Path named =
        folder.resolve(Files.exists(noted) ? Files.readString(noted).strip() : CONFIGURATION);
    return Files.isRegularFile(named) ? named : folder.resolve(CONFIGURATION);
  }

  /**
   * What was made.
   *
   * @param heldMs for how long postings waited
   * @param removed files that were too old to keep
   */
  public record Made(Path file, Manifest manifest, long bytes, long heldMs, List<Path> removed) {
    public Made {
      removed = List.copyOf(removed);
    }
  }

  /**
   * Makes one, and removes those of this store in the same folder that are too old.
   *
   * @param to a folder; made if it is not there
   * @param keep null = all
   * @throws BackupRefused BUSY, DISK_FULL, UNUSABLE, with nothing left behind
   */
  public Made make(Path to, @Nullable Keep keep) {
    return alone(
        to,
        () -> {
          StoreKey key = key();
          DataFolders.createPrivate(to);
          Written written = write(to, key);
          keepInJournal("BACKUP_MADE", written.file().getFileName().toString());
          return new Made(
              written.file(),
              written.manifest(),
              Files.size(written.file()),
              written.heldMs(),
              keep == null ? List.of() : removeOld(to, written, keep));
        });
  }

  /**
   * Writes the recovery key into a file that its owner alone can read, to be kept away from this
   * machine; makes the key if there is none.
   *
   * @param to not there yet
   * @throws BackupRefused BUSY, UNUSABLE
   */
  public StoreKey takeRecoveryKey(Path to) {
    return alone(
        to,
        () -> {
          StoreKey key = key();
          try (FileChannel file = DataFolders.createSecret(to)) {
            file.write(StandardCharsets.US_ASCII.encode(key.text()));
            file.force(true);
          }
          DataFolders.writeSecret(taken(), key.recipient() + "\n");
          keepInJournal("RECOVERY_KEY_TAKEN", key.recipient());
          return key;
        });
  }

  /** Whether somebody has taken the recovery key out; otherwise it lies on this disk alone. */
  public boolean recoveryKeyTaken() {
    return Files.exists(taken());
  }

  private Path taken() {
    return folder.resolve(StoreKey.FILE + ".taken");
  }

  private StoreKey key() throws IOException {
    StoreKey there = StoreKey.in(folder).orElse(null);
    if (there != null) {
      return there;
    }
    StoreKey made = StoreKey.random();
    made.writeTo(folder);
    Files.deleteIfExists(taken());
    return made;
  }

  @FunctionalInterface
  private interface Work<T> {
    T done() throws IOException, SQLException;
  }

  /** One after another in a store: so a key is made once, and what is half written is nobody's. */
  private <T> T alone(Path where, Work<T> work) {
    try {
      Path lockFile = DataFolders.createPrivate(folder.resolve("run")).resolve("backup.lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null) {
          throw busy();
        }
        return work.done();
      } catch (OverlappingFileLockException e) {
        throw busy();
      }
    } catch (SQLException | JdbiException e) {
      throw new BackupRefused(
          Reason.UNUSABLE, "The database does not do its part: " + e.getMessage(), e);
    } catch (FileAlreadyExistsException e) {
      throw new BackupRefused(Reason.UNUSABLE, e.getMessage() + " is there already", e);
    } catch (IOException e) {
      String words = BackupFile.words(e);
      if (words.contains("No space left") || words.contains("disk is full")) {
        throw new BackupRefused(
            Reason.DISK_FULL, "The disk of " + where + " is full: nothing was kept", e);
      }
      throw new BackupRefused(Reason.UNUSABLE, "Nothing can be kept in " + where + ": " + words, e);
    }
  }

  private static BackupRefused busy() {
    return new BackupRefused(Reason.BUSY, "Another backup of this store is being made");
  }

  private record Written(Path file, Manifest manifest, ZoneId zone, String stem, long heldMs) {}

  private Written write(Path to, StoreKey key) throws IOException {
    if (!Authority.isIn(folder)) {
      throw new BackupRefused(
          Reason.UNUSABLE, "There is no authority in " + folder + "; start its server once");
    }
    String schema = database.schema();
    try (Handle posting = database.jdbi().open();
        Handle reading = database.jdbi().open()) {
      BackupDao.holdPosting(posting);
      long held = System.nanoTime();
      try (DatabaseDump dump = database.dump(folder)) {
        dump.awaitSnapshot();
        BackupDao.beginSnapshot(reading);
        Instant madeAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        BackupDao.letPost(posting);
        long heldMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - held);
        BackupDao.StoreRow row = BackupDao.store(reading).orElseThrow(StoreDatabase::noStore);
        Totals totals = BackupDao.totals(reading);
        BackupDao.endSnapshot(reading);
        Manifest manifest =
            new Manifest(
                Authority.open(folder).fingerprintInWords(),
                madeAt,
                schema,
                row.businessDate(),
                row.code(),
                row.name(),
                program(),
                totals);
        String stem = stem(manifest);
        removeHalves(to, stem);
        Path file = to.resolve(stem + TIME.format(madeAt) + END);
        keepWhole(file, key, new BackupFile.Head(manifest, files()), dump);
        return new Written(file, manifest, ZoneId.of(row.timeZone()), stem, heldMs);
      }
    }
  }

  private static String program() {
    String version = Backup.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Names of this store's backups begin so, in whatever folder with those of others. */
  private static String stem(Manifest manifest) {
    String store = manifest.store().replaceAll("[^0-9A-Fa-f]", "");
    return "lajur-"
        + manifest.storeCode().replaceAll("[^A-Za-z0-9]", "_")
        + "-"
        + store.substring(0, Math.min(8, store.length()))
        + "-";
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(AUTHORITY, Files.readAllBytes(folder.resolve(AUTHORITY)));
    Path own = configuration();
    if (Files.exists(own)) {
      files.put(CONFIGURATION, Files.readAllBytes(own));
    }
    return files;
  }

  /** Left by a backup that was killed; only one is made at a time. */
  private static void removeHalves(Path to, String stem) throws IOException {
    for (Path file : filesIn(to)) {
      String name = file.getFileName().toString();
      if (name.startsWith(stem) && name.endsWith(END + PART)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void keepWhole(Path file, StoreKey key, BackupFile.Head head, DatabaseDump dump)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    try {
      BackupFile.write(part, key, head, dump);
      Manifest readBack = BackupFile.check(part, key);
      if (!readBack.equals(head.manifest())) {
        throw new IOException("what was written is not what is read");
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      DataFolders.forceNames(file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /** Only files with this store's name and a time in it, and never the one just made. */
  private List<Path> removeOld(Path to, Written written, Keep keep) throws IOException {
    Map<Instant, Path> found = new TreeMap<>();
    for (Path file : filesIn(to)) {
      String name = file.getFileName().toString();
      if (name.startsWith(written.stem()) && name.endsWith(END)) {
        String time = name.substring(written.stem().length(), name.length() - END.length());
        try {
          found.put(TIME.parse(time, Instant::from), file);
        } catch (DateTimeParseException e) {
          log.debug("{} has another name: for people to judge", file, e);
        }
      }
    }
    List<Path> removed = new ArrayList<>();
    for (Instant moment : keep.surplus(found.keySet(), clock.instant(), written.zone())) {
      Path file = found.get(moment);
      if (file != null && !file.equals(written.file())) {
        Files.delete(file);
        removed.add(file);
      }
    }
    removed.sort(null);
    return removed;
  }

  /** A database of an older schema has no journal that this program may write. */
  private void keepInJournal(String kind, String after) throws SQLException {
    if (!database.schema().equals(database.newestSchema())) {
      log.info("{}: {}", kind, after);
      return;
    }
    database
        .jdbi()
        .useTransaction(
            handle ->
                AuditJournal.append(
                    handle.getConnection(),
                    AuditRecord.of(BackupDao.serverTerminal(handle), clock.instant(), kind)
                        .changed(null, after)
                        .because(who)));
  }
}

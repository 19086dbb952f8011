package id.lajur.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private MariaDB in the store's data folder. The process is ours alone: it listens on a socket
 * in the folder (or, where a path is too long for one, on loopback), its root account is locked,
 * and its data outlive this process however that ends.
 *
 * <p>Layout of the folder: {@code database} (the data), {@code run} (socket, pid, log), {@code
 * secrets} (password), {@code lock} (held while a server uses the folder).
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  private static final int LOG_MB = 512;
  private static final int LEAST_MEMORY_MB = 512;

  /** Holds years of a shop's sales; laying out more only makes each start longer. */
  private static final int MOST_MEMORY_MB = 2048;

  private static final int OPEN_NEEDS_MB = 64;
  private static final int NEW_NEEDS_MB = LOG_MB + 256;
  private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
  private static final Duration START_LIMIT =
      Duration.ofSeconds(90); // recovery of a large redo log
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final long FIRST_PAUSE_MS = 1_000;
  private static final long LONGEST_PAUSE_MS = 30_000;
  private static final int SOCKET_PATH_LIMIT = 100; // sockaddr_un holds 108 bytes on Linux

  private final Path folder;
  private final FolderLock lock;
  private final List<String> command;
  private final String address;
  private final String password;
  private volatile Process process;
  private boolean closing;

  private EmbeddedMariaDb(
      Path folder, FolderLock lock, List<String> command, String address, String password)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.command = List.copyOf(command);
    this.address = address;
    this.password = password;
    this.process = startProcess();
  }

  /**
   * Starts the database of a data folder, making it on first use.
   *
   * @throws StartRefused in words: folder in use, disk full, not writable, or the database's own
   *     error
   */
  public static EmbeddedMariaDb start(DatabaseSettings.Embedded settings) {
    Path folder = settings.folder().toAbsolutePath().normalize();
    FolderLock lock = null;
    try {
      lock = FolderLock.take(folder);
      DataFolders.createPrivate(folder.resolve("run"));
      DataFolders.createPrivate(folder.resolve("secrets"));
      OrphanDatabase.stop(folder);
      boolean made = Files.isDirectory(folder.resolve("database"));
      refuseFullDisk(folder, made ? OPEN_NEEDS_MB : NEW_NEEDS_MB);
      Path home = MariaDbBinaries.unpacked();
      if (!made) {
        MariaDbProgram.makeDatabase(home, folder, LOG_MB);
      }
      return launch(home, folder, lock, settings);
    } catch (IOException e) {
      closeQuietly(lock);
      throw new StartRefused("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  private static void closeQuietly(@Nullable FolderLock lock) {
    if (lock == null) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      log.debug("giving the folder free", e);
    }
  }

  /**
   * Removes the database of a data folder with its password, and ends what an earlier process may
   * have left running on it.
   *
   * @throws StartRefused it is in use
   */
  public static void discard(Path dataFolder) throws IOException {
    Path folder = dataFolder.toAbsolutePath().normalize();
    try (FolderLock held = FolderLock.take(folder)) {
      OrphanDatabase.stop(folder);
      log.debug("discarding the database under {}", held);
      for (String name : List.of("database", "database.new", "run")) {
        DataFolders.deleteTree(folder.resolve(name));
      }
      Files.deleteIfExists(passwordFile(folder));
      held.deleteFile();
    }
  }

  private static void refuseFullDisk(Path folder, long neededMb) throws IOException {
    long usableMb = Files.getFileStore(folder).getUsableSpace() >> 20;
    if (usableMb < neededMb) {
      throw new StartRefused(
          "The disk of "
              + folder
              + " is full: "
              + usableMb
              + " MB are left, "
              + neededMb
              + " are needed");
    }
  }

  private static EmbeddedMariaDb launch(
      Path home, Path folder, FolderLock lock, DatabaseSettings.Embedded settings)
      throws IOException {
    Path run = folder.resolve("run");
    Path socket = run.resolve("db.sock");
    boolean bySocket =
        !MariaDbBinaries.windows()
            && socket.toString().getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH_LIMIT;
    int port = bySocket ? 0 : freePort();
    String password = password(folder);
    Path errorLog = errorLog(folder);
    Files.deleteIfExists(errorLog);

    List<String> command = new ArrayList<>(MariaDbProgram.base(home, folder.resolve("database")));
    command.add("--pid-file=" + run.resolve("mariadbd.pid"));
    command.add("--socket=" + (bySocket ? socket : "unused.sock"));
    command.add("--tmpdir=" + run);
    command.add("--log-error=" + errorLog);
    command.add("--init-file=" + initFile(folder));
    if (bySocket) {
      command.add("--skip-networking");
    } else {
      command.add("--bind-address=127.0.0.1");
      command.add("--port=" + port);
    }
    command.addAll(
        List.of(
            "--innodb-buffer-pool-size=" + memoryMb(settings) + "M",
            "--innodb-log-file-size=" + LOG_MB + "M",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-flush-method=fsync",
            "--max-allowed-packet=64M",
            "--max-connections=200",
            "--table-open-cache=400",
            "--performance-schema=OFF",
            "--sql-mode=" + StoreDatabase.SQL_MODE,
            "--transaction-isolation=READ-COMMITTED",
            "--default-time-zone=+00:00"));
    String address =
        bySocket
            ? "jdbc:mariadb://localhost/lajur?localSocket=" + socket
            : "jdbc:mariadb://127.0.0.1:" + port + "/lajur";
    EmbeddedMariaDb database = new EmbeddedMariaDb(folder, lock, command, address, password);
    try {
      database.awaitReady();
      // Commands that only look at a running server's data find it here; the password lies apart.
      DataFolders.writeSecret(run.resolve("database.address"), address);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(initFile(folder)); // holds the password
      database.process.destroy();
      MariaDbProgram.await(database.process, STOP_LIMIT);
      throw e;
    }
    Thread watch = new Thread(database::startAgainWhenItEnds, "database-watch");
    watch.setDaemon(true);
    watch.start();
    return database;
  }

  private static Path initFile(Path folder) {
    return folder.resolve("run").resolve("init.sql");
  }

  private static Path errorLog(Path folder) {
    return folder.resolve("run").resolve("mariadbd.log");
  }

  private Process startProcess() throws IOException {
    DataFolders.writeSecret(initFile(folder), initSql(password));
    Process started =
        MariaDbProgram.builder(command, folder.resolve("run").resolve("mariadbd.out")).start();
    started.getOutputStream().close();
    return started;
  }

  /**
   * A database that dies under a running server is started again where it was, as often as it
   * takes: callers meanwhile hear that it is away, and ask again.
   */
  private void startAgainWhenItEnds() {
    long pauseMs = 0;
    try {
      while (true) {
        int status = process.waitFor();
        if (closedWithin(pauseMs)) {
          return;
        }
        log.error("the database has ended by itself (status {}) and is started again", status);
        pauseMs =
            startAgain() ? 0 : Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pauseMs * 2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean closedWithin(long ms) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    for (long left = ms; !closing && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return closing;
  }

  private boolean startAgain() {
    try {
      synchronized (this) {
        if (closing) {
          return true;
        }
        process = startProcess();
      }
      awaitReady();
      log.info("the database is there again");
      return true;
    } catch (IOException | StartRefused e) {
      log.error("the database was not started again: {}", e.getMessage());
      process.destroyForcibly();
      return false;
    }
  }

  /** The address of the database that a running server holds in a folder; null when none does. */
  static @Nullable String runningAddress(Path folder) throws IOException {
    Path file = folder.resolve("run").resolve("database.address");
    if (FolderLock.isHeldHere(folder)) {
      return Files.readString(file);
    }
    return Files.exists(file) && FolderLock.isHeldElsewhere(folder) ? Files.readString(file) : null;
  }

  /** Repeated at every start, so that a lost password file or a half first start heals itself. */
  private static String initSql(String password) {
    return """
        CREATE DATABASE IF NOT EXISTS lajur CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        CREATE OR REPLACE USER 'lajur'@'localhost' IDENTIFIED BY '%1$s';
        CREATE OR REPLACE USER 'lajur'@'127.0.0.1' IDENTIFIED BY '%1$s';
        GRANT ALL PRIVILEGES ON lajur.* TO 'lajur'@'localhost';
        GRANT ALL PRIVILEGES ON lajur.* TO 'lajur'@'127.0.0.1';
        DROP USER IF EXISTS ''@'localhost';
        ALTER USER IF EXISTS 'root'@'localhost' ACCOUNT LOCK;
        """
        .formatted(password);
  }

  private static Path passwordFile(Path folder) {
    return folder.resolve("secrets").resolve("database.password");
  }

  static String password(Path folder) throws IOException {
    Path file = passwordFile(folder);
    if (Files.exists(file)) {
      String kept = Files.readString(file).strip();
      if (kept.matches("[0-9a-f]{48}")) {
        return kept;
      }
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    DataFolders.writeSecret(file, made);
    return made;
  }

  private static int memoryMb(DatabaseSettings.Embedded settings) {
    if (settings.memoryMb() > 0) {
      return settings.memoryMb();
    }
    var system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    long quarter = system.getTotalMemorySize() / 4 >> 20;
    return (int) Math.max(LEAST_MEMORY_MB, Math.min(quarter, MOST_MEMORY_MB));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    Properties properties = new Properties();
    properties.setProperty("user", "lajur");
    properties.setProperty("password", password);
    properties.setProperty("sslMode", "disable");
    properties.setProperty("connectTimeout", "2000");
    SQLException last = null;
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new StartRefused(
            "The database of "
                + folder
                + " does not start: "
                + MariaDbProgram.lastError(errorLog(folder)));
      }
      try (Connection connection = DriverManager.getConnection(address, properties)) {
        if (connection.isValid(2)) {
          Files.deleteIfExists(initFile(folder));
          return;
        }
      } catch (SQLException e) {
        last = e;
      }
      pause();
    }
    throw new StartRefused(
        "The database of " + folder + " is not ready after " + START_LIMIT.toSeconds() + " s",
        last);
  }

  /** Bounded by its caller: the database offers no signal of readiness but answering. */
  private void pause() {
    try {
      process.waitFor(25, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted", e);
    }
  }

  /** JDBC address without credentials. */
  public String address() {
    return address;
  }

  public String password() {
    return password;
  }

  /** The process that runs now; tests and the fault runs kill it. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Shuts the database down in order and gives the folder free. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    process.destroy();
    if (MariaDbProgram.await(process, STOP_LIMIT) == -1) {
      log.warn("the database did not end in order; it recovers at its next start");
    }
    try (lock) {
      Files.deleteIfExists(folder.resolve("run").resolve("mariadbd.pid"));
      Files.deleteIfExists(folder.resolve("run").resolve("database.address"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package id.lajur.installer.faults;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.StoreDatabase;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A store that is thrown away, its server in a process of its own. */
final class FaultStore implements AutoCloseable {
  static final String PIN = "2468";
  static final long FLOAT_MINOR = 500_000_00;
  private static final int ITEMS = 200;
  private static final int MEMORY_MB = 128;
  private static final long END_MS = 1_000;
  private static final long SERVICE_PAUSE_MS = 100; // a service manager waits a moment too

  private final Path folder;
  private final int port;
  private final Thread service = new Thread(this::keepServerRunning, "service");
  private volatile ServerProcess server;
  private volatile boolean closing;

  private FaultStore(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.server = ServerProcess.start(data(folder), log(folder));
    service.setDaemon(true);
    service.start();
  }

  /** What the service manager of a shop does: a server that ends is started again. */
  private void keepServerRunning() {
    try {
      while (true) {
        server.await();
        TimeUnit.MILLISECONDS.sleep(SERVICE_PAUSE_MS);
        if (closing) {
          return;
        }
        server = ServerProcess.start(data(folder), log(folder));
      }
    } catch (InterruptedException e) {
      // closed
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be started again", e);
    }
  }

  /**
   * Makes the store and starts its server.
   *
   * @param parent where its folder is made
   * @param lanes from 1
   */
  static FaultStore open(Path parent, int lanes) throws IOException, SQLException {
    Path folder = Files.createTempDirectory(parent, "lajur-faults");
    try {
      furnish(data(folder), folder, lanes);
      int port = freePort();
      Files.writeString(
          data(folder).resolve("lajur.toml"),
          """
          [server]
          listen = "127.0.0.1"
          port = %d
          [database]
          memory_mb = %d
          """
              .formatted(port, MEMORY_MB));
      return new FaultStore(folder, port);
    } catch (IOException | SQLException | RuntimeException e) {
      DataFolders.deleteTree(folder);
      throw e;
    }
  }

  private static Path data(Path folder) {
    return folder.resolve("store");
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void furnish(Path data, Path folder, int lanes) throws IOException, SQLException {
    furnished(data, folder, lanes).close();
  }

  /**
   * A server in this process, of a new store with goods, lanes and their cashiers.
   *
   * @param folder in which each lane has its own
   * @param lanes from 1
   */
  static StoreServer furnished(Path data, Path folder, int lanes) throws IOException, SQLException {
    StoreServer server =
        StoreServer.start(
            new ServerConfig(data, "127.0.0.1", 0, new DatabaseSettings.Embedded(data, MEMORY_MB)),
            new StoreProfile(
                "FAULTS", "Toko Uji", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC());
    try {
      server.catalog().write(goods(), Clock.systemUTC().instant());
      for (int number = 1; number <= lanes; number++) {
        Authority.Identity identity =
            server.setup().addTerminal(laneCode(number), "Lajur " + number, "LANE");
        server // one who may move cash
            .setup()
            .addOperator(
                operator(number), "Kasir " + number, "SUPERVISOR", PIN.toCharArray(), "id");
        new MachineIdentity(
                server.authority().certificatePem(), identity.certificatePem(), identity.keyPem())
            .write(laneFolder(folder, number));
      }
      return server;
    } catch (IOException | SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Prices are whole coins, so that a till holds what the receipts say. */
  private static List<NewItem> goods() {
    List<NewItem> goods = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      goods.add(
          NewItem.goods(code(i), code(i), "Barang " + i, "UMUM", "BIASA", (10 + i % 70) * 100_00L));
    }
    return goods;
  }

  private static String code(int item) {
    return String.format(Locale.ROOT, "9%05d", item);
  }

  /** What the lanes scan. */
  static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      codes.add(code(i));
    }
    return codes;
  }

  static String laneCode(int number) {
    return "L" + number;
  }

  static String operator(int number) {
    return Integer.toString(100 + number);
  }

  static Path laneFolder(Path folder, int number) {
    return folder.resolve(laneCode(number));
  }

  /** A lane's own disk: its certificate, its journal. */
  Path laneFolder(int number) {
    return laneFolder(folder, number);
  }

  int port() {
    return port;
  }

  /** The server's process is killed, to be started again; its database's process stays behind. */
  void killServer() throws InterruptedException {
    server.kill();
  }

  boolean serverRuns() {
    return server.isAlive();
  }

  /** The database's process is killed; one that is not there is not missed. */
  void killDatabase() throws IOException {
    database()
        .ifPresent(
            database -> {
              database.destroyForcibly();
              database.onExit().join();
            });
  }

  /** The database's process stands still, and goes on. */
  void hangDatabase(long ms) throws IOException, InterruptedException {
    ProcessHandle database = database().orElseThrow();
    signal("-STOP", database);
    try {
      TimeUnit.MILLISECONDS.sleep(ms);
    } finally {
      signal("-CONT", database);
    }
  }

  private static void signal(String which, ProcessHandle to) throws IOException {
    Process kill = new ProcessBuilder("kill", which, Long.toString(to.pid())).start();
    if (kill.onExit().join().exitValue() != 0) {
      throw new IOException("process " + to.pid() + " cannot be told " + which);
    }
  }

  private Optional<ProcessHandle> database() throws IOException {
    Path pid = data(folder).resolve("run").resolve("mariadbd.pid");
    String number = Files.exists(pid) ? Files.readString(pid).strip() : "";
    return number.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(number));
  }

  /** The last of what the server said. */
  String serverSaid() throws IOException {
    List<String> lines = Files.readAllLines(log(folder));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  /** What an audit and a comparison see. */
  record Looked(AuditReport audit, SoldDao.Sold sold) {}

  /**
   * Looks at the database while the server holds it.
   *
   * @param requestIds of which it is told when the server did them
   */
  Looked look(Collection<String> requestIds) throws SQLException {
    try (StoreDatabase database =
            StoreDatabase.openToLook(new DatabaseSettings.Embedded(data(folder), MEMORY_MB));
        Connection connection = database.dataSource().getConnection()) {
      return new Looked(Audit.run(connection), SoldDao.read(connection, requestIds));
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    try {
      do {
        server.end(); // again, should it have been started at the last moment
        service.join(END_MS);
      } while (service.isAlive());
      killDatabase(); // of a server that was killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    DataFolders.deleteTree(folder);
  }
}

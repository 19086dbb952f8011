package id.lajur.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StartTest {
  private static final Path FOLDER = Path.of("target", "start of a store").toAbsolutePath();
  private static final DatabaseSettings.Embedded SETTINGS =
      new DatabaseSettings.Embedded(FOLDER, 128);

  @BeforeAll
  static void aStore() throws IOException {
    DataFolders.deleteTree(FOLDER);
    server(0).close();
  }

  @AfterAll
  static void gone() throws IOException {
    DataFolders.deleteTree(FOLDER);
  }

  private static StoreServer server(int port) {
    return StoreServer.start(
        new ServerConfig(FOLDER, "127.0.0.1", port, SETTINGS),
        StoreProfile.standard(),
        Clock.systemUTC());
  }

  @Test
  void whatWasWrittenOutlivesARestartAndAKill() throws Exception {
    try (StoreServer first = server(0)) {
      first.setup().addOperator("7001", "Siti", "CASHIER", "1234".toCharArray(), "id");
      ProcessHandle database = Objects.requireNonNull(first.database().embedded()).process();
      database.destroyForcibly();
      database.onExit().get(20, TimeUnit.SECONDS);
    }

    try (StoreServer again = server(0)) {
      assertThat(operators(again)).isEqualTo(1);
    }
  }

  @Test
  void aDatabaseThatDiesIsStartedAgainUnderTheRunningServer() throws Exception {
    try (StoreServer running = server(0)) {
      ProcessHandle database = Objects.requireNonNull(running.database().embedded()).process();
      database.destroyForcibly();
      database.onExit().get(20, TimeUnit.SECONDS);

      await().atMost(30, TimeUnit.SECONDS).ignoreExceptions().until(() -> operators(running) >= 0);

      ProcessHandle again = Objects.requireNonNull(running.database().embedded()).process();
      assertThat(again.pid()).isNotEqualTo(database.pid());
      assertThat(FOLDER.resolve("run").resolve("init.sql")).doesNotExist();
    }
  }

  @Test
  void twoServersDoNotShareADataFolder() {
    try (StoreServer first = server(0)) {
      assertThatThrownBy(() -> server(0))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("in use by another server");
      assertThat(first.port()).isPositive();
    }
  }

  @Test
  void aPortInUseIsSaidAndNothingIsLeftRunning() throws IOException {
    Set<Thread> before = threads();
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> server(taken.getLocalPort()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Port " + taken.getLocalPort());
    }
    await().until(() -> threads().equals(before));

    server(0).close();
    await().until(() -> threads().equals(before));
  }

  @Test
  void aStartThatFailsLateLeavesNothingRunning() {
    Set<Thread> before = threads();
    execute("UPDATE store SET time_zone = 'Tidak/Ada'");
    try {
      assertThatThrownBy(() -> server(0)).isInstanceOf(DateTimeException.class);
      await().until(() -> threads().equals(before));
    } finally {
      execute("UPDATE store SET time_zone = 'Asia/Jakarta'");
    }

    server(0).close();
  }

  /** The store server's own threads, of whatever server of this JVM. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread
                    .getName()
                    .matches(
                        "(calls|events|posting|best-sellers|receipts|post-lease)-\\d+"
                            + "|database-watch"))
        .collect(Collectors.toSet());
  }

  private static void execute(String statement) {
    try (StoreDatabase database = StoreDatabase.open(SETTINGS, FOLDER)) {
      database.jdbi().useHandle(handle -> handle.execute(statement));
    }
  }

  @Test
  void aDatabaseThatAKilledServerLeftBehindIsEndedInOrder() throws Exception {
    Path pidFile = FOLDER.resolve("run").resolve("mariadbd.pid");
    String line;
    try (StoreDatabase running = StoreDatabase.open(SETTINGS, FOLDER)) {
      line =
          Files.readString(
              Path.of(
                  "/proc",
                  Long.toString(Objects.requireNonNull(running.embedded()).process().pid()),
                  "cmdline"));
    }
    var command = new java.util.ArrayList<>(java.util.List.of(line.split("\0", -1)));
    command.removeIf(argument -> argument.isEmpty() || argument.startsWith("--init-file"));
    Process orphan = new ProcessBuilder(command).start();
    await().until(() -> Files.exists(pidFile));

    server(0).close();

    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void aDatabaseNewerThanTheProgramIsLeftAlone() throws Exception {
    try (StoreDatabase database = StoreDatabase.open(SETTINGS, FOLDER)) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO flyway_schema_history (installed_rank, version, description,"
                          + " type, script, checksum, installed_by, execution_time, success)"
                          + " VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, 1)"));
    }
    try {
      assertThatThrownBy(() -> server(0))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("newer than this program");
    } finally {
      try (StoreDatabase database = StoreDatabase.openUnchanged(SETTINGS)) {
        database
            .jdbi()
            .useHandle(
                handle ->
                    handle.execute("DELETE FROM flyway_schema_history WHERE version = '999'"));
      }
    }
  }

  @Test
  void secretsAreReadableByTheOwnerAlone() throws IOException {
    for (String secret : new String[] {"database.password", "authority.pem"}) {
      assertThat(Files.getPosixFilePermissions(FOLDER.resolve("secrets").resolve(secret)))
          .containsExactlyInAnyOrder(
              java.nio.file.attribute.PosixFilePermission.OWNER_READ,
              java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
    }
  }

  private static long operators(StoreServer server) {
    return server
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM operator WHERE number = '7001'")
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void aFullDiskIsSaidAndNothingIsHarmed() throws Exception {
    Path disk = Files.createTempDirectory("lajur-small-disk");
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=100M", "tmpfs", disk.toString()),
        "only root can make a small disk");
    try {
      Path folder = disk.resolve("store");
      assertThatThrownBy(
              () ->
                  StoreServer.start(
                      new ServerConfig(
                          folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 128)),
                      StoreProfile.standard(),
                      Clock.systemUTC()))
          .isInstanceOf(StartRefused.class)
          .hasMessageMatching("The disk of .* is full: \\d+ MB are left, \\d+ are needed");
      assertThat(folder.resolve("database")).doesNotExist();
    } finally {
      assertThat(succeeds("umount", disk.toString())).isTrue();
      Files.delete(disk);
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}

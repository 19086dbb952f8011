package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.backup.Backup;
import id.lajur.server.backup.BackupRefused;
import id.lajur.server.backup.Restore;
import id.lajur.server.backup.StoreKey;
import id.lajur.server.backup.Totals;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.SqlScript;
import id.lajur.server.database.StartRefused;
import id.lajur.server.database.WrongSettings;
import id.lajur.server.security.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store in a MariaDB that the system's packages installed; a process of the test's own, on a
 * folder of its own. Runs where {@code /usr/sbin/mariadbd} is.
 */
@EnabledIf("installed")
class InstalledDatabaseTest {
  private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
  private static final String PASSWORD = "a pass'word";

  // Not under target: mariadb-install-db trips over a space in a path.
  @TempDir private static @Nullable Path temporary;

  private static Path folder = Path.of("");
  private static @Nullable Process database;
  private static int port;

  static boolean installed() {
    return Files.isExecutable(SERVER);
  }

  @BeforeAll
  static void start() throws Exception {
    folder = Objects.requireNonNull(temporary);
    Files.createDirectories(folder.resolve("store"));
    certificate("server");
    certificate("stranger");
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("wrong password"), "guess\n");
    String user = System.getProperty("user.name");
    run(
        List.of(
            "/usr/bin/mariadb-install-db",
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--datadir=" + folder.resolve("data"),
            "--user=" + user));
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    database =
        new ProcessBuilder(
                SERVER.toString(),
                "--no-defaults",
                "--user=" + user,
                "--datadir=" + folder.resolve("data"),
                "--socket=socket",
                "--pid-file=" + folder.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--innodb-buffer-pool-size=64M",
                "--ssl-cert=" + folder.resolve("server.crt"),
                "--ssl-key=" + folder.resolve("server.key"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mariadbd.log").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> {
              asRoot("SELECT 1");
              return true;
            });
    asRoot(
        "CREATE DATABASE lajur CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "CREATE USER 'lajur'@'localhost' IDENTIFIED BY '" + PASSWORD.replace("'", "''") + "'",
        "GRANT ALL PRIVILEGES ON lajur.* TO 'lajur'@'localhost'");
  }

  @AfterAll
  static void stop() throws Exception {
    Process running = database;
    if (running != null) {
      running.destroy();
      assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("command.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("command.log"))).isZero();
  }

  /** A certificate that vouches for itself, and its key, as PEM. */
  private static void certificate(String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            name,
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-ext",
            "bc=ca:true",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit"));
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    pem(folder.resolve(name + ".crt"), "CERTIFICATE", keys.getCertificate(name).getEncoded());
    pem(
        folder.resolve(name + ".key"),
        "PRIVATE KEY",
        keys.getKey(name, "changeit".toCharArray()).getEncoded());
  }

  private static void pem(Path file, String what, byte[] bytes)
      throws IOException, GeneralSecurityException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  private static void asRoot(String... statements) throws SQLException {
    try (Connection connection = rootOf("")) {
      for (String statement : statements) {
        connection.createStatement().execute(statement);
      }
    }
  }

  private static Connection rootOf(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://localhost:" + port + "/" + name + "?user=root&sslMode=disable");
  }

  private static DatabaseSettings.Installed settings() {
    return settings("lajur", "password", null);
  }

  private static DatabaseSettings.Installed settings(
      String name, String passwordFile, @Nullable String caFile) {
    return new DatabaseSettings.Installed(
        "localhost",
        port,
        name,
        "lajur",
        folder.resolve(passwordFile),
        caFile == null ? null : folder.resolve(caFile));
  }

  private static StoreServer server(DatabaseSettings settings) {
    return server(settings, folder.resolve("store"));
  }

  private static StoreServer server(DatabaseSettings settings, Path data) {
    return StoreServer.start(
        new ServerConfig(data, "127.0.0.1", 0, settings),
        new StoreProfile(
            "UJI", "Toko Uji", "Jl. Uji 1", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
        Clock.systemUTC());
  }

  @Test
  void aSaleIsPostedAndOutlivesARestartAndTheAuditIsClean() throws SQLException {
    String code = "SUSU";
    try (StoreServer server = server(settings())) {
      server
          .catalog()
          .write(
              List.of(NewItem.goods(code, code, "Susu", "UMUM", "BIASA", 15_000_00)),
              Clock.systemUTC().instant());
      Authority.Identity identity = server.setup().addTerminal("K1", "Kasir 1", "LANE");
      server.setup().addOperator("1001", "Kasir", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
      try (TestLane lane =
          new TestLane(server.port(), server.authority().certificatePem(), identity, "1001")) {
        lane.signOn();
        lane.openShift(100_000_00);
        lane.scan(code);
        assertThat(lane.pay(lane.cashRequest(20_000_00)).getChangeMinor()).isEqualTo(5_000_00);
      }
    }

    try (StoreServer again = server(settings());
        Connection connection = again.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
      assertThat(text(again, "SELECT COUNT(*) FROM sale", 1)).isEqualTo("1");
    }
  }

  private static String text(StoreServer server, String sql, int column) {
    return server
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery(sql).map((row, context) -> row.getString(column)).one());
  }

  @Test
  void aBackupGoesIntoAnEmptyDatabaseOfTheShopAndIntoNoOther() throws Exception {
    asRoot(
        "CREATE DATABASE spare CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "GRANT ALL PRIVILEGES ON spare.* TO 'lajur'@'localhost'");
    Path kept;
    try (StoreServer server = server(settings())) {
      kept =
          new Backup(server.database(), folder.resolve("store"), Clock.systemUTC(), "test")
              .make(folder.resolve("backups"), null)
              .file();
    }
    StoreKey key = StoreKey.in(folder.resolve("store")).orElseThrow();
    Path spare = Files.createDirectories(folder.resolve("spare"));

    asRoot("CREATE TABLE spare.letter (text INT)");
    assertThatThrownBy(() -> restore(spare).restore(kept, key))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("database is not empty");
    asRoot("SELECT text FROM spare.letter", "DROP TABLE spare.letter");

    // As one that was killed while it loaded leaves it.
    Files.writeString(spare.resolve("restoring"), "loading");
    asRoot("CREATE TABLE spare.sale (half INT)");
    Restore.Restored restored = restore(spare).restore(kept, key);

    assertThat(restored.audit().clean()).as(restored.audit().toText()).isTrue();
    assertThat(restored.totals()).isNotEmpty().allMatch(Totals.Compared::equal);
    assertThatThrownBy(() -> restore(spare).restore(kept, key))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("is not empty");
  }

  private static Restore restore(Path into) {
    return new Restore(
        new ServerConfig(into, "127.0.0.1", 0, settings("spare", "password", null)),
        into.resolve("lajur.toml"),
        true,
        Clock.systemUTC(),
        "test",
        step -> {});
  }

  @Test
  void aStoreOfAnEarlierReleaseIsKeptAsItWasBeforeItsSchemaIsChanged() throws Exception {
    loadSchema42("earlier");
    Path kept = folder.resolve("kept");
    Path dumps = kept.resolve("before-upgrade");
    Files.createDirectories(kept);
    Files.writeString(dumps, "a file where the folder should be");

    assertThatThrownBy(() -> server(settings("earlier", "password", null), kept))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("could not be copied before its schema is changed")
        .hasMessageContaining("nothing was changed");
    assertThat(schema("earlier")).isEqualTo("42");

    Files.delete(dumps);
    try (StoreServer server = server(settings("earlier", "password", null), kept);
        Connection connection = server.database().dataSource().getConnection()) {
      assertThat(server.database().schema()).isEqualTo(server.database().newestSchema());
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
    try (Stream<Path> files = Files.list(dumps)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              dump -> {
                assertThat(dump.getFileName().toString()).endsWith("-schema-42.sql.gz");
                load("again", Files.newInputStream(dump));
              });
    }
    assertThat(schema("again")).isEqualTo("42");
    assertThat(asRootText("SELECT COUNT(*) FROM again.sale")).isEqualTo("12");
  }

  @Test
  void onAFullDiskTheSchemaStaysAsItIs() throws Exception {
    loadSchema42("cramped");
    Path disk = Files.createDirectories(folder.resolve("small disk"));
    assumeTrue(
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString())
                .start()
                .waitFor()
            == 0,
        "only root can make a small disk");
    try {
      assertThatThrownBy(() -> server(settings("cramped", "password", null), disk))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("nothing was changed: No space left on device");
      try (Stream<Path> left = Files.list(disk.resolve("before-upgrade"))) {
        assertThat(left).isEmpty();
      }
    } finally {
      run(List.of("umount", disk.toString()));
    }
    assertThat(schema("cramped")).isEqualTo("42");
  }

  private static void loadSchema42(String name) throws Exception {
    load(
        name,
        Objects.requireNonNull(
            InstalledDatabaseTest.class.getResourceAsStream("/upgrade/schema-42.sql.gz")));
  }

  private static void load(String name, InputStream zipped) throws IOException, SQLException {
    asRoot(
        "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "GRANT ALL PRIVILEGES ON " + name + ".* TO 'lajur'@'localhost'");
    try (InputStream sql = new GZIPInputStream(zipped);
        Connection connection = rootOf(name)) {
      SqlScript.run(connection, sql);
    }
  }

  private static String schema(String name) throws SQLException {
    return asRootText(
        "SELECT MAX(CAST(version AS INT)) FROM " + name + ".flyway_schema_history WHERE success");
  }

  private static String asRootText(String sql) throws SQLException {
    try (Connection connection = rootOf("");
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @Test
  void oneServerPostsAtATime() {
    try (StoreServer first = server(settings())) {
      assertThatThrownBy(() -> server(settings()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("holds the right to post");
      assertThat(first.right().fence()).isPositive();
    }
  }

  @Test
  void theConnectionIsEncryptedForWhomTheAuthorityVouchesAlone() throws SQLException {
    try (StoreServer server = server(settings("lajur", "password", "server.crt"))) {
      assertThat(text(server, "SHOW SESSION STATUS LIKE 'Ssl_cipher'", 2)).isNotEmpty();
    }

    refused(settings("lajur", "password", "stranger.crt"), "cannot be reached");
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() {
    refused(settings("lajur", "wrong password", null), "refuses this user or password");
    refused(settings("elsewhere", "password", null), "does not let this user use the database");
    DatabaseSettings.Installed good = settings();
    refused(
        new DatabaseSettings.Installed("localhost", 1, "lajur", "lajur", good.passwordFile(), null),
        "cannot be reached");
    wrong(settings("lajur", "no such file", null), "password file");
    wrong(settings("lajur", "password", "no such file"), "ca_file");
    wrong(
        new DatabaseSettings.Installed(
            "db.example", port, "lajur", "lajur", good.passwordFile(), null),
        "name its ca_file");
  }

  @Test
  void settingsThatMayLoseASaleAreRefused() throws SQLException {
    try {
      asRoot("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
      refused(settings(), "may lose acknowledged sales");
      asRoot("SET GLOBAL innodb_flush_log_at_trx_commit = 1", "SET GLOBAL sql_mode = ''");
      refused(settings(), "cuts values it cannot hold");
    } finally {
      asRoot("SET GLOBAL innodb_flush_log_at_trx_commit = 1", "SET GLOBAL sql_mode = DEFAULT");
    }
  }

  private static void refused(DatabaseSettings settings, String words) {
    assertThatThrownBy(() -> server(settings))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining(PASSWORD);
    assertThat(Objects.requireNonNull(database).isAlive()).isTrue();
  }

  private static void wrong(DatabaseSettings settings, String words) {
    assertThatThrownBy(() -> server(settings))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining(words);
  }
}

package id.lajur.server.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.store.TestLane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The data of an earlier release under this program. The fixture is a store of schema 42 that sold
 * two days of tickets with returns, discounts, refunds and deliveries, dumped as it was.
 */
class UpgradeTest {
  private static final Path FOLDER = Path.of("target", "store of an upgrade").toAbsolutePath();
  private static final Instant THE_DAY_AFTER = Instant.parse("2031-05-07T03:00:00Z");
  private static final Path DUMPS = FOLDER.resolve(DumpBeforeUpgrade.FOLDER);
  private static final DatabaseSettings.Embedded SETTINGS =
      new DatabaseSettings.Embedded(FOLDER, 128);

  @BeforeEach
  @AfterEach
  void clear() throws IOException {
    DataFolders.deleteTree(FOLDER);
  }

  private static StoreServer server() {
    return StoreServer.start(
        new ServerConfig(FOLDER, "127.0.0.1", 0, SETTINGS),
        StoreProfile.standard(),
        Clock.fixed(THE_DAY_AFTER, ZoneOffset.UTC));
  }

  @Test
  void aStoreOfAnEarlierReleaseIsKeptAsItWasMigratedAndCleanAndSells() throws Exception {
    try (StoreDatabase old = StoreDatabase.openUnchanged(SETTINGS)) {
      load(old, "/upgrade/schema-42.sql.gz");
    }

    try (StoreServer server = server()) {
      assertAuditClean(server);
      long sales = number(server, "SELECT COUNT(*) FROM sale");
      assertThat(sales).isEqualTo(12);

      var identity = server.setup().addTerminal("NEW", "NEW", "LANE");
      server.setup().addOperator("77", "Siti", "CASHIER", "4711".toCharArray(), "id");
      try (TestLane lane =
          new TestLane(server.port(), server.authority().certificatePem(), identity, "77")) {
        lane.signOn();
        lane.openShift(100_00);
        lane.scan("APPLE");
        lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor()));
      }

      assertThat(number(server, "SELECT COUNT(*) FROM sale")).isEqualTo(sales + 1);
      assertAuditClean(server);
    }
    assertThat(dumps()).hasSize(1).allMatch(name -> name.endsWith("-schema-42.sql.gz"));

    server().close();
    assertThat(dumps()).hasSize(1);
  }

  @Test
  void theCopyHasAllOfItAndOnlyTheNewestAreKept() throws Exception {
    try (StoreDatabase database = StoreDatabase.openUnchanged(SETTINGS)) {
      load(database, "/upgrade/schema-42.sql.gz");
      Path dump = DumpBeforeUpgrade.make(database, FOLDER, "42", Instant.EPOCH);
      database.jdbi().useHandle(handle -> handle.execute("DELETE FROM sale"));

      load(database, Files.newInputStream(dump));

      assertThat(number(database, "SELECT COUNT(*) FROM sale")).isEqualTo(12);
      try (Stream<Path> files = Files.list(FOLDER.resolve("run"))) {
        assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("dump"));
      }

      for (int day = 1; day <= 4; day++) {
        DumpBeforeUpgrade.make(
            database, FOLDER, "42", Instant.parse("2031-01-0" + day + "T00:00:00Z"));
      }
      assertThat(dumps())
          .containsExactly(
              "20310102T000000Z-schema-42.sql.gz",
              "20310103T000000Z-schema-42.sql.gz",
              "20310104T000000Z-schema-42.sql.gz");
    }
  }

  @Test
  void whereNoCopyCanBeMadeNothingIsChanged() throws Exception {
    try (StoreDatabase old = StoreDatabase.openUnchanged(SETTINGS)) {
      load(old, "/upgrade/schema-42.sql.gz");
    }
    Files.writeString(DUMPS, "a file where the folder should be");

    assertThatThrownBy(UpgradeTest::server)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("could not be copied before its schema is changed");

    try (StoreDatabase old = StoreDatabase.openUnchanged(SETTINGS)) {
      assertThat(number(old, "SELECT MAX(CAST(version AS INT)) FROM flyway_schema_history"))
          .isEqualTo(42);
    }
  }

  @Test
  void whereWeBringNoProgramThatCopiesTheSystemsOwnIsLookedFor() {
    assertThat(MariaDbBinaries.dumpProgram("aarch64")).matches("mariadb-dump(\\.exe)?");
    assertThat(Path.of(MariaDbBinaries.dumpProgram("amd64"))).isAbsolute().exists();
  }

  private static List<String> dumps() throws IOException {
    try (Stream<Path> files = Files.list(DUMPS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void load(StoreDatabase database, String resource)
      throws IOException, SQLException {
    load(database, Objects.requireNonNull(UpgradeTest.class.getResourceAsStream(resource)));
  }

  /** A dump has one statement after another, each ending with its line. */
  private static void load(StoreDatabase database, java.io.InputStream zipped)
      throws IOException, SQLException {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(zipped), UTF_8));
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      StringBuilder sql = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("--") && !line.startsWith("/*M!999999")) {
          sql.append(line).append('\n');
          if (line.endsWith(";")) {
            statement.execute(sql.toString());
            sql.setLength(0);
          }
        }
      }
    }
  }

  private static long number(StoreServer server, String sql) {
    return number(server.database(), sql);
  }

  private static long number(StoreDatabase database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static void assertAuditClean(StoreServer server) throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }
}

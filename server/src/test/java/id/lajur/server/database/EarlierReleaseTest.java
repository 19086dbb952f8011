package id.lajur.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.WaitingBasket;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.security.Authority;
import id.lajur.server.store.TestLane;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole data folder that the program of an earlier release left, under this one: configuration,
 * authority, database. {@code installer/src/fixture/make-fixture} makes it.
 */
class EarlierReleaseTest {
  private static final String FIXTURE = "/upgrade/folder-of-schema-42.zip";
  private static final Path PLACE =
      Path.of("target", "folder of an earlier release").toAbsolutePath();
  private static final Path FOLDER = PLACE.resolve("store");

  @BeforeEach
  void unpack() throws IOException {
    clear();
    try (ZipInputStream zip =
        new ZipInputStream(
            Objects.requireNonNull(EarlierReleaseTest.class.getResourceAsStream(FIXTURE)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = PLACE.resolve(entry.getName()).normalize();
        assertThat(file.startsWith(PLACE)).isTrue();
        DataFolders.createPrivate(Objects.requireNonNull(file.getParent()));
        try (OutputStream to = Channels.newOutputStream(DataFolders.createSecret(file))) {
          zip.transferTo(to);
        }
      }
    }
  }

  @AfterEach
  void clear() throws IOException {
    DataFolders.deleteTree(PLACE);
  }

  @Test
  void startsHasItsSumsAndIsKeptAsItWasAndALaneOfThenSellsOn() throws Exception {
    Map<String, String> then = sums();
    Instant later = Instant.parse(then.remove("made")).plus(Duration.ofHours(1));
    String schema = Objects.requireNonNull(then.remove("schema"));

    try (StoreServer server =
        StoreServer.start(
            ServerConfig.ofFolder(FOLDER),
            StoreProfile.standard(),
            Clock.fixed(later, ZoneOffset.UTC))) {
      assertThat(server.database().schema()).isEqualTo(server.database().newestSchema());
      assertThat(then).isNotEmpty();
      then.forEach((sql, sum) -> assertThat(number(server, sql)).as(sql).isEqualTo(sum));
      assertAuditClean(server);

      sellsOn(server);

      assertThat(number(server, "SELECT COUNT(*) FROM sale"))
          .isEqualTo(
              Long.toString(
                  Long.parseLong(then.getOrDefault("SELECT COUNT(*) FROM sale", "0")) + 2));
      assertAuditClean(server);
    }
    try (Stream<Path> dumps = Files.list(FOLDER.resolve(DumpBeforeUpgrade.FOLDER))) {
      assertThat(dumps)
          .singleElement()
          .satisfies(
              dump ->
                  assertThat(dump.getFileName().toString())
                      .endsWith("-schema-" + schema + ".sql.gz"));
    }
  }

  /** By the certificate of then, in the shift of then: what lay open is paid, and one sale more. */
  private static void sellsOn(StoreServer server) throws IOException {
    Path machine = PLACE.resolve("machines").resolve("L2");
    try (TestLane lane =
        new TestLane(
            server.port(),
            Files.readString(machine.resolve("authority.pem")),
            new Authority.Identity(
                Files.readString(machine.resolve("certificate.pem")),
                Files.readString(machine.resolve("key.pem"))),
            "102")) {
      lane.signOn();
      WaitingBasket open =
          lane.baskets()
              .listBaskets(ListBasketsRequest.getDefaultInstance())
              .getBasketsList()
              .get(0);
      lane.adopt(Basket.newBuilder().setBasketId(open.getBasketId()).build());
      assertThat(lane.reread().getLinesList())
          .singleElement()
          .satisfies(line -> assertThat(line.getQuantityMilli()).isEqualTo(3_000));
      lane.pay(lane.cashRequest(lane.basket().getTotals().getCashDueMinor()));

      lane.scan("BERAS");
      lane.pay(lane.cashRequest(lane.basket().getTotals().getCashDueMinor()));
    }
  }

  /** What the release's own program wrote: a query and what it gave. */
  private static Map<String, String> sums() throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PLACE.resolve("sums.tsv"))) {
      int tab = line.indexOf('\t');
      sums.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return sums;
  }

  private static String number(StoreServer server, String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  private static void assertAuditClean(StoreServer server) throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }
}

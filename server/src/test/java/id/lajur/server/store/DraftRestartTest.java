package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.purchasing.v1.Draft;
import id.lajur.purchasing.v1.PostDraftRequest;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database is killed while a draft is on its way into the books. */
class DraftRestartTest {
  private static final Path FOLDER = Path.of("target", "store of a draft").toAbsolutePath();
  private static final int LINES = 1_000;

  @BeforeEach
  @AfterEach
  void clear() throws IOException {
    DataFolders.deleteTree(FOLDER);
  }

  private static StoreServer server() {
    return StoreServer.start(
        new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
        StoreProfile.standard(),
        Clock.systemUTC());
  }

  private static List<NewItem> items() {
    List<NewItem> items = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      items.add(NewItem.goods("B" + i, "B" + i, "Barang " + i, "UMUM", "BIASA", 1_00));
    }
    return items;
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aDraftThatWasPostedHalfGoesOnByItselfAndIsOneDelivery() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    StoreServer server = server();
    try {
      server.setup().addSupplier("PT", "PT");
      server.catalog().write(items(), Clock.systemUTC().instant());
      var identity = server.setup().addTerminal("B1", "B1", "BACK_OFFICE");
      server.setup().addOperator("4000", "4000", "BUYER", StoreFixture.PIN.toCharArray(), "id");
      Desk desk =
          new Desk(
              new TestLane(server.port(), server.authority().certificatePem(), identity, "4000"));
      Draft draft = desk.begin("PT");
      fill(server);
      PostDraftRequest request = desk.postRequest();
      Future<String> asked =
          threads.submit(() -> outcome(() -> desk.receiving().postDraft(request)));
      StoreServer first = server;
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> number(first, "SELECT COUNT(*) FROM goods_receipt") >= 1);
      kill(server);
      server.close();
      assertThat(asked.get(60, TimeUnit.SECONDS)).isNotEqualTo("answered");

      Files.move(FOLDER.resolve("aside"), FOLDER.resolve("database"));
      server = server();
      StoreServer second = server;
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> number(second, "SELECT COUNT(*) FROM goods_receipt_pending") == 0);

      assertThat(number(server, "SELECT COUNT(*) FROM receiving_draft WHERE state = 'POSTED'"))
          .isEqualTo(1);
      assertThat(number(server, "SELECT SUM(quantity_milli) FROM stock_balance"))
          .isEqualTo(LINES * 1_000L);
      assertThat(
              number(
                  server,
                  "SELECT COUNT(DISTINCT document_id) FROM goods_receipt WHERE number = '"
                      + draft.getNumber()
                      + "'"))
          .isEqualTo(1);
      try (Connection connection = server.database().dataSource().getConnection()) {
        AuditReport report = Audit.run(connection);
        assertThat(report.clean()).as(report.toText()).isTrue();
      }
    } finally {
      threads.shutdownNow();
      server.close();
    }
  }

  /** As so many scans would. */
  private static void fill(StoreServer server) {
    server
        .database()
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  INSERT INTO receiving_draft_line
                  SELECT d.draft_id, i.item_id, 2, i.item_id, 0, 'pcs', 1000, i.code, 1000, 0, 1000,
                         '', NULL, FALSE, FALSE
                    FROM item i JOIN receiving_draft d
                   WHERE i.code LIKE 'B%' AND i.kind = 'GOODS'""");
              handle.execute("UPDATE receiving_draft SET version = 2, last_line = 10000");
            });
  }

  private static void kill(StoreServer server) throws Exception {
    ProcessHandle database = Objects.requireNonNull(server.database().embedded()).process();
    // Out of the way, the first server does not find it again and end the delivery itself.
    Files.move(FOLDER.resolve("database"), FOLDER.resolve("aside"));
    database.destroyForcibly();
    database.onExit().get(20, TimeUnit.SECONDS);
  }

  private static long number(StoreServer server, String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}

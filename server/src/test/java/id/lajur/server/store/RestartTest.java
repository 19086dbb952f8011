package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.live.v1.Event;
import id.lajur.live.v1.EventKind;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The database is killed and the server started again while sixteen lanes sell and goods come in.
 */
class RestartTest {
  private static final Path FOLDER = Path.of("target", "store of a restart").toAbsolutePath();
  private static final int LANES = 16;
  private static final int TICKETS = 12;
  private static final int SALES_BEFORE_THE_KILL = 60;
  private static final int PARTS = 30;
  private static final long PRICE = 2_500_00;

  @BeforeEach
  @AfterEach
  void clear() throws IOException {
    DataFolders.deleteTree(FOLDER);
  }

  private static StoreServer server(int port) {
    return StoreServer.start(
        new ServerConfig(FOLDER, "127.0.0.1", port, new DatabaseSettings.Embedded(FOLDER, 128)),
        StoreProfile.standard(),
        Clock.systemUTC());
  }

  private static TestLane lane(StoreServer server, String code, String operator, String role) {
    Authority.Identity identity = server.setup().addTerminal(code, code, "LANE");
    server.setup().addOperator(operator, operator, role, StoreFixture.PIN.toCharArray(), "id");
    TestLane lane =
        new TestLane(server.port(), server.authority().certificatePem(), identity, operator);
    lane.signOn();
    lane.openShift(100_000_00);
    return lane;
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void everySaleIsThereOnceAndAReaderSeesEveryEventOnceAndInOrder() throws Exception {
    int port;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    ExecutorService threads = Executors.newFixedThreadPool(LANES + 1);
    StoreServer server = server(port);
    try {
      server
          .catalog()
          .write(
              List.of(NewItem.goods("ROTI", "ROTI", "Roti", "UMUM", "BIASA", PRICE)),
              Clock.systemUTC().instant());
      CountDownLatch soldBeforeTheKill = new CountDownLatch(SALES_BEFORE_THE_KILL);
      TestLane watcher = lane(server, "W", "2000", "OWNER");
      Future<List<Event>> seen = threads.submit(() -> watch(watcher, soldBeforeTheKill));
      List<Future<Integer>> lanes = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        TestLane lane = lane(server, "L" + i, Integer.toString(3000 + i), "CASHIER");
        lanes.add(threads.submit(() -> sell(lane)));
      }
      soldBeforeTheKill.await();
      ProcessHandle database = Objects.requireNonNull(server.database().embedded()).process();
      database.destroyForcibly();
      database.onExit().get(20, TimeUnit.SECONDS);
      server.close();

      server = server(port);
      for (Future<Integer> lane : lanes) {
        assertThat(lane.get()).isEqualTo(TICKETS);
      }
      List<Event> events = seen.get();

      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i).getSequence()).isEqualTo(1 + i);
      }
      assertThat(events.stream().map(Event::getDocumentId).filter(id -> !id.isEmpty()))
          .doesNotHaveDuplicates();
      assertAuditClean(server);
      assertThat(number(server, "SELECT COUNT(*) FROM sale")).isEqualTo(LANES * TICKETS);
    } finally {
      threads.shutdownNow();
      server.close();
    }
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aDeliveryThatWasPostedHalfGoesOnByItself() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    StoreServer server = server(0);
    try {
      server.setup().addSupplier("PT", "PT");
      server
          .catalog()
          .write(
              List.of(NewItem.goods("TEH", "TEH", "Teh", "UMUM", "BIASA", PRICE)),
              Clock.systemUTC().instant());
      TestLane lane = lane(server, "B", "4000", "OWNER");
      PostGoodsReceiptRequest.Builder delivery =
          PostGoodsReceiptRequest.newBuilder().setRequestId(TestLane.newId()).setSupplier("PT");
      for (int i = 0; i < PARTS * 200; i++) {
        delivery.addLines(
            GoodsReceiptLine.newBuilder()
                .setCode("TEH")
                .setQuantityMilli(1_000)
                .setCostMinor(1_00));
      }
      Future<?> asked = threads.submit(() -> lane.receive(delivery.build()));
      StoreServer first = server;
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> number(first, "SELECT COUNT(*) FROM goods_receipt") >= 2);
      ProcessHandle database = Objects.requireNonNull(server.database().embedded()).process();
      // Out of the way, the first server does not find it again and end the delivery itself.
      Path aside = FOLDER.resolve("database.aside");
      Files.move(FOLDER.resolve("database"), aside);
      database.destroyForcibly();
      database.onExit().get(20, TimeUnit.SECONDS);
      server.close();
      assertThat(asked).failsWithin(Duration.ofSeconds(30));

      Files.move(aside, FOLDER.resolve("database"));
      server = server(0);
      StoreServer second = server;
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> number(second, "SELECT COUNT(*) FROM goods_receipt_pending") == 0);

      assertThat(number(server, "SELECT COUNT(*) FROM goods_receipt")).isEqualTo(PARTS);
      assertThat(number(server, "SELECT SUM(quantity_milli) FROM stock_balance"))
          .isEqualTo(PARTS * 200 * 1_000L);
      assertAuditClean(server);
    } finally {
      threads.shutdownNow();
      server.close();
    }
  }

  private static long number(StoreServer server, String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static void assertAuditClean(StoreServer server) throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }

  /** Follows the log from its beginning, across every break of the line. */
  private static List<Event> watch(TestLane watcher, CountDownLatch sales) {
    List<Event> seen = new ArrayList<>();
    while (sales(seen) < LANES * TICKETS) {
      long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).getSequence();
      try {
        Iterator<WatchEventsResponse> stream =
            LiveServiceGrpc.newBlockingStub(watcher.channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(watcher.headers()))
                .withWaitForReady()
                .watchEvents(WatchEventsRequest.newBuilder().setAfterSequence(last).build());
        while (sales(seen) < LANES * TICKETS) {
          for (Event event : stream.next().getEventsList()) {
            seen.add(event);
            if (event.getKind() == EventKind.EVENT_KIND_SALE) {
              sales.countDown();
            }
          }
        }
      } catch (StatusRuntimeException broken) {
        // the server is away: the next stream goes on behind the last event seen
      }
    }
    return seen;
  }

  private static long sales(List<Event> events) {
    return events.stream().filter(e -> e.getKind() == EventKind.EVENT_KIND_SALE).count();
  }

  /** Asks under the same number until an answer is known. */
  private static int sell(TestLane lane) {
    for (int ticket = 0; ticket < TICKETS; ticket++) {
      AddLineRequest scan = lane.scanRequest("ROTI", 0);
      answered(() -> lane.scan(scan));
      PayRequest payment = lane.cashRequest(PRICE);
      answered(() -> lane.pay(payment));
    }
    lane.close();
    return TICKETS;
  }

  private static void answered(Callable<?> call) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .ignoreExceptionsMatching(
            e ->
                e instanceof StatusRuntimeException refusal
                    && (refusal.getStatus().getCode() == Status.Code.UNAVAILABLE
                        || TestLane.reason(refusal).startsWith("no reason")))
        .until(() -> call.call() != null);
  }
}

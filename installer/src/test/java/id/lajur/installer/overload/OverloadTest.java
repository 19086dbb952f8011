package id.lajur.installer.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.posting.Posting;
import id.lajur.server.security.Authority;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 64 lanes go on paying while the server can post nothing: it answers "busy" before they have given
 * up, and they come again by themselves.
 */
@Timeout(180)
class OverloadTest {
  private static final Path FOLDER = Path.of("target", "store overloaded").toAbsolutePath();
  private static final int LANES = 64;
  private static final int SALES = 4; // of each
  private static final long PRICE = 2_500_00;
  private static final String PIN = "2468";

  private static StoreServer server;
  private static final List<StoreConnection> wires = new ArrayList<>();
  private static final List<Lane> lanes = new ArrayList<>();

  /** How often a try of a call ended how: a reason of ours, or a status. */
  private static final Map<String, Integer> ends = new ConcurrentHashMap<>();

  @BeforeAll
  static void aShopWithManyLanes() throws IOException, SQLException {
    DataFolders.deleteTree(FOLDER);
    server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
            new StoreProfile(
                "UJI", "Toko Uji", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC());
    server
        .catalog()
        .write(
            List.of(NewItem.goods("ROTI", "ROTI", "Roti", "UMUM", "BIASA", PRICE)),
            Clock.systemUTC().instant());
    for (int number = 1; number <= LANES; number++) {
      lanes.add(open(number));
    }
  }

  private static Lane open(int number) {
    Authority.Identity identity = server.setup().addTerminal("L" + number, "Lajur", "LANE");
    String operator = Integer.toString(100 + number);
    server.setup().addOperator(operator, operator, "CASHIER", PIN.toCharArray(), "id");
    StoreConnection wire =
        new StoreConnection(
            "127.0.0.1",
            server.port(),
            new MachineIdentity(
                server.authority().certificatePem(), identity.certificatePem(), identity.keyPem()),
            new Ends());
    wires.add(wire);
    wire.askUntilKnown();
    Lane lane = new Lane(wire);
    lane.signOn(operator, PIN);
    lane.openShift(0);
    lane.scan("ROTI", 1_000);
    return lane;
  }

  @AfterAll
  static void close() throws IOException {
    wires.forEach(StoreConnection::close);
    server.close();
    DataFolders.deleteTree(FOLDER);
  }

  /** Sees how each try ends, which the lane's own logic does not show. */
  private static final class Ends implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          super.start(
              new SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onClose(Status status, Metadata trailers) {
                  ends.merge(said(status), 1, Integer::sum);
                  super.onClose(status, trailers);
                }
              },
              headers);
        }
      };
    }

    private static String said(Status status) {
      return status.getCode() == Status.Code.UNAVAILABLE
          ? status.getCode() + " " + status.getDescription()
          : status.getCode().name();
    }
  }

  private static int busy() {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().startsWith("UNAVAILABLE BUSY"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  @Test
  void noLaneSeesAnErrorAndEverySaleIsPostedOnce() throws Exception {
    ExecutorService cashiers = Executors.newFixedThreadPool(LANES);
    List<Future<List<PayResponse>>> sold = new ArrayList<>();
    try (Connection other = server.database().dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM event_head FOR UPDATE"); // no posting can commit now
      for (int stuck = 1; stuck <= Posting.WRITERS; stuck++) {
        Lane lane = lanes.get(stuck - 1);
        sold.add(cashiers.submit(() -> sell(lane)));
        int writers = stuck;
        await().atMost(Duration.ofSeconds(60)).until(() -> standingStill() == writers);
      }
      for (Lane lane : lanes.subList(Posting.WRITERS, LANES)) {
        sold.add(cashiers.submit(() -> sell(lane)));
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(busy()).as("busy of %s", ends).isGreaterThanOrEqualTo(2 * LANES));
      assertThat(number("SELECT COUNT(*) FROM sale")).isZero();
      assertThat(sold).noneMatch(Future::isDone);
      other.rollback();

      for (Future<List<PayResponse>> lane : sold) {
        assertThat(lane.get()).extracting(PayResponse::getNumber).containsExactly(1L, 2L, 3L, 4L);
      }
    } finally {
      cashiers.shutdownNow();
    }
    System.out.println("tries of 64 lanes by their end: " + ends);

    assertThat(number("SELECT COUNT(*) FROM sale")).isEqualTo(LANES * SALES);
    assertThat(number("SELECT SUM(total_minor) FROM sale")).isEqualTo(PRICE * LANES * SALES);
    assertThat(ends.keySet())
        .allMatch(
            end ->
                end.equals("OK")
                    || end.equals("DEADLINE_EXCEEDED")
                    || end.startsWith("UNAVAILABLE BUSY"));
    try (Connection connection = server.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }

  /** Statements that have been at work for longer than a document may wait. */
  private static long standingStill() {
    return number(
        "SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE command IN ('Query', 'Execute') AND time_ms > 2000");
  }

  private static List<PayResponse> sell(Lane lane) {
    List<PayResponse> sold = new ArrayList<>();
    for (int sale = 0; sale < SALES; sale++) {
      if (sale > 0) {
        lane.scan("ROTI", 1_000);
      }
      sold.add(lane.payCash(lane.basket().getTotals().getCashDueMinor()));
    }
    return sold;
  }

  private static long number(String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}

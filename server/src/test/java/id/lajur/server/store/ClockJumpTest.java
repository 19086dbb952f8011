package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.lajur.people.v1.AnswerApprovalRequest;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server's clock jumps by an hour, forward and back, while lanes sell. */
class ClockJumpTest {
  private static final Path FOLDER = Path.of("target", "store of a jump").toAbsolutePath();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long PRICE = 2_500_00;
  private static final JumpingClock clock = new JumpingClock();
  private static StoreServer server;
  private static int machines;

  /** The system's, and so much more or less. */
  private static final class JumpingClock extends Clock {
    private final AtomicInteger looks = new AtomicInteger();
    private volatile Duration off = Duration.ZERO;

    void jump(Duration by) {
      off = off.plus(by);
    }

    /** Waits until whoever watches the clock knows what it says now: else it may miss a jump. */
    void awaitLook() {
      int before = looks.get();
      await().until(() -> looks.get() >= before + 2);
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().startsWith("approval-clock")) {
        int unused = looks.incrementAndGet();
      }
      return Instant.now().plus(off);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeAll
  static void open() throws IOException, SQLException {
    DataFolders.deleteTree(FOLDER);
    server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
            new StoreProfile(
                "UJI", "Toko Uji", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            clock);
    server
        .catalog()
        .write(
            List.of(NewItem.goods("ROTI", "ROTI", "Roti", "UMUM", "BIASA", PRICE)),
            clock.instant().minus(Duration.ofDays(1))); // a price that begins later is none yet
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
    DataFolders.deleteTree(FOLDER);
  }

  private static TestLane lane(String role) {
    String number = Integer.toString(100 + ++machines);
    var identity = server.setup().addTerminal("T" + number, "T" + number, "LANE");
    server.setup().addOperator(number, number, role, StoreFixture.PIN.toCharArray(), "id");
    TestLane lane =
        new TestLane(server.port(), server.authority().certificatePem(), identity, number);
    lane.signOn();
    return lane;
  }

  private static void sell(TestLane lane) {
    lane.scan("ROTI");
    lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor()));
  }

  private static void assertAuditClean() throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
  }

  private static void voidBasket(TestLane lane, String approvalId) {
    var unused =
        lane.baskets()
            .voidBasket(
                VoidBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setReason("pembeli pergi")
                    .setApprovalId(approvalId)
                    .build());
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  @Test
  void aLaneSellsOnAndChainsAndBooksHold() throws SQLException {
    try (TestLane lane = lane("CASHIER")) {
      lane.openShift(100_000_00);
      sell(lane);
      lane.scan("ROTI");
      for (Duration jump : List.of(HOUR, HOUR.negated(), HOUR.negated(), HOUR)) {
        clock.jump(jump);
        lane.signOn(); // a session may have ended with its idle time
        lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor()));
        lane.scan("ROTI");
      }
      lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor()));

      assertAuditClean();
    }
  }

  @Test
  void anApprovalFromBeforeTheJumpIsNoneAndANewOneIs() {
    try (TestLane lane = lane("CASHIER");
        TestLane supervisor = lane("SUPERVISOR")) {
      lane.openShift(100_000_00);
      lane.scan("ROTI");
      String before = lane.approve(supervisor, "sale.void_basket", lane.basket().getBasketId());
      clock.jump(HOUR);
      lane.signOn();

      assertThat(refused(() -> voidBasket(lane, before))).isEqualTo("APPROVAL_INVALID");

      voidBasket(lane, lane.approve(supervisor, "sale.void_basket", lane.basket().getBasketId()));
      clock.jump(HOUR.negated());
    }
  }

  @Test
  void anApprovalDoesNotLiveLongerBecauseTheClockGoesBack() {
    try (TestLane lane = lane("CASHIER");
        TestLane supervisor = lane("SUPERVISOR")) {
      lane.openShift(100_000_00);
      lane.scan("ROTI");
      clock.awaitLook();
      String before = lane.approve(supervisor, "sale.void_basket", lane.basket().getBasketId());

      clock.jump(HOUR.negated());
      assertThat(refused(() -> voidBasket(lane, before))).isEqualTo("APPROVAL_INVALID");
      await()
          .until(() -> number("SELECT COUNT(*) FROM approval WHERE expires_at <= approved_at") > 0);
      clock.jump(HOUR); // as the hour does by itself
      assertThat(refused(() -> voidBasket(lane, before))).isEqualTo("APPROVAL_INVALID");

      voidBasket(lane, lane.approve(supervisor, "sale.void_basket", lane.basket().getBasketId()));
    }
  }

  @Test
  void whatALaneAskedForBeforeTheClockWentBackIsNotAnswered() {
    try (TestLane lane = lane("CASHIER");
        TestLane manager = lane("MANAGER")) {
      lane.openShift(100_000_00);
      lane.scan("ROTI");
      clock.awaitLook();
      String id = TestLane.newId();
      var unused =
          lane.approvals()
              .requestApproval(
                  RequestApprovalRequest.newBuilder()
                      .setRequestId(id)
                      .setPermission("sale.void_basket")
                      .setSubjectId(lane.basket().getBasketId())
                      .build());
      AnswerApprovalRequest yes =
          AnswerApprovalRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setApprovalId(id)
              .setApprove(true)
              .build();

      clock.jump(HOUR.negated());
      assertThat(refused(() -> manager.approvals().answerApproval(yes)))
          .isEqualTo("APPROVAL_ANSWERED");
      await()
          .until(
              () ->
                  number("SELECT COUNT(*) FROM approval_request WHERE expires_at <= requested_at")
                      > 0);
      clock.jump(HOUR);
      assertThat(refused(() -> manager.approvals().answerApproval(yes)))
          .isEqualTo("APPROVAL_ANSWERED");
    }
  }

  private static long number(String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Test
  void aLockedNumberIsNotLockedForAnHourMore() {
    try (TestLane lane = lane("CASHIER")) {
      for (int wrong = 0; wrong < 5; wrong++) {
        assertThat(refused(() -> lane.tryPin("9999"))).isEqualTo("SIGN_ON_FAILED");
      }
      clock.jump(HOUR.negated());
      assertThat(refused(lane::signOn)).isEqualTo("SIGN_ON_FAILED");

      clock.jump(Duration.ofSeconds(31));
      lane.signOn();

      clock.jump(HOUR.minusSeconds(31));
    }
  }
}

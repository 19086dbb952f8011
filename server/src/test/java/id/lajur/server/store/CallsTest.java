package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Activity;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Certificates;
import id.lajur.server.security.ServerTls;
import id.lajur.server.security.Standing;
import id.lajur.server.wire.CallContext;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Machines;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often an act is tried, and for a caller known from what, told by acts that only tell it. */
class CallsTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger lanes = new AtomicInteger();
  private static final String ADMITTED = "admitted just now";
  private static final String STANDING = "as last admitted";

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final List<String> tried = new CopyOnWriteArrayList<>();
  private volatile Refusal no = new Refusal(Reason.BUSY);
  private volatile boolean joinsOneThatFalls; // the first that is tried for who was admitted
  private final Machines machines = new Machines(InstantSource.system(), Machines.Strangers.USUAL);
  private Server server;
  private TestLane signedOn;
  private TestLane lane;

  @BeforeEach
  void aLaneThatWasAdmitted() throws IOException {
    Calls calls =
        new Calls(
            new Admissions(
                store.server().database().dataSource(),
                new Certificates(store.server().database().jdbi(), InstantSource.system()),
                new Activity(System::nanoTime)),
            threads);
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(new ServerTls(store.server().authority(), Instant.now()).context())
            .executor(threads)
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(machines.accepting())
            .workerEventLoopGroup(machines.serving())
            .addTransportFilter(machines)
            .intercept(new CallContext(InstantSource.system()))
            .addService(new Sales(calls))
            .addService(new Baskets(calls))
            .build()
            .start();
    String pem = store.server().authority().certificatePem();
    int number = lanes.incrementAndGet();
    String operator = Integer.toString(90_000 + number);
    Authority.Identity identity = store.server().setup().addTerminal("C" + number, "Lajur", "LANE");
    store
        .server()
        .setup()
        .addOperator(operator, "Kasir", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
    signedOn = new TestLane(store.server().port(), pem, identity, operator);
    signedOn.signOn();
    signedOn.openShift(0);
    lane = new TestLane(server.getPort(), pem, identity, operator);
    lane.borrowSession(signedOn);
    assertThat(pay()).isEqualTo("BUSY");
    assertThat(tried).containsExactly(ADMITTED);
    tried.clear();
  }

  @AfterEach
  void end() {
    lane.close();
    signedOn.close();
    server.shutdownNow();
    machines.close();
    threads.shutdownNow();
  }

  @Test
  void aPaymentThatIsRefusedForAnotherReasonIsNotTriedAgain() {
    for (Reason reason : List.of(Reason.BUSY, Reason.RIGHT_TO_POST_LOST, Reason.TENDER_SHORT)) {
      no = new Refusal(reason);

      assertThat(pay()).isEqualTo(reason.name());
    }

    assertThat(tried).containsExactly(STANDING, STANDING, STANDING);
  }

  @Test
  void aPaymentOfWhoDoesNotStandAnyMoreIsTriedOnceMore() {
    no = new Standing.Fallen();

    assertThat(pay()).isEqualTo("answered");

    assertThat(tried).containsExactly(STANDING, ADMITTED);
  }

  /** As the posting answers a command that is sent again, by another session, while it waits. */
  @Test
  void aPaymentThatJoinedOneWhichFellIsTriedItself() {
    signedOn.signOn();
    lane.borrowSession(signedOn);
    no = new Standing.Fallen();
    joinsOneThatFalls = true;

    assertThat(pay()).isEqualTo("answered");

    assertThat(tried).containsExactly(ADMITTED, ADMITTED);
  }

  @Test
  void aRefusalUnderRulesThatHaveChangedIsNotTheLastWord() {
    no = new Refusal(Reason.TENDER_UNKNOWN);
    store.sql("UPDATE store SET rules_version = rules_version + 1");

    assertThat(pay()).isEqualTo("TENDER_UNKNOWN");

    assertThat(tried).containsExactly(STANDING, ADMITTED);
  }

  @Test
  void whoFellIsNotTriedOnTheOldStandingAgain() {
    no = new Standing.Fallen();
    store.sql(
        "UPDATE session SET closed_at = UTC_TIMESTAMP(6) WHERE operator_id ="
            + " (SELECT operator_id FROM operator WHERE number = "
            + lane.operator()
            + ")");

    assertThat(scan()).isEqualTo("NOT_SIGNED_ON");
    assertThat(scan()).isEqualTo("NOT_SIGNED_ON");
    assertThat(pay()).isEqualTo("NOT_SIGNED_ON");

    assertThat(tried).containsExactly(STANDING);
  }

  private String pay() {
    return TestLane.outcome(
        () -> lane.sales().pay(PayRequest.newBuilder().setRequestId(TestLane.newId()).build()));
  }

  private String scan() {
    return TestLane.outcome(
        () ->
            lane.baskets()
                .addLine(AddLineRequest.newBuilder().setRequestId(TestLane.newId()).build()));
  }

  private Refusal noted(Calls.Acting acting) {
    tried.add(acting.standing() == null ? ADMITTED : STANDING);
    return no;
  }

  private final class Sales extends SaleServiceGrpc.SaleServiceImplBase {
    private final Calls calls;

    Sales(Calls calls) {
      this.calls = calls;
    }

    @Override
    public void pay(PayRequest request, StreamObserver<PayResponse> observer) {
      calls.postStanding(
          observer,
          request,
          request.getRequestId(),
          PayResponse.parser(),
          acting -> {
            Refusal refusal = noted(acting);
            boolean joined = joinsOneThatFalls && acting.standing() == null;
            joinsOneThatFalls &= !joined;
            return refusal instanceof Standing.Fallen && acting.standing() == null && !joined
                ? CompletableFuture.completedFuture(new byte[0])
                : CompletableFuture.failedFuture(refusal);
          });
    }
  }

  private final class Baskets extends BasketServiceGrpc.BasketServiceImplBase {
    private final Calls calls;

    Baskets(Calls calls) {
      this.calls = calls;
    }

    @Override
    public void addLine(AddLineRequest request, StreamObserver<AddLineResponse> observer) {
      calls.enterStanding(
          observer,
          request,
          request.getRequestId(),
          (acting, made) -> {
            throw noted(acting);
          });
    }
  }
}

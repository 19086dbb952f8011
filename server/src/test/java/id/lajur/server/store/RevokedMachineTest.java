package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.server.security.Authority;
import id.lajur.server.security.CertificateDao;
import id.lajur.server.security.Certificates;
import io.grpc.ConnectivityState;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines that go out, and certificates that end or follow one another. */
class RevokedMachineTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger places = new AtomicInteger();

  private String place = "";

  @BeforeEach
  void aPlace() throws SQLException {
    place = "V" + places.incrementAndGet();
    NewMachine.register(store).add(place, "Kasir", "LANE");
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aRevokedMachineIsRefusedAtOnceAndItsConnectionEndsWithinASecond() throws Exception {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane("SUPERVISOR");
        TestLane other = store.lane()) {
      lane.scan(item);
      other.scan(item);
      CompletableFuture<Long> streamEnded = new CompletableFuture<>();
      watch(lane, streamEnded);
      CountDownLatch disconnected = new CountDownLatch(1);
      assertThat(lane.channel().getState(false)).isEqualTo(ConnectivityState.READY);
      lane.channel().notifyWhenStateChanged(ConnectivityState.READY, disconnected::countDown);

      long began = System.nanoTime();
      NewMachine.register(store).revoke(terminal(lane), "dicuri");
      assertThat(outcome(() -> lane.scan(item))).isEqualTo("NOT_ENROLLED");

      long endedMs = (streamEnded.get(3, TimeUnit.SECONDS) - began) / 1_000_000;
      assertThat(disconnected.await(1, TimeUnit.SECONDS)).isTrue();
      assertThat(endedMs).isLessThan(1_000);
      assertThat(outcome(() -> other.scan(item))).isEqualTo("answered");
      assertThat(other.channel().getState(false)).isEqualTo(ConnectivityState.READY);
    }
  }

  private static void watch(TestLane lane, CompletableFuture<Long> ended) {
    LiveServiceGrpc.newStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()))
        .watchEvents(
            WatchEventsRequest.getDefaultInstance(),
            new StreamObserver<WatchEventsResponse>() {
              @Override
              public void onNext(WatchEventsResponse value) {}

              @Override
              public void onError(Throwable failure) {
                ended.complete(System.nanoTime());
              }

              @Override
              public void onCompleted() {
                ended.complete(System.nanoTime());
              }
            });
  }

  @Test
  void anExpiredCertificateIsToldSo() {
    NewMachine machine = new NewMachine(store);
    Instant now = Instant.now();
    String pem = signed(machine, now.minus(Duration.ofDays(400)), now.minusSeconds(1));

    try (TestLane lane = machine.lane(pem, "1")) {
      assertThat(outcome(() -> terminal(lane))).isEqualTo("CERTIFICATE_EXPIRED");
    }
  }

  @Test
  void aCertificateThatExpiresWhileItsMachineIsConnectedEndsTheConnection() throws Exception {
    NewMachine machine = new NewMachine(store);
    Instant ends = Instant.now().plusSeconds(4);
    String pem = signed(machine, ends.minus(Duration.ofDays(365)), ends);

    try (TestLane lane = machine.lane(pem, "1")) {
      assertThat(terminal(lane)).isEqualTo(place);
      CountDownLatch disconnected = new CountDownLatch(1);
      lane.channel().notifyWhenStateChanged(ConnectivityState.READY, disconnected::countDown);
      assertThat(disconnected.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(Instant.now()).isAfter(ends.minusSeconds(1));
      assertThat(outcome(() -> terminal(lane))).isEqualTo("CERTIFICATE_EXPIRED");
    }
  }

  @Test
  void aCertificateIsRenewedInItsLastThirdAndTheOldOneIsGoodUntilTheNewOneIsUsed() {
    NewMachine machine = new NewMachine(store);
    NewMachine renewed = new NewMachine(store);
    Instant now = Instant.now();
    String pem = signed(machine, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(65)));

    try (TestLane old = machine.lane(pem, "1")) {
      var answer = renewed.renew(old);
      assertThat(renewed.renew(old)).isEqualTo(answer);
      assertThat(terminal(old)).isEqualTo(place);
      assertThat(answer.getCertificate().getExpiresAtMs())
          .isBetween(
              now.plus(Duration.ofDays(364)).toEpochMilli(),
              now.plus(Duration.ofDays(366)).toEpochMilli());

      try (TestLane fresh = renewed.lane(answer.getCertificate().getCertificatePem(), "1")) {
        assertThat(terminal(fresh)).isEqualTo(place);
        assertThat(outcome(() -> terminal(old))).isEqualTo("NOT_ENROLLED");
        assertThat(terminal(fresh)).isEqualTo(place);
        assertThat(outcome(() -> new NewMachine(store).renew(fresh))).isEqualTo("RENEWAL_NOT_DUE");
      }
    }
    assertThat(
            store.number(
                """
                SELECT COUNT(*) FROM certificate c JOIN terminal t USING (terminal_id)
                 WHERE t.code = '%s' AND c.ended_why = 'RENEWED'
                   AND t.certificate_fingerprint <> c.fingerprint"""
                    .formatted(place)))
        .isOne();
  }

  @Test
  void aRenewedCertificateThatWasNotUsedEndsWithTheNextAndWithItsMachine() throws SQLException {
    NewMachine machine = new NewMachine(store);
    NewMachine lost = new NewMachine(store);
    NewMachine renewed = new NewMachine(store);
    Instant now = Instant.now();
    String pem = signed(machine, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(65)));

    try (TestLane old = machine.lane(pem, "1")) {
      String lostPem = lost.renew(old).getCertificate().getCertificatePem();
      String pemOfNext = renewed.renew(old).getCertificate().getCertificatePem();
      try (TestLane unused = lost.lane(lostPem, "1")) {
        assertThat(outcome(() -> terminal(unused))).isEqualTo("NOT_ENROLLED");
      }
      NewMachine.register(store).revoke(place, "rusak");
      try (TestLane next = renewed.lane(pemOfNext, "1")) {
        assertThat(outcome(() -> terminal(next))).isEqualTo("NOT_ENROLLED");
      }
    }
  }

  @Test
  void aRequestToRenewSentAlteredOrByAnotherMachineIsRefused() throws SQLException {
    NewMachine machine = new NewMachine(store);
    NewMachine renewed = new NewMachine(store);
    Instant now = Instant.now();
    String pem = signed(machine, now.minus(Duration.ofDays(300)), now.plus(Duration.ofDays(65)));
    try (TestLane old = machine.lane(pem, "1");
        TestLane other = store.enrolled()) {
      var unused = renewed.renew(old);

      assertThat(outcome(() -> renewed.renew(other))).isEqualTo("REQUEST_REUSED");
    }
  }

  /** A certificate of this time, in force for the place. */
  private String signed(NewMachine machine, Instant from, Instant until) {
    X509Certificate certificate =
        store.server().authority().signTerminal(place, machine.publicKey(), from, until);
    int terminalId =
        (int) store.number("SELECT terminal_id FROM terminal WHERE code = '%s'".formatted(place));
    CertificateDao.Issued issued =
        Certificates.issued(certificate, terminalId, "kasir-lama", null, from, null);
    store
        .server()
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              CertificateDao dao = handle.attach(CertificateDao.class);
              dao.insert(issued);
              dao.putInForce(terminalId, issued.fingerprint());
            });
    return Authority.pem(certificate);
  }

  private static String terminal(TestLane lane) {
    return SessionServiceGrpc.newBlockingStub(lane.channel())
        .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(1).build())
        .getTerminal()
        .getCode();
  }
}

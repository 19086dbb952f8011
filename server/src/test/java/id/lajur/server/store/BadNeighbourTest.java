package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.people.v1.WatchApprovalRequestsRequest;
import id.lajur.people.v1.WatchApprovalRequestsResponse;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.ShelfUnit;
import id.lajur.sale.v1.WatchShelfRequest;
import id.lajur.sale.v1.WatchShelfResponse;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import id.lajur.server.wire.Machines;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Machines that take and do not give: connections that say nothing, streams that nobody reads. */
@Timeout(120)
class BadNeighbourTest {
  private static final Path FOLDER = Path.of("target", "store with neighbours").toAbsolutePath();

  /** Less than a handshake is given, so that what ends a connection is this. */
  private static final Duration STAY = Duration.ofSeconds(3);

  private static final int MOST = 300;
  private static final int SILENT = 100; // of each kind
  private static final int MOST_OF_ONE = 16; // connections of one machine
  private static final long PRICE = 2_500_00;

  /** What a reader that does not read has let come: HTTP/2's smallest window. */
  private static final int WINDOW_BYTES = 65_535;

  private static final byte[] OTHER_HOST = {127, 0, 0, 2}; // loopback too

  private static StoreServer server;
  private static int machines;

  @BeforeAll
  static void open() throws IOException, SQLException {
    DataFolders.deleteTree(FOLDER);
    server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
            new StoreProfile(
                "UJI", "Toko Uji", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC(),
            new Machines.Strangers(MOST, STAY));
    write(List.of(item("ROTI", PRICE)));
  }

  @AfterAll
  static void close() throws IOException, SQLException {
    try (Connection connection = server.database().dataSource().getConnection()) {
      AuditReport report = Audit.run(connection);
      assertThat(report.clean()).as(report.toText()).isTrue();
    }
    server.close();
    DataFolders.deleteTree(FOLDER);
  }

  private static NewItem item(String code, long priceMinor) {
    return NewItem.goods(code, code, "Barang " + code, "UMUM", "BIASA", priceMinor);
  }

  private static void write(List<NewItem> items) throws SQLException {
    server.catalog().write(items, Clock.systemUTC().instant());
  }

  private static Authority.Identity identity() {
    return server.setup().addTerminal("T" + ++machines, "Lajur", "LANE");
  }

  private static TestLane lane(String role, Authority.Identity identity) {
    String number = Integer.toString(100 + machines);
    server.setup().addOperator(number, number, role, StoreFixture.PIN.toCharArray(), "id");
    TestLane lane =
        new TestLane(server.port(), server.authority().certificatePem(), identity, number);
    lane.signOn();
    return lane;
  }

  private static TestLane cashier() {
    TestLane lane = lane("CASHIER", identity());
    lane.openShift(100_000_00);
    return lane;
  }

  private static void sell(TestLane lane) {
    lane.scan("ROTI");
    lane.pay(lane.cashRequest(lane.basket().getTotals().getTotalMinor()));
  }

  // Connections that say nothing

  @Test
  void silentConnectionsAreEndedAndLanesSellOn() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try (TestLane before = cashier()) {
      for (int i = 0; i < SILENT; i++) {
        silent.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
        silent.add(handshaken());
      }
      sell(before);
      try (TestLane meanwhile = cashier()) {
        sell(meanwhile);
        sell(before);
        for (Socket socket : silent) {
          assertThat(isEnded(socket)).isTrue();
        }
        sell(meanwhile);
        sell(before);
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  /** One that says nothing would end with the time of its handshake as well. */
  @Test
  void aConnectionWithoutACertificateEndsAlthoughItSpeaks() throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .overrideAuthority(Authority.SERVER_NAME)
            .sslContext(
                GrpcSslContexts.forClient()
                    .trustManager(Reader.ascii(server.authority().certificatePem()))
                    .build())
            .build();
    try {
      Iterator<HealthCheckResponse> health =
          HealthGrpc.newBlockingStub(channel)
              .withDeadlineAfter(5 * STAY.toMillis(), TimeUnit.MILLISECONDS)
              .watch(HealthCheckRequest.getDefaultInstance());
      assertThat(health.hasNext()).isTrue();
      HealthCheckResponse unused = health.next();

      var end = catchThrowableOfType(StatusRuntimeException.class, health::hasNext);
      assertThat(end.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void oneHostWithTooManyLosesItsOldestAndAnotherKeepsItsOwn() throws Exception {
    List<Socket> many = new ArrayList<>();
    try (Socket other = handshaken()) {
      for (int i = 0; i < MOST; i++) {
        Socket socket = new Socket();
        many.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(OTHER_HOST), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      }
      long began = System.nanoTime();

      assertThat(isEnded(many.get(0))).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(STAY);
      other.setSoTimeout(1);
      assertThat(saysNothingOrSettings(other)).isTrue();
    } finally {
      for (Socket socket : many) {
        socket.close();
      }
    }
  }

  /** TLS as a lane speaks it, without a certificate, and then not a word. */
  private static Socket handshaken() throws IOException, GeneralSecurityException {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    known.setCertificateEntry(
        "store",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    server.authority().certificatePem().getBytes(StandardCharsets.US_ASCII))));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Reads until the server has ended it; false when it has not in a time that is far too long. */
  private static boolean isEnded(Socket socket) throws IOException {
    socket.setSoTimeout(10 * (int) STAY.toMillis());
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // HTTP/2 greets
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException | SSLException e) {
      return true;
    }
  }

  private static boolean saysNothingOrSettings(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // HTTP/2 greets
      }
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  // Streams that nobody reads

  /** A stream that is read only when it is told to. */
  private static final class Reader<Q, R> extends ClientCall.Listener<R> implements AutoCloseable {
    private final ManagedChannel channel;
    private final ClientCall<Q, R> call;
    private final List<R> read = new CopyOnWriteArrayList<>();
    private volatile boolean reading;
    private volatile boolean ended;

    Reader(Authority.Identity identity, Metadata headers, MethodDescriptor<Q, R> method, Q request)
        throws IOException {
      channel =
          NettyChannelBuilder.forAddress("127.0.0.1", server.port())
              .overrideAuthority(Authority.SERVER_NAME)
              .flowControlWindow(WINDOW_BYTES)
              .sslContext(
                  GrpcSslContexts.forClient()
                      .trustManager(ascii(server.authority().certificatePem()))
                      .keyManager(ascii(identity.certificatePem()), ascii(identity.keyPem()))
                      .build())
              .build();
      call = channel.newCall(method, CallOptions.DEFAULT);
      call.start(this, headers);
      call.request(1);
      call.sendMessage(request);
      call.halfClose();
      await().until(() -> read.size() == 1); // it is being watched
    }

    private static ByteArrayInputStream ascii(String pem) {
      return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void onMessage(R message) {
      read.add(message);
      if (reading) {
        call.request(1);
      }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      ended = true;
    }

    Reader<Q, R> goOn() {
      reading = true;
      call.request(1);
      return this;
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }

  @Test
  void oneMachineWithTooManyConnectionsLosesItsOldestAndAnotherKeepsItsOwn() throws IOException {
    Authority.Identity machine = identity();
    List<Reader<WatchShelfRequest, WatchShelfResponse>> own = new ArrayList<>();
    try (var other = shelf(identity()).goOn()) {
      for (int i = 0; i <= MOST_OF_ONE; i++) {
        own.add(shelf(machine).goOn());
      }

      await().until(() -> own.get(0).ended);
      assertThat(own.subList(1, own.size())).noneMatch(reader -> reader.ended);
      assertThat(other.ended).isFalse();
      own.add(shelf(machine).goOn()); // one that comes again gets in
      await().until(() -> own.get(1).ended);
      assertThat(own.subList(2, own.size())).noneMatch(reader -> reader.ended);
    } finally {
      own.forEach(Reader::close);
    }
  }

  @Test
  void eventsThatNobodyReadsStayInTheLog() throws Exception {
    int many = 20_000;
    long before = number("SELECT seq FROM event_head");
    Authority.Identity machine = identity();
    try (TestLane manager = lane("OWNER", machine);
        Reader<WatchEventsRequest, WatchEventsResponse> slow =
            events(machine, manager, before - 1)) {
      sql(
          "INSERT INTO event SELECT h.store_id, h.seq + s.seq, 'SALE', UNHEX(MD5(s.seq)), 1,"
              + " '2026-01-01', UTC_TIMESTAMP(6), 1, 1 FROM event_head h JOIN seq_1_to_"
              + many
              + " s");
      sql("UPDATE event_head SET seq = seq + " + many);
      long last = number("SELECT seq FROM event_head");
      try (Reader<?, WatchEventsResponse> one = events(machine, manager, before).goOn()) {
        await().until(() -> lastOf(one) >= last);
      }
      try (Reader<?, WatchEventsResponse> two = events(machine, manager, before).goOn()) {
        await().until(() -> lastOf(two) >= last); // so the slow one has had its turn
      }
      sql("UPDATE event SET amount_minor = 2 WHERE amount_minor = 1 AND seq > " + before);

      slow.goOn();
      await().until(() -> lastOf(slow) >= last);

      assertThat(slow.read.stream().flatMap(page -> page.getEventsList().stream()))
          .extracting(event -> event.getSequence())
          .startsWith(before)
          .isSorted()
          .doesNotHaveDuplicates()
          .contains(last);
      assertThat(
              slow.read.stream()
                  .flatMap(page -> page.getEventsList().stream())
                  .filter(event -> event.getAmountMinor() == 1)
                  .count())
          .as("events that had left the log for memory")
          .isLessThan(many / 4);
    } finally {
      sql("DELETE FROM event WHERE document_id IN (SELECT UNHEX(MD5(seq)) FROM seq_1_to_20000)");
      sql("UPDATE event_head SET seq = (SELECT MAX(seq) FROM event)");
    }
  }

  private static Reader<WatchEventsRequest, WatchEventsResponse> events(
      Authority.Identity machine, TestLane manager, long after) throws IOException {
    return new Reader<>(
        machine,
        manager.headers(),
        LiveServiceGrpc.getWatchEventsMethod(),
        WatchEventsRequest.newBuilder().setAfterSequence(after).build());
  }

  private static long lastOf(Reader<?, WatchEventsResponse> reader) {
    WatchEventsResponse page = reader.read.get(reader.read.size() - 1);
    return page.getEvents(page.getEventsCount() - 1).getSequence();
  }

  @Test
  void aShelfThatNobodyReadsIsToldWhatIsCurrentAndNotAllThatWas() throws Exception {
    int units = 1_500;
    write(IntStream.range(0, units).mapToObj(i -> item("RAK" + i, PRICE)).toList());
    Authority.Identity machine = identity();
    try (TestLane lane = cashier();
        Reader<WatchShelfRequest, WatchShelfResponse> slow = shelf(machine);
        Reader<WatchShelfRequest, WatchShelfResponse> good = shelf(machine).goOn()) {
      await().until(() -> nameOf(good).equals("Barang RAK0"));
      for (int change = 1; change <= 8; change++) {
        String name = "Barang yang ke-" + change;
        sql("UPDATE item SET name = '" + name + "' WHERE code LIKE 'RAK%'");
        sql("UPDATE store SET catalog_version = catalog_version + 1");
        sell(lane);
        await().until(() -> nameOf(good).equals(name));
      }

      slow.goOn();
      await().until(() -> nameOf(slow).equals("Barang yang ke-8"));

      assertThat(told(good)).isGreaterThanOrEqualTo(9L * units);
      assertThat(told(slow)).isLessThan(4L * units);
    }
  }

  private static Reader<WatchShelfRequest, WatchShelfResponse> shelf(Authority.Identity machine)
      throws IOException {
    return new Reader<>(
        machine,
        new Metadata(),
        EmergencyServiceGrpc.getWatchShelfMethod(),
        WatchShelfRequest.getDefaultInstance());
  }

  private static long told(Reader<?, WatchShelfResponse> reader) {
    return reader.read.stream().mapToLong(part -> part.getUnits().getUnitsCount()).sum();
  }

  /** Of one item on the shelf, as last told in a state that is complete; empty = not yet. */
  private static String nameOf(Reader<?, WatchShelfResponse> reader) {
    if (!reader.read.get(reader.read.size() - 1).hasState()) {
      return "";
    }
    return reader.read.stream()
        .flatMap(part -> part.getUnits().getUnitsList().stream())
        .filter(unit -> unit.getItemCode().equals("RAK0"))
        .reduce((earlier, later) -> later)
        .map(ShelfUnit::getName)
        .orElse("");
  }

  @Test
  void aDeskThatDoesNotReadIsToldWhoWaitsNowAndNotWhoHasWaited() throws Exception {
    int changes = 120;
    Authority.Identity machine = identity();
    List<TestLane> lanes = new ArrayList<>();
    try (TestLane manager = lane("MANAGER", machine)) {
      for (int i = 0; i < 12; i++) {
        lanes.add(cashier());
        ask(lanes.get(i), "é".repeat(200));
      }
      try (var slow = desk(machine, manager);
          var good = desk(machine, manager).goOn()) {
        for (int change = 0; change < changes; change++) {
          String reason = change + "é".repeat(150);
          ask(lanes.get(0), reason);
          await().pollInterval(Duration.ofMillis(2)).until(() -> lastReason(good).equals(reason));
        }
        slow.goOn();
        await().until(() -> lastReason(slow).equals(lastReason(good)));

        assertThat(good.read).hasSizeGreaterThanOrEqualTo(changes);
        assertThat(slow.read).hasSizeLessThan(changes / 2);
      }
    } finally {
      lanes.forEach(TestLane::close);
    }
  }

  private static void ask(TestLane lane, String reason) {
    var unused =
        lane.approvals()
            .requestApproval(
                RequestApprovalRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setPermission("sale.void_basket")
                    .setSubjectId(TestLane.newId())
                    .setReason(reason)
                    .build());
  }

  private static Reader<WatchApprovalRequestsRequest, WatchApprovalRequestsResponse> desk(
      Authority.Identity machine, TestLane manager) throws IOException {
    return new Reader<>(
        machine,
        manager.headers(),
        ApprovalServiceGrpc.getWatchApprovalRequestsMethod(),
        WatchApprovalRequestsRequest.getDefaultInstance());
  }

  private static String lastReason(Reader<?, WatchApprovalRequestsResponse> reader) {
    WatchApprovalRequestsResponse told = reader.read.get(reader.read.size() - 1);
    return told.getWaiting(told.getWaitingCount() - 1).getReason();
  }

  private static void sql(String statement) {
    server.database().jdbi().useHandle(handle -> handle.execute(statement));
  }

  private static long number(String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}

package id.lajur.installer.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.kit.connection.CertificateRenewal;
import id.lajur.kit.connection.Enrolment;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.start.Technician;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.pos.lane.JournalLock;
import id.lajur.pos.window.PosCommand;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.people.MachineRegister;
import id.lajur.server.security.Authority;
import id.lajur.server.security.ServerTls;
import io.grpc.Server;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A machine enrols itself at a real server, by the classes that the programs of a shop use. */
class MachineEnrolmentTest {
  private static final String HOST = "127.0.0.1";
  private static final AtomicInteger places = new AtomicInteger();

  @TempDir private static Path data = Path.of("");
  private static StoreServer store;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void aStore() {
    store =
        StoreServer.start(
            new ServerConfig(
                data.resolve("store"),
                HOST,
                0,
                new DatabaseSettings.Embedded(data.resolve("store"), 256)),
            new StoreProfile(
                "UJI", "Toko Uji", "Jl. Uji 1", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    store.close();
  }

  private static MachineRegister register() {
    return new MachineRegister(store.database().jdbi(), store.authority(), "test");
  }

  private static MachineRegister.Code code(String place) throws SQLException {
    register().add(place, "Kasir " + place, "LANE");
    return register().makeCode(place, false);
  }

  private static String newPlace() {
    return "M" + places.incrementAndGet();
  }

  private static String terminal(StoreConnection connection) {
    return connection
        .ask(
            () ->
                SessionServiceGrpc.newBlockingStub(connection.channel())
                    .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(1).build()))
        .getTerminal()
        .getCode();
  }

  @Test
  void aMachineIsEnrolledAndFindsItselfAgainAfterARestart() throws Exception {
    String place = newPlace();
    MachineRegister.Code code = code(place);

    Enrolment enrolment = Enrolment.lookAt(HOST, store.port());
    assertThat(enrolment.fingerprint()).isEqualTo(code.authority());
    assertThat(enrolment.is(code.authority().toLowerCase(java.util.Locale.ROOT).replace('-', ':')))
        .isTrue();
    Enrolment.Enrolled enrolled = enrolment.enrol(code.code(), "kasir-uji");
    enrolled.identity().write(folder.resolve("machine"));

    assertThat(enrolled.terminal()).isEqualTo(place);
    assertThat(enrolled.training()).isTrue();
    MachineIdentity again = MachineIdentity.read(folder.resolve("machine"));
    assertThat(again).isEqualTo(enrolled.identity());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("machine").resolve("machine.pem"))))
        .isEqualTo("rw-------");
    try (StoreConnection connection = new StoreConnection(HOST, store.port(), again)) {
      assertThat(terminal(connection)).isEqualTo(place);
    }
  }

  @Test
  void aServerOfAnotherAuthorityShowsAnotherFingerprint() throws Exception {
    Authority other = Authority.open(folder.resolve("other"));
    Server between = serve(new ServerTls(other, Instant.now()).context());
    try {
      Enrolment enrolment = Enrolment.lookAt(HOST, between.getPort());

      assertThat(enrolment.is(store.authority().fingerprintInWords())).isFalse();
      assertThat(enrolment.is("")).isFalse();
    } finally {
      between.shutdownNow();
    }
  }

  /** Shows the shop's authority behind a certificate that it has signed for a machine only. */
  @Test
  void whoShowsTheShopsAuthorityWithoutBeingItsServerGetsNoCode() throws Exception {
    String place = newPlace();
    MachineRegister.Code code = code(place);
    Authority.Identity machine = store.authority().issueTerminal("L66");
    SslContext tls =
        GrpcSslContexts.configure(
                SslContextBuilder.forServer(
                    pem(machine.certificatePem() + store.authority().certificatePem()),
                    pem(machine.keyPem())))
            .build();
    Server between = serve(tls);
    try {
      Enrolment enrolment = Enrolment.lookAt(HOST, between.getPort());
      assertThat(enrolment.is(code.authority())).isTrue();

      assertThatThrownBy(() -> enrolment.enrol(code.code(), "korban"))
          .isInstanceOf(ServerRefusal.class)
          .hasMessageEndingWith(" UNAVAILABLE");
    } finally {
      between.shutdownNow();
    }
    assertThat(calls.get()).isZero();
    assertThat(Enrolment.lookAt(HOST, store.port()).enrol(code.code(), "kasir").terminal())
        .isEqualTo(place);
  }

  private static final AtomicInteger calls = new AtomicInteger();

  private static Server serve(SslContext tls) throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .sslContext(tls)
        .fallbackHandlerRegistry(
            new io.grpc.HandlerRegistry() {
              @Override
              public io.grpc.@org.jspecify.annotations.Nullable ServerMethodDefinition<?, ?>
                  lookupMethod(String name, @org.jspecify.annotations.Nullable String authority) {
                calls.incrementAndGet();
                return null;
              }
            })
        .build()
        .start();
  }

  private static ByteArrayInputStream pem(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatIsNoStoreServerIsSaidInWords() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }
    assertThatThrownBy(() -> Enrolment.lookAt(HOST, nobody)).isInstanceOf(IOException.class);
  }

  @Test
  void aLaneWhoseFirstServerIsDeadIsEnrolledAtTheSecond() throws Exception {
    MachineRegister.Code code = code(newPlace());
    String there = HOST + ":" + store.port();
    Path journal = folder.resolve("lane.journal");

    try (JournalLock other = JournalLock.of(journal)) { // so that no window opens
      assertThat(other.isHeld()).isTrue();
      enrolLane(code, List.of(nobodyThere(), there), journal);
    }

    MachineIdentity machine = MachineIdentity.read(folder.resolve("machine"));
    try (StoreConnection connection = new StoreConnection(HOST, store.port(), machine)) {
      assertThat(terminal(connection)).isEqualTo("M" + places.get());
    }
  }

  @Test
  void whereNoServerAnswersALaneNamesThemAllAndKeepsItsCode() throws Exception {
    MachineRegister.Code code = code(newPlace());
    List<String> dead = List.of(nobodyThere(), nobodyThere());

    String said = enrolLane(code, dead, folder.resolve("lane.journal"));

    assertThat(said).startsWith("lajur: cannot enrol at " + String.join(", ", dead) + ": ");
    assertThat(said.lines()).hasSize(1);
    assertThat(folder.resolve("machine")).doesNotExist();
    assertThat(Enrolment.lookAt(HOST, store.port()).enrol(code.code(), "kasir").terminal())
        .isEqualTo("M" + places.get());
  }

  /** What the lane's program says, which ends before it has a window. */
  private String enrolLane(MachineRegister.Code code, List<String> servers, Path journal) {
    return enrolLane(new PosCommand(), code, servers, journal, "--ca", code.authority());
  }

  private String enrolLane(
      PosCommand lane,
      MachineRegister.Code code,
      List<String> servers,
      Path journal,
      String... more) {
    StringWriter said = new StringWriter();
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--server", String.join(",", servers), "--enrol", code.code()));
    options.addAll(List.of("--identity", folder.resolve("machine").toString()));
    options.addAll(List.of("--journal", journal.toString()));
    options.addAll(List.of("--printer", "file:" + folder.resolve("paper")));
    options.addAll(List.of(more));
    int exit =
        new CommandLine(lane)
            .setErr(new PrintWriter(said, true))
            .execute(options.toArray(String[]::new));
    assertThat(exit).isNotZero();
    return said.toString();
  }

  /** What is said to a technician who types this, asked by a lane without {@code --ca}. */
  private String enrolAsked(MachineRegister.Code code, @Nullable Technician technician)
      throws IOException {
    Path journal = folder.resolve("lane.journal");
    try (JournalLock other = JournalLock.of(journal)) { // so that no window opens
      assertThat(other.isHeld()).isTrue();
      return enrolLane(
          new PosCommand(Platform.here(), technician),
          code,
          List.of(HOST + ":" + store.port()),
          journal);
    }
  }

  @Test
  void whoTypesTheLastFourDigitsOfTheAuthorityThatIsShownIsEnrolled() throws Exception {
    MachineRegister.Code code = code(newPlace());
    List<String> asked = new ArrayList<>();
    String lastFour = code.authority().substring(code.authority().lastIndexOf('-') + 1);

    String said =
        enrolAsked(
            code,
            question -> {
              asked.add(question);
              return " " + lastFour.toLowerCase(java.util.Locale.ROOT) + " ";
            });

    assertThat(asked).singleElement().asString().contains(code.authority());
    assertThat(said).doesNotContain("the code was not sent");
    MachineIdentity machine = MachineIdentity.read(folder.resolve("machine"));
    try (StoreConnection connection = new StoreConnection(HOST, store.port(), machine)) {
      assertThat(terminal(connection)).isEqualTo("M" + places.get());
    }
  }

  /** The first four, three of the last, nothing, a yes, the end of what is typed. */
  @Test
  void whoTypesOtherDigitsSendsNoCode() throws Exception {
    MachineRegister.Code code = code(newPlace());
    String authority = code.authority();
    List<@Nullable String> typed = new ArrayList<>();
    typed.add(authority.substring(0, authority.indexOf('-')));
    typed.add(authority.substring(authority.length() - 3));
    typed.add("");
    typed.add("y");
    typed.add(null);

    for (@Nullable String answer : typed) {
      assertThat(enrolAsked(code, question -> answer))
          .as("%s", answer)
          .contains("the code was not sent")
          .contains(authority);
    }

    assertThat(folder.resolve("machine")).doesNotExist();
    assertThat(Enrolment.lookAt(HOST, store.port()).enrol(code.code(), "kasir").terminal())
        .isEqualTo("M" + places.get());
  }

  @Test
  void whereNobodyCanBeAskedTheFingerprintIsAnOption() throws Exception {
    MachineRegister.Code code = code(newPlace());

    assertThat(enrolAsked(code, null)).startsWith("--enrol needs --ca");

    assertThat(folder.resolve("machine")).doesNotExist();
  }

  private static String nobodyThere() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return HOST + ":" + closed.getLocalPort();
    }
  }

  @Test
  void aMachineRenewsItsCertificateByItselfAndGoesOn() throws Exception {
    String place = newPlace();
    MachineRegister.Code code = code(place);
    MachineIdentity first =
        Enrolment.lookAt(HOST, store.port()).enrol(code.code(), "kasir-uji").identity();
    first.write(folder);
    age(place);
    try (StoreConnection connection = new StoreConnection(HOST, store.port(), first)) {
      assertThat(terminal(connection)).isEqualTo(place);
      InstantSource late = InstantSource.fixed(Instant.now().plus(Duration.ofDays(300)));

      CertificateRenewal renewal = CertificateRenewal.of(connection, first, folder, late);
      try {
        long until = System.nanoTime() + 10_000_000_000L;
        while (MachineIdentity.read(folder).equals(first) && System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        for (int i = 0; i < 50; i++) {
          assertThat(terminal(connection)).isEqualTo(place);
        }
      } finally {
        renewal.close();
      }
    }
    MachineIdentity second = MachineIdentity.read(folder);
    assertThat(second.keyPem()).isNotEqualTo(first.keyPem());
    try (StoreConnection connection = new StoreConnection(HOST, store.port(), second)) {
      assertThat(terminal(connection)).isEqualTo(place);
    }
    try (StoreConnection old = new StoreConnection(HOST, store.port(), first)) {
      assertThatThrownBy(() -> terminal(old)).hasMessageContaining("NOT_ENROLLED");
    }
    assertThat(files(folder)).containsExactly("machine.pem");
  }

  private static java.util.List<String> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Has the certificate of a place begun its last third. */
  private static void age(String place) {
    store
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    UPDATE certificate c JOIN terminal t USING (terminal_id)
                       SET c.issued_at = c.issued_at - INTERVAL 900 DAY WHERE t.code = ?""",
                    place));
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import id.lajur.server.database.DataFolders;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Permissions;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each RPC of each service, asked by everybody who may not. */
class EveryRpcTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static TestLane stranger;
  private static TestLane revoked;
  private static TestLane expired;
  private static TestLane foreign;
  private static TestLane unknown;
  private static TestLane nobody;
  private static TestLane borrower;
  private static TestLane powerless;
  private static TestLane shiftless;
  private static Map<String, String> before = Map.of();

  @BeforeAll
  static void everybodyWhoMayNot() throws SQLException, IOException {
    stranger = TestLane.stranger(store, null);
    revoked = store.lane("OWNER");
    long terminal = store.number("SELECT MAX(terminal_id) FROM terminal");
    expired = expired();
    Path elsewhere = Path.of("target", "foreign-authority").toAbsolutePath();
    DataFolders.deleteTree(elsewhere);
    foreign =
        TestLane.stranger(
            store, Authority.open(DataFolders.createPrivate(elsewhere)).issueTerminal("T1"));
    unknown = TestLane.stranger(store, store.server().authority().issueTerminal("T1"));
    nobody = store.enrolled("OWNER");
    borrower = store.enrolled("OWNER");
    borrower.borrowSession(store.lane("OWNER"));
    powerless = store.lane(store.role(List.of("till.shift"), ""));
    shiftless = store.enrolled(store.role(List.of("sale.scan"), ""));
    shiftless.signOn();
    String code =
        store
            .server()
            .database()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT code FROM terminal WHERE terminal_id = :id")
                        .bind("id", terminal)
                        .mapTo(String.class)
                        .one());
    NewMachine.register(store).revoke(code, "dicuri");
    before = Rpcs.contents(store, Rpcs.BY_TIME);
  }

  private static TestLane expired() throws SQLException {
    NewMachine machine = new NewMachine(store);
    Instant now = Instant.now();
    return machine.lane(
        Authority.pem(
            store
                .server()
                .authority()
                .signTerminal(
                    "T1",
                    machine.publicKey(),
                    now.minus(Duration.ofDays(400)),
                    now.minusSeconds(1))),
        "1");
  }

  /** Nobody of these has changed anything, in any table. */
  @AfterAll
  static void nothingHasChanged() throws SQLException {
    assertThat(Rpcs.changed(store, before, Rpcs.BY_TIME)).isEmpty();
    Stream.of(stranger, revoked, expired, foreign, unknown, nobody, borrower, powerless, shiftless)
        .forEach(TestLane::close);
    store.assertAuditClean();
  }

  static List<MethodDescriptor<Message, Message>> methods() {
    return Rpcs.all();
  }

  @Test
  void allServicesOfTheContractAreFound() {
    assertThat(methods()).hasSizeGreaterThan(30);
    assertThat(methods().stream().filter(m -> Rpcs.permission(m).equals("unenrolled")))
        .extracting(MethodDescriptor::getFullMethodName)
        .containsExactly("lajur.people.v1.EnrolmentService/Enrol");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isNotAnsweredToAMachineThatIsNotEnrolled(MethodDescriptor<Message, Message> method) {
    if (Rpcs.permission(method).equals("unenrolled")) {
      assertThat(asked(stranger, method)).isEqualTo("ENROLMENT_CODE_INVALID");
      return;
    }
    assertThat(asked(stranger, method)).isEqualTo("NOT_ENROLLED");
    assertThat(asked(revoked, method)).isEqualTo("NOT_ENROLLED");
    assertThat(asked(unknown, method)).isEqualTo("NOT_ENROLLED");
    assertThat(asked(expired, method)).isEqualTo("CERTIFICATE_EXPIRED");
    assertThat(Rpcs.outcome(foreign, method, Rpcs.empty(method).toByteArray()))
        .satisfiesAnyOf(
            said -> assertThat(said).isEqualTo("NOT_ENROLLED"),
            said -> assertThat(said).startsWith("UNAVAILABLE")); // the handshake itself
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isNotAnsweredToAnOperatorWhoMayNot(MethodDescriptor<Message, Message> method) {
    String permission = Rpcs.permission(method);
    if (List.of("unenrolled", "open").contains(permission)) {
      return;
    }
    assertThat(asked(nobody, method)).isEqualTo("NOT_SIGNED_ON");
    assertThat(asked(borrower, method)).isEqualTo("NOT_SIGNED_ON");
    if (Permissions.ALL.contains(permission)) {
      // Who has all the others cannot have a shift open, and is asked for nothing but that.
      TestLane lacking = permission.equals("till.shift") ? shiftless : powerless;
      assertThat(asked(lacking, method))
          .isEqualTo(
              Permissions.APPROVABLE.contains(permission)
                  ? "APPROVAL_NEEDED"
                  : "PERMISSION_MISSING");
    }
  }

  /** A connection of a machine that is out ends every second: then it is asked again. */
  private static String asked(TestLane lane, MethodDescriptor<Message, Message> method) {
    String said = "";
    for (int i = 0; i < 5; i++) {
      said = Rpcs.outcome(lane, method, Rpcs.empty(method).toByteArray());
      if (!said.startsWith("UNAVAILABLE") && !said.equals("UNKNOWN channel closed")) {
        return said;
      }
    }
    return said;
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.server.database.DataFolders;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Permissions;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @Test
  void everyRpcNamesAPermissionThatTheStoreKnows() {
    Set<String> named = new TreeSet<>();
    Rpcs.all().forEach(method -> named.add(Rpcs.permission(method)));
    named.removeAll(Set.of("unenrolled", "open", "session"));
    assertThat(named).isEqualTo(new TreeSet<>(Permissions.ALL));
  }

  @Test
  void aMachineWithoutACertificateIsAnsweredNothing() {
    try (TestLane stranger = TestLane.stranger(store, null)) {
      assertThat(refused(() -> askForTerminal(stranger))).isEqualTo("NOT_ENROLLED");
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNone() throws IOException {
    Path elsewhere = Path.of("target", "other-authority").toAbsolutePath();
    DataFolders.deleteTree(elsewhere);
    Authority other = Authority.open(DataFolders.createPrivate(elsewhere));
    try (TestLane stranger = TestLane.stranger(store, other.issueTerminal("T1"))) {
      assertThat(refused(() -> askForTerminal(stranger)))
          .isIn("NOT_ENROLLED", "no reason: io.grpc.StatusRuntimeException: UNAVAILABLE");
    }
  }

  @Test
  void aCertificateThatNoTerminalHasIsRefused() {
    Authority.Identity unknown = store.server().authority().issueTerminal("T999");
    try (TestLane stranger = TestLane.stranger(store, unknown)) {
      assertThat(refused(() -> askForTerminal(stranger))).isEqualTo("NOT_ENROLLED");
    }
  }

  @Test
  void nobodySellsBeforeSigningOn() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.enrolled()) {
      assertThat(refused(() -> lane.scan(item))).isEqualTo("NOT_SIGNED_ON");
    }
  }

  @Test
  void nobodySellsWithoutAShift() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.enrolled()) {
      lane.signOn();

      assertThat(refused(() -> lane.scan(item))).isEqualTo("SHIFT_CLOSED");
    }
  }

  @Test
  void aWrongPinAndAnUnknownNumberAreToldApartByNobody() {
    try (TestLane lane = store.enrolled();
        TestLane stranger = TestLane.stranger(store, null)) {
      assertThat(refused(() -> lane.signOn("9999"))).isEqualTo("SIGN_ON_FAILED");
      assertThat(refused(() -> stranger.signOn("9999"))).isEqualTo("NOT_ENROLLED");
    }
  }

  @Test
  void fiveWrongPinsLockTheNumberForAWhileAndTheRefusalSaysUntilWhen() {
    try (TestLane lane = store.enrolled()) {
      for (int i = 0; i < 4; i++) {
        assertThat(facts(() -> lane.signOn("9999"))).isEmpty();
      }
      Instant before = Instant.now();

      Map<String, String> fifth = facts(() -> lane.signOn("9999"));
      assertThat(refused(lane::signOn)).isEqualTo("SIGN_ON_FAILED");

      String until = Objects.requireNonNull(fifth.get("lockedUntilMs"));
      assertThat(Instant.ofEpochMilli(Long.parseLong(until)))
          .isBetween(before.plusSeconds(29), Instant.now().plusSeconds(31));
      assertThat(facts(lane::signOn)).containsKey("lockedUntilMs");
    }
  }

  @Test
  void aSessionOfAnotherTerminalIsNone() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane();
        TestLane other = store.enrolled()) {
      other.borrowSession(lane);

      assertThat(refused(() -> other.scan(item))).isEqualTo("NOT_SIGNED_ON");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 99})
  void aLaneOfAnUnknownContractIsToldSo(int level) {
    try (TestLane lane = store.enrolled()) {
      assertThat(
              refused(
                  () ->
                      SessionServiceGrpc.newBlockingStub(lane.channel())
                          .getTerminal(
                              GetTerminalRequest.newBuilder().setContractLevel(level).build())))
          .isEqualTo("CONTRACT_UNKNOWN");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aLaneOfThisLevelOrTheOneBeforeIsWelcome(int level) {
    try (TestLane lane = store.enrolled()) {
      assertThat(
              SessionServiceGrpc.newBlockingStub(lane.channel())
                  .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(level).build())
                  .getContractLevel())
          .isEqualTo(2);
    }
  }

  private static void askForTerminal(TestLane lane) {
    SessionServiceGrpc.newBlockingStub(lane.channel())
        .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(1).build());
  }

  private static Map<String, String> facts(Runnable act) {
    return TestLane.facts(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.people.v1.CreateEnrolmentCodeRequest;
import id.lajur.people.v1.CreateEnrolmentCodeResponse;
import id.lajur.people.v1.CreateTerminalRequest;
import id.lajur.people.v1.EnrolResponse;
import id.lajur.people.v1.ListTerminalsRequest;
import id.lajur.people.v1.ListedTerminal;
import id.lajur.people.v1.RenameTerminalRequest;
import id.lajur.people.v1.RevokeCertificateRequest;
import id.lajur.people.v1.TerminalKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines and their places as a manager looks after them at his desk. */
@Timeout(120)
class TerminalServiceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger places = new AtomicInteger();

  private final TestLane manager = store.enrolled("MANAGER");
  private final String place = "M" + places.incrementAndGet();

  TerminalServiceTest() {
    manager.signOn();
  }

  @AfterEach
  void leave() {
    store.sql("UPDATE enrolment_code SET closed_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL");
    manager.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private CreateTerminalRequest.Builder newPlace() {
    return CreateTerminalRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setCode(place)
        .setName("Kasir baru")
        .setKind(TerminalKind.TERMINAL_KIND_LANE);
  }

  private String made(CreateTerminalRequest.Builder request) {
    return TestLane.outcome(() -> ManagerCalls.terminals(manager).createTerminal(request.build()));
  }

  private CreateEnrolmentCodeRequest.Builder code(String terminal) {
    return CreateEnrolmentCodeRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setTerminal(terminal);
  }

  private CreateEnrolmentCodeResponse given(CreateEnrolmentCodeRequest.Builder request) {
    return ManagerCalls.terminals(manager).createEnrolmentCode(request.build());
  }

  private String outcome(CreateEnrolmentCodeRequest.Builder request) {
    return TestLane.outcome(() -> given(request));
  }

  private String revoked(String terminal, String why) {
    return TestLane.outcome(
        () ->
            ManagerCalls.terminals(manager)
                .revokeCertificate(
                    RevokeCertificateRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setTerminal(terminal)
                        .setReason(why)
                        .build()));
  }

  private ListedTerminal listed(String code) {
    return ManagerCalls.terminals(manager)
        .listTerminals(ListTerminalsRequest.getDefaultInstance())
        .getTerminalsList()
        .stream()
        .filter(one -> one.getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMachineTakesANewPlaceByACodeThatTheManagerReadsOffHisScreen() {
    assertThat(made(newPlace())).isEqualTo("answered");
    assertThat(listed(place).getEnrolled()).isFalse();

    CreateEnrolmentCodeResponse code = given(code(place));

    assertThat(code.getCode()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(code.getAuthorityFingerprint())
        .isEqualTo(store.server().authority().fingerprintInWords());
    assertThat(Duration.ofMillis(code.getExpiresAtMs() - code.getNowMs()))
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    assertThat(listed(place).getCodeUntilMs()).isEqualTo(code.getExpiresAtMs());
    EnrolResponse enrolled = new NewMachine(store).enrol(code.getCode());
    assertThat(enrolled.getTerminal().getCode()).isEqualTo(place);
    ListedTerminal now = listed(place);
    assertThat(now.getEnrolled()).isTrue();
    assertThat(now.getMachineName()).isEqualTo("kasir-baru");
    assertThat(now.getConnected()).as("it has only been given its certificate").isFalse();
    assertThat(now.getCodeUntilMs()).isZero();
  }

  @Test
  void aRequestSentTwiceShowsTheSameCodeWhichIsNowhereInTheDatabase() {
    assertThat(made(newPlace())).isEqualTo("answered");
    CreateEnrolmentCodeRequest.Builder request = code(place);

    CreateEnrolmentCodeResponse first = given(request);
    CreateEnrolmentCodeResponse second = given(request);

    assertThat(second.getCode()).isEqualTo(first.getCode());
    assertThat(second.getExpiresAtMs()).isEqualTo(first.getExpiresAtMs());
    assertThat(given(code(place)).getCode()).isNotEqualTo(first.getCode());
    assertThat(outcome(request.clone().setTerminal("T1"))).isEqualTo("REQUEST_REUSED");
    for (String form : List.of(first.getCode(), first.getCode().replace("-", ""))) {
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM request WHERE INSTR(answer, '%s') > 0".formatted(form)))
          .isZero();
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE CONCAT_WS('|', before_value, after_value,"
                      + " reason) LIKE '%%%s%%'".formatted(form)))
          .isZero();
    }
  }

  @Test
  void aMachineThatIsRevokedIsOutWithItsSessionAndItsConnection() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane()) {
      String terminal = lane.terminal();
      lane.scan(item);
      ListedTerminal before = listed(terminal);
      assertThat(before.getConnected()).isTrue();
      assertThat(before.getOperatorName()).startsWith("Kasir");
      assertThat(before.getLastSeenMs()).isPositive();

      assertThat(revoked(terminal, "dicuri")).isEqualTo("answered");

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> TestLane.outcome(() -> lane.scan(item)).equals("NOT_ENROLLED"));
      await().atMost(Duration.ofSeconds(20)).until(() -> !listed(terminal).getConnected());
      assertThat(listed(terminal).getEnrolled()).isFalse();
      assertThat(listed(terminal).getOperatorName()).isEmpty();
      assertThat(
              store.text(
                  """
                  SELECT CONCAT(o.number, ' ', e.reason) FROM audit_entry e
                    JOIN terminal t ON t.terminal_id = e.terminal_id
                    JOIN operator o ON o.operator_id = e.operator_id
                   WHERE e.kind = 'MACHINE_REVOKED' AND t.code = '%s'"""
                      .formatted(terminal)))
          .isEqualTo(manager.operator() + " operator " + manager.operator() + ": dicuri");
    }
  }

  @Test
  void aTerminalIsRenamedAndItsMachineIsToldSo() {
    try (TestLane lane = store.lane()) {
      String terminal = lane.terminal();

      var unused =
          ManagerCalls.terminals(manager)
              .renameTerminal(
                  RenameTerminalRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setCode(terminal)
                      .setName("Kasir cepat")
                      .build());

      assertThat(listed(terminal).getName()).isEqualTo("Kasir cepat");
    }
  }

  @Test
  void aPlaceThatAMachineHasIsGivenToAnotherOnlyWhenThatIsSaid() {
    try (TestLane lane = store.lane()) {
      assertThat(outcome(code(lane.terminal()))).isEqualTo("PLACE_TAKEN");
      assertThat(outcome(code(lane.terminal()).setReplaces(true))).isEqualTo("answered");
    }
  }

  @Test
  void eachRefusalHasItsReasonAndChangesNothing() {
    assertThat(made(newPlace())).isEqualTo("answered");
    long journalled = store.number("SELECT COUNT(*) FROM audit_entry");

    assertThat(made(newPlace())).isEqualTo("TERMINAL_EXISTS");
    assertThat(made(newPlace().setCode("kasir"))).isEqualTo("TERMINAL_CODE_INVALID");
    assertThat(made(newPlace().setCode(place + "X").setName(""))).isEqualTo("NAME_NEEDED");
    assertThat(made(newPlace().setCode(place + "X").setName("x".repeat(201))))
        .isEqualTo("TEXT_INVALID");
    assertThat(outcome(code("NIX"))).isEqualTo("TERMINAL_UNKNOWN");
    assertThat(outcome(code("SRV"))).isEqualTo("TERMINAL_UNKNOWN");
    assertThat(revoked("NIX", "")).isEqualTo("TERMINAL_UNKNOWN");
    assertThat(revoked(place, "")).isEqualTo("PLACE_FREE");
    assertThat(revoked(place, "x".repeat(201))).isEqualTo("TEXT_INVALID");
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(journalled);
  }
}

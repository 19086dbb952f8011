package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import id.lajur.people.v1.EnrolRequest;
import id.lajur.people.v1.EnrolResponse;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.people.MachineRegister;
import id.lajur.server.refusal.Refusal;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a machine gets in, and how a stranger does not. */
class EnrolmentTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger places = new AtomicInteger();

  private String place = "";

  @BeforeEach
  void aTerminalWhosePlaceIsFree() throws SQLException {
    place = "E" + places.incrementAndGet();
    NewMachine.register(store).add(place, "Kasir baru", "LANE");
  }

  @AfterEach
  void theBooksHold() throws SQLException {
    store.sql("UPDATE enrolment_code SET closed_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL");
    store.assertAuditClean();
  }

  @Test
  void aMachineWithACodeGetsItsPlace() throws SQLException {
    NewMachine machine = new NewMachine(store);

    EnrolResponse enrolled = machine.enrol(NewMachine.codeFor(store, place));

    assertThat(enrolled.getTerminal().getCode()).isEqualTo(place);
    assertThat(enrolled.getStore().getTraining()).isTrue();
    assertThat(enrolled.getCertificate().getAuthorityPem())
        .isEqualTo(store.server().authority().certificatePem());
    try (TestLane lane = machine.lane(enrolled.getCertificate().getCertificatePem(), "1")) {
      assertThat(terminal(lane)).isEqualTo(place);
    }
    assertThat(journal("MACHINE_ENROLLED")).isEqualTo(1);
  }

  @Test
  void caseBlanksAndHyphensOfACodeDoNotMatter() throws SQLException {
    String code = NewMachine.codeFor(store, place);

    assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContainPattern("[ILOU]");
    assertThat(
            outcome(
                () ->
                    new NewMachine(store)
                        .enrol(" " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '))))
        .isEqualTo("answered");
  }

  @Test
  void theSameRequestGetsTheSameCertificateAndAnAlteredOneNone() throws SQLException {
    NewMachine machine = new NewMachine(store);
    EnrolRequest request = machine.request(NewMachine.codeFor(store, place));

    EnrolResponse first = machine.enrol(request);

    assertThat(machine.enrol(request)).isEqualTo(first);
    EnrolRequest otherKey =
        request.toBuilder()
            .setPublicKey(ByteString.copyFrom(NewMachine.newKey().getPublic().getEncoded()))
            .build();
    assertThat(outcome(() -> machine.enrol(otherKey))).isEqualTo("REQUEST_REUSED");
    EnrolRequest otherCode = request.toBuilder().setCode("22222222").build();
    assertThat(outcome(() -> new NewMachine(store).enrol(otherCode))).isEqualTo("REQUEST_REUSED");
    assertThat(journal("MACHINE_ENROLLED")).isEqualTo(1);
  }

  @Test
  void aCodeIsGoodOnce() throws SQLException {
    String code = NewMachine.codeFor(store, place);
    EnrolResponse unused = new NewMachine(store).enrol(code);

    assertThat(outcome(() -> new NewMachine(store).enrol(code)))
        .isEqualTo("ENROLMENT_CODE_INVALID");
  }

  @Test
  void aCodeIsGoodForTenMinutes() throws SQLException {
    MachineRegister.Code code = NewMachine.register(store).makeCode(place, false);
    assertThat(code.expiresAt())
        .isBetween(
            java.time.Instant.now().plusSeconds(590), java.time.Instant.now().plusSeconds(600));
    store.sql("UPDATE enrolment_code SET expires_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL");

    assertThat(outcome(() -> new NewMachine(store).enrol(code.code())))
        .isEqualTo("ENROLMENT_CODE_INVALID");
  }

  @Test
  void fiveWrongTriesOfAnybodyEndEveryOpenCode() throws SQLException {
    String code = NewMachine.codeFor(store, place);
    long wrong = journalOfServer();
    for (int i = 0; i < 5; i++) {
      assertThat(outcome(() -> new NewMachine(store).enrol("22222222")))
          .isEqualTo("ENROLMENT_CODE_INVALID");
    }

    assertThat(outcome(() -> new NewMachine(store).enrol(code)))
        .isEqualTo("ENROLMENT_CODE_INVALID");
    assertThat(journalOfServer()).isEqualTo(wrong + 5);
  }

  @Test
  void anAddressWaitsAfterAWrongTryHoweverManyItSendsAtOnce() throws SQLException {
    String code = NewMachine.codeFor(store, place);
    NewMachine guesser = new NewMachine(store);
    assertThat(outcome(() -> guesser.enrol("22222222"))).isEqualTo("ENROLMENT_CODE_INVALID");

    assertThat(outcome(() -> guesser.enrol("22222223"))).isEqualTo("ENROLMENT_WAIT");
    assertThat(outcome(() -> guesser.enrol(code))).isEqualTo("ENROLMENT_WAIT");
    assertThat(store.number("SELECT MAX(wrong_tries) FROM enrolment_code WHERE closed_at IS NULL"))
        .isEqualTo(1);
  }

  @Test
  void aNewCodeEndsTheOneBefore() throws SQLException {
    String first = NewMachine.codeFor(store, place);
    String second = NewMachine.codeFor(store, place);

    assertThat(outcome(() -> new NewMachine(store).enrol(first)))
        .isEqualTo("ENROLMENT_CODE_INVALID");
    assertThat(outcome(() -> new NewMachine(store).enrol(second))).isEqualTo("answered");
  }

  @Test
  void theCodeItselfIsNowhereInTheDatabase() throws SQLException {
    String code = NewMachine.codeFor(store, place).replace("-", "");

    assertThat(
            store.number(
                "SELECT COUNT(*) FROM enrolment_code WHERE seal LIKE '%%%s%%'".formatted(code)))
        .isZero();
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE CONCAT_WS(' ', before_value, after_value,"
                    + " reason) LIKE '%%%s%%'".formatted(code)))
        .isZero();
  }

  @Test
  void onlyAKeyOnTheCurveIsSigned() throws Exception {
    String code = NewMachine.codeFor(store, place);
    NewMachine machine = new NewMachine(store);
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();
    for (byte[] key : new byte[][] {{}, {1, 2, 3}, rsa}) {
      assertThat(
              outcome(
                  () ->
                      machine.enrol(
                          machine.request(code).toBuilder()
                              .setPublicKey(ByteString.copyFrom(key))
                              .build())))
          .isEqualTo("KEY_INVALID");
    }

    assertThat(outcome(() -> machine.enrol(code))).isEqualTo("answered");
  }

  @Test
  void aTakenPlaceIsGivenOnlyByACodeThatSaysSo() throws SQLException {
    EnrolResponse unused = new NewMachine(store).enrol(NewMachine.codeFor(store, place));

    assertThatThrownBy(() -> NewMachine.codeFor(store, place))
        .isInstanceOf(Refusal.class)
        .hasMessage("PLACE_TAKEN {terminal=" + place + "}");
  }

  @Test
  void aNewMachineGoesOnWhereTheOldOneStood() throws SQLException {
    String item = store.item(5_000_00);
    NewMachine first = new NewMachine(store);
    EnrolResponse was = first.enrol(NewMachine.codeFor(store, place));
    store
        .server()
        .setup()
        .addOperator(
            "8" + place.substring(1), "Kasir", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
    try (TestLane old =
        first.lane(was.getCertificate().getCertificatePem(), "8" + place.substring(1))) {
      old.signOn();
      old.openShift(0);
      old.scan(item);
      PayResponse sold = old.pay(old.cashRequest(5_000_00));
      old.scan(item);
      String code = NewMachine.register(store).makeCode(place, true).code();
      assertThat(outcome(() -> old.scan(item))).isEqualTo("answered"); // until the new one is in

      NewMachine second = new NewMachine(store);
      EnrolResponse is = second.enrol(code);

      assertThat(outcome(() -> old.scan(item))).isEqualTo("NOT_ENROLLED");
      try (TestLane lane = second.lane(is.getCertificate().getCertificatePem(), old.operator())) {
        assertThat(outcome(() -> lane.scan(item))).isEqualTo("NOT_SIGNED_ON");
        lane.signOn();
        lane.adopt(old.basket());
        assertThat(lane.reread().getLinesCount()).isEqualTo(2);
        PayResponse next = lane.pay(lane.cashRequest(10_000_00));
        assertThat(next.getNumber()).isEqualTo(sold.getNumber() + 1);
      }
    }
  }

  private static String terminal(TestLane lane) {
    return SessionServiceGrpc.newBlockingStub(lane.channel())
        .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(1).build())
        .getTerminal()
        .getCode();
  }

  private long journal(String kind) {
    return store.number(
        "SELECT COUNT(*) FROM audit_entry e JOIN terminal t USING (terminal_id) WHERE t.code = '%s' AND e.kind = '%s'"
            .formatted(place, kind));
  }

  private static long journalOfServer() {
    return store.number("SELECT COUNT(*) FROM audit_entry WHERE kind = 'ENROLMENT_CODE_WRONG'");
  }
}

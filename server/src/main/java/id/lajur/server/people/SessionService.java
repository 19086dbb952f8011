package id.lajur.server.people;

import id.lajur.people.v1.ChangePinRequest;
import id.lajur.people.v1.ChangePinResponse;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.GetTerminalResponse;
import id.lajur.people.v1.OpenShift;
import id.lajur.people.v1.Operator;
import id.lajur.people.v1.SessionServiceGrpc;
import id.lajur.people.v1.SignOffRequest;
import id.lajur.people.v1.SignOffResponse;
import id.lajur.people.v1.SignOnRequest;
import id.lajur.people.v1.SignOnResponse;
import id.lajur.people.v1.Store;
import id.lajur.people.v1.Terminal;
import id.lajur.people.v1.TerminalKind;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import io.grpc.stub.StreamObserver;
import java.util.Objects;

/** Adapter of sign-on. */
public final class SessionService extends SessionServiceGrpc.SessionServiceImplBase {
  /** The level of the contract that this server speaks. */
  static final int CONTRACT_LEVEL = 2;

  /** It speaks the one before as well: lanes are brought up to date after their server. */
  static final int OLDEST_LEVEL = CONTRACT_LEVEL - 1;

  private final Calls calls;
  private final SignOn signOn;
  private final Terminals terminals;

  public SessionService(Calls calls, SignOn signOn, Terminals terminals) {
    this.calls = calls;
    this.signOn = signOn;
    this.terminals = terminals;
  }

  @Override
  public void getTerminal(
      GetTerminalRequest request, StreamObserver<GetTerminalResponse> observer) {
    calls.look(
        observer,
        caller -> {
          if (request.getContractLevel() < OLDEST_LEVEL
              || request.getContractLevel() > CONTRACT_LEVEL) {
            throw new Refusal(Reason.CONTRACT_UNKNOWN)
                .with("level", CONTRACT_LEVEL)
                .with("oldest", OLDEST_LEVEL);
          }
          return terminal(caller);
        });
  }

  private GetTerminalResponse terminal(Caller caller) {
    Terminals.Shown shown = terminals.terminal(caller.terminalId());
    TerminalDao.TerminalRow row = shown.terminal();
    return GetTerminalResponse.newBuilder()
        .setContractLevel(CONTRACT_LEVEL)
        .setProgramVersion(
            Objects.requireNonNullElse(
                SessionService.class.getPackage().getImplementationVersion(), "development"))
        .setTerminal(
            Terminal.newBuilder().setCode(row.code()).setName(row.name()).setKind(kind(row.kind())))
        .setStore(
            Store.newBuilder()
                .setCode(row.storeCode())
                .setName(shown.storeName())
                .setAddress(shown.address())
                .setTaxNumber(shown.taxNumber())
                .setCurrency(row.currency())
                .setAmountUnitMinor(row.amountUnitMinor())
                .setCoinMinor(shown.coinMinor())
                .setTimeZone(row.timeZone())
                .setReceiptHeader(shown.header())
                .setReceiptFooter(shown.footer())
                .setTraining(row.training()))
        .build();
  }

  static TerminalKind kind(String kind) {
    return kind.equals("LANE")
        ? TerminalKind.TERMINAL_KIND_LANE
        : TerminalKind.TERMINAL_KIND_BACK_OFFICE;
  }

  @Override
  public void signOn(SignOnRequest request, StreamObserver<SignOnResponse> observer) {
    calls.look(
        observer,
        caller -> {
          if (!request.getOperatorNumber().matches("\\d{1,8}")
              || !request.getPin().matches("\\d{4,12}")) {
            throw new Refusal(Reason.SIGN_ON_FAILED);
          }
          SignOn.Session session =
              signOn.signOn(caller, request.getOperatorNumber(), request.getPin().toCharArray());
          PeopleDao.OperatorRow operator = session.operator();
          SignOnResponse.Builder answer =
              SignOnResponse.newBuilder()
                  .setSessionId(session.sessionId().toString())
                  .setOperator(
                      Operator.newBuilder()
                          .setNumber(operator.number())
                          .setName(operator.name())
                          .setRole(operator.role())
                          .setLanguage(operator.language())
                          .addAllPermissions(session.permissions().stream().sorted().toList()))
                  .setMustChangePin(operator.mustChangePin())
                  .setPinMark(PinMark.of(operator.pinHash()))
                  .setIdleMinutes(signOn.idleMinutes(caller));
          terminals
              .openShift(caller.terminalId(), operator.operatorId())
              .ifPresent(
                  shift ->
                      answer.setOpenShift(
                          OpenShift.newBuilder()
                              .setShiftId(shift.shiftId().toString())
                              .setNumber(shift.number())
                              .setBusinessDate(shift.businessDate().toString())
                              .setOpenedAtMs(shift.openedAt().toEpochMilli())));
          return answer.build();
        });
  }

  @Override
  public void changePin(ChangePinRequest request, StreamObserver<ChangePinResponse> observer) {
    calls.look(
        observer,
        caller -> {
          signOn.changePin(
              caller, request.getOldPin().toCharArray(), request.getNewPin().toCharArray());
          return ChangePinResponse.getDefaultInstance();
        });
  }

  @Override
  public void signOff(SignOffRequest request, StreamObserver<SignOffResponse> observer) {
    calls.look(
        observer,
        caller -> {
          signOn.signOff(caller);
          return SignOffResponse.getDefaultInstance();
        });
  }
}

package id.lajur.server.people;

import id.lajur.people.v1.CreateEnrolmentCodeRequest;
import id.lajur.people.v1.CreateEnrolmentCodeResponse;
import id.lajur.people.v1.CreateTerminalRequest;
import id.lajur.people.v1.CreateTerminalResponse;
import id.lajur.people.v1.ListTerminalsRequest;
import id.lajur.people.v1.ListTerminalsResponse;
import id.lajur.people.v1.ListedTerminal;
import id.lajur.people.v1.RenameTerminalRequest;
import id.lajur.people.v1.RenameTerminalResponse;
import id.lajur.people.v1.RevokeCertificateRequest;
import id.lajur.people.v1.RevokeCertificateResponse;
import id.lajur.people.v1.TerminalKind;
import id.lajur.people.v1.TerminalServiceGrpc;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Certificates;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Machines;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;

/** Adapter of terminals and the machines in their places. */
public final class TerminalService extends TerminalServiceGrpc.TerminalServiceImplBase {
  private final Calls calls;
  private final Jdbi jdbi;
  private final Authority authority;
  private final Machines machines;

  /**
   * @param machines that are connected to this server
   */
  public TerminalService(Calls calls, Jdbi jdbi, Authority authority, Machines machines) {
    this.calls = calls;
    this.jdbi = jdbi;
    this.authority = authority;
    this.machines = machines;
  }

  @Override
  public void listTerminals(
      ListTerminalsRequest request, StreamObserver<ListTerminalsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Set<String> connected = machines.connected();
          return ListTerminalsResponse.newBuilder()
              .addAllTerminals(
                  new MachineRegister(jdbi, authority, "")
                      .list().stream().map(one -> message(one, connected)).toList())
              .build();
        });
  }

  private static ListedTerminal message(MachineRegister.Listed one, Set<String> connected) {
    ListedTerminal.Builder message =
        ListedTerminal.newBuilder()
            .setCode(one.code())
            .setName(one.name())
            .setKind(SessionService.kind(one.kind()))
            .setMachineName(Objects.requireNonNullElse(one.machineName(), ""))
            .setOperatorName(Objects.requireNonNullElse(one.operatorName(), ""));
    if (one.fingerprint() != null) {
      message
          .setEnrolled(true)
          .setCertificate(Certificates.inWords(one.fingerprint()))
          .setConnected(connected.contains(HexFormat.of().formatHex(one.fingerprint())));
    }
    if (one.expiresAt() != null) {
      message.setCertificateUntilMs(one.expiresAt().toEpochMilli());
    }
    if (one.lastSeen() != null) {
      message.setLastSeenMs(one.lastSeen().toEpochMilli());
    }
    if (one.codeUntil() != null) {
      message.setCodeUntilMs(one.codeUntil().toEpochMilli());
    }
    return message.build();
  }

  @Override
  public void createTerminal(
      CreateTerminalRequest request, StreamObserver<CreateTerminalResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CreateTerminalResponse.parser(),
        acting -> {
          register(acting)
              .add(
                  request.getCode(),
                  request.getName(),
                  request.getKind() == TerminalKind.TERMINAL_KIND_BACK_OFFICE
                      ? "BACK_OFFICE"
                      : "LANE");
          return CompletableFuture.completedFuture(new byte[0]);
        });
  }

  @Override
  public void renameTerminal(
      RenameTerminalRequest request, StreamObserver<RenameTerminalResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        RenameTerminalResponse.parser(),
        acting -> {
          register(acting).rename(request.getCode(), request.getName());
          return CompletableFuture.completedFuture(new byte[0]);
        });
  }

  /** The code is in no record: it is made of the request again whenever it is told. */
  @Override
  public void createEnrolmentCode(
      CreateEnrolmentCodeRequest request, StreamObserver<CreateEnrolmentCodeResponse> observer) {
    MachineRegister codes = new MachineRegister(jdbi, authority, "");
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, recorded) ->
            CreateEnrolmentCodeResponse.parseFrom(recorded).toBuilder()
                .setCode(
                    codes.codeOf(
                        Admissions.idOf(request.getRequestId(), Reason.REQUEST_ID_INVALID)))
                .setNowMs(codes.now().toEpochMilli())
                .build(),
        acting ->
            CompletableFuture.completedFuture(
                register(acting)
                    .makeCode(
                        request.getTerminal(),
                        request.getReplaces(),
                        until ->
                            CreateEnrolmentCodeResponse.newBuilder()
                                .setAuthorityFingerprint(authority.fingerprintInWords())
                                .setExpiresAtMs(until.toEpochMilli())
                                .build()
                                .toByteArray())));
  }

  @Override
  public void revokeCertificate(
      RevokeCertificateRequest request, StreamObserver<RevokeCertificateResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        RevokeCertificateResponse.parser(),
        acting -> {
          register(acting).revoke(request.getTerminal(), Texts.plain(request.getReason()));
          return CompletableFuture.completedFuture(new byte[0]);
        });
  }

  private MachineRegister register(Calls.Acting acting) {
    return new MachineRegister(
        jdbi, authority, acting.caller().operatorOrThrow(), acting.command());
  }
}

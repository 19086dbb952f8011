package id.lajur.backoffice.machines;

import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.CreateEnrolmentCodeRequest;
import id.lajur.people.v1.CreateEnrolmentCodeResponse;
import id.lajur.people.v1.CreateTerminalRequest;
import id.lajur.people.v1.ListTerminalsRequest;
import id.lajur.people.v1.ListedTerminal;
import id.lajur.people.v1.RenameTerminalRequest;
import id.lajur.people.v1.RevokeCertificateRequest;
import id.lajur.people.v1.TerminalKind;
import id.lajur.people.v1.TerminalServiceGrpc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Machines over the wire. */
final class ServerMachines implements MachineActions {
  private final Desk desk;

  ServerMachines(Desk desk) {
    this.desk = desk;
  }

  private TerminalServiceGrpc.TerminalServiceBlockingStub stub() {
    return TerminalServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<List<Machine>> machines() {
    return desk.ask(
        () ->
            stub()
                .listTerminals(ListTerminalsRequest.getDefaultInstance())
                .getTerminalsList()
                .stream()
                .map(ServerMachines::machine)
                .toList());
  }

  private static Machine machine(ListedTerminal one) {
    return new Machine(
        one.getCode(),
        one.getName(),
        one.getKind() == TerminalKind.TERMINAL_KIND_LANE,
        one.getEnrolled(),
        one.getMachineName(),
        one.getCertificate(),
        moment(one.getCertificateUntilMs()),
        one.getConnected(),
        moment(one.getLastSeenMs()),
        one.getOperatorName(),
        moment(one.getCodeUntilMs()));
  }

  private static Optional<Instant> moment(long ms) {
    return ms == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ms));
  }

  @Override
  public CompletableFuture<Void> create(String code, String name, boolean lane) {
    CreateTerminalRequest request =
        CreateTerminalRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCode(code)
            .setName(name)
            .setKind(
                lane ? TerminalKind.TERMINAL_KIND_LANE : TerminalKind.TERMINAL_KIND_BACK_OFFICE)
            .build();
    return desk.command(() -> stub().createTerminal(request)).thenAccept(answer -> {});
  }

  @Override
  public CompletableFuture<Void> rename(String code, String name) {
    RenameTerminalRequest request =
        RenameTerminalRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCode(code)
            .setName(name)
            .build();
    return desk.command(() -> stub().renameTerminal(request)).thenAccept(answer -> {});
  }

  @Override
  public CompletableFuture<EnrolmentCode> code(String terminal, boolean replaces) {
    CreateEnrolmentCodeRequest request =
        CreateEnrolmentCodeRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setTerminal(terminal)
            .setReplaces(replaces)
            .build();
    return desk.command(() -> stub().createEnrolmentCode(request))
        .thenApply(answer -> code(terminal, answer));
  }

  /** How long it is good counts, not when: this desk's clock may be wrong. */
  private EnrolmentCode code(String terminal, CreateEnrolmentCodeResponse answer) {
    long leftMs = answer.getExpiresAtMs() - answer.getNowMs();
    return new EnrolmentCode(
        terminal,
        answer.getCode(),
        answer.getAuthorityFingerprint(),
        desk.clock().instant().plusMillis(leftMs));
  }

  @Override
  public CompletableFuture<Void> revoke(String terminal, String reason) {
    RevokeCertificateRequest request =
        RevokeCertificateRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setTerminal(terminal)
            .setReason(reason)
            .build();
    return desk.command(() -> stub().revokeCertificate(request)).thenAccept(answer -> {});
  }
}

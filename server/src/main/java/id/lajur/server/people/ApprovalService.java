package id.lajur.server.people;

import id.lajur.people.v1.AnswerApprovalRequest;
import id.lajur.people.v1.AnswerApprovalResponse;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApprovalState;
import id.lajur.people.v1.ApproveRequest;
import id.lajur.people.v1.ApproveResponse;
import id.lajur.people.v1.CancelApprovalRequestRequest;
import id.lajur.people.v1.CancelApprovalRequestResponse;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.people.v1.RequestApprovalResponse;
import id.lajur.people.v1.WatchApprovalRequestsRequest;
import id.lajur.people.v1.WatchApprovalRequestsResponse;
import id.lajur.people.v1.WatchMyApprovalRequest;
import id.lajur.people.v1.WatchMyApprovalResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Snapshots;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.util.UUID;

/** Adapter of approvals. */
public final class ApprovalService extends ApprovalServiceGrpc.ApprovalServiceImplBase {
  private final Calls calls;
  private final Approvals approvals;
  private final ApprovalRequests requests;
  private final Snapshots streams;

  /**
   * @param streams woken after each change of a request
   */
  public ApprovalService(
      Calls calls, Approvals approvals, ApprovalRequests requests, Snapshots streams) {
    this.calls = calls;
    this.approvals = approvals;
    this.requests = requests;
    this.streams = streams;
  }

  @Override
  public void approve(ApproveRequest request, StreamObserver<ApproveResponse> observer) {
    calls.look(
        observer,
        caller -> {
          if (!request.getSupervisorNumber().matches("\\d{1,8}")
              || !request.getPin().matches("\\d{4,12}")) {
            throw new Refusal(Reason.SIGN_ON_FAILED);
          }
          Approvals.Given given =
              approvals.approve(
                  caller,
                  new Approvals.Asked(
                      Admissions.idOf(request.getRequestId(), Reason.REQUEST_ID_INVALID),
                      request.getSupervisorNumber(),
                      Texts.code(request.getPermission()),
                      Admissions.idOf(request.getSubjectId(), Reason.ID_INVALID),
                      Texts.plain(request.getReason()),
                      request.hasMostMinor() ? request.getMostMinor() : null),
                  request.getPin().toCharArray());
          return ApproveResponse.newBuilder()
              .setApprovalId(given.approvalId().toString())
              .setSupervisorName(given.supervisorName())
              .setExpiresAtMs(given.expiresAt().toEpochMilli())
              .build();
        });
  }

  @Override
  public void requestApproval(
      RequestApprovalRequest request, StreamObserver<RequestApprovalResponse> observer) {
    calls.look(
        observer,
        caller ->
            RequestApprovalResponse.newBuilder()
                .setRequest(
                    ApprovalMessages.of(
                        requests.ask(
                            caller,
                            new ApprovalRequests.Asked(
                                Admissions.idOf(request.getRequestId(), Reason.REQUEST_ID_INVALID),
                                Texts.code(request.getPermission()),
                                id(request.getSubjectId()),
                                Texts.plain(request.getReason()),
                                request.hasMostMinor() ? request.getMostMinor() : null,
                                ApprovalMessages.matter(request)))))
                .build());
  }

  @Override
  public void cancelApprovalRequest(
      CancelApprovalRequestRequest request,
      StreamObserver<CancelApprovalRequestResponse> observer) {
    calls.look(
        observer,
        caller ->
            CancelApprovalRequestResponse.newBuilder()
                .setRequest(
                    ApprovalMessages.of(requests.cancel(caller, id(request.getApprovalId()))))
                .build());
  }

  @Override
  public void answerApproval(
      AnswerApprovalRequest request, StreamObserver<AnswerApprovalResponse> observer) {
    calls.look(
        observer,
        caller ->
            AnswerApprovalResponse.newBuilder()
                .setRequest(
                    ApprovalMessages.of(
                        requests.answer(
                            caller,
                            id(request.getApprovalId()),
                            request.getApprove(),
                            Texts.plain(request.getReason()))))
                .build());
  }

  @Override
  public void watchMyApproval(
      WatchMyApprovalRequest request, StreamObserver<WatchMyApprovalResponse> observer) {
    calls.watching(
        observer,
        (caller, stream, still) -> {
          UUID id = id(request.getApprovalId());
          ApprovalRequests.Request unused = requests.mine(caller, id);
          streams.watch(
              stream,
              still,
              new Snapshots.Source<>() {
                @Override
                public WatchMyApprovalResponse now() {
                  return WatchMyApprovalResponse.newBuilder()
                      .setRequest(ApprovalMessages.of(requests.mine(caller, id)))
                      .build();
                }

                @Override
                public boolean isLast(WatchMyApprovalResponse state) {
                  return state.getRequest().getState() != ApprovalState.APPROVAL_STATE_WAITING;
                }
              });
        });
  }

  @Override
  public void watchApprovalRequests(
      WatchApprovalRequestsRequest request,
      StreamObserver<WatchApprovalRequestsResponse> observer) {
    calls.watching(
        observer,
        (caller, stream, still) ->
            streams.watch(
                stream,
                still,
                new Snapshots.Source<>() {
                  @Override
                  public WatchApprovalRequestsResponse now() {
                    return WatchApprovalRequestsResponse.newBuilder()
                        .addAllWaiting(
                            requests.waiting(caller.storeId()).stream()
                                .map(ApprovalMessages::of)
                                .toList())
                        .build();
                  }

                  @Override
                  public boolean isLast(WatchApprovalRequestsResponse state) {
                    return false;
                  }
                }));
  }

  private static UUID id(String text) {
    return Admissions.idOf(text, Reason.ID_INVALID);
  }
}

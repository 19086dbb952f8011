package id.lajur.server.people;

import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApproveRequest;
import id.lajur.people.v1.ApproveResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;

/** Adapter of approvals. */
public final class ApprovalService extends ApprovalServiceGrpc.ApprovalServiceImplBase {
  private final Calls calls;
  private final Approvals approvals;

  public ApprovalService(Calls calls, Approvals approvals) {
    this.calls = calls;
    this.approvals = approvals;
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
                      Texts.plain(request.getReason())),
                  request.getPin().toCharArray());
          return ApproveResponse.newBuilder()
              .setApprovalId(given.approvalId().toString())
              .setSupervisorName(given.supervisorName())
              .setExpiresAtMs(given.expiresAt().toEpochMilli())
              .build();
        });
  }
}

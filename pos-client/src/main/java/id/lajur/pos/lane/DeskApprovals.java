package id.lajur.pos.lane;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.ApprovalRequest;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApprovalState;
import id.lajur.people.v1.CancelApprovalRequestRequest;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.people.v1.WatchMyApprovalRequest;
import id.lajur.people.v1.WatchMyApprovalResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Approvals asked for at the manager's desk: one at a time, the newest takes the one before back.
 */
public final class DeskApprovals {
  private static final long AGAIN_MS = 1_000;

  private final StoreConnection connection;
  private final ApprovalServiceGrpc.ApprovalServiceBlockingStub approvals;
  private final AtomicReference<String> waiting = new AtomicReference<>("");

  public DeskApprovals(StoreConnection connection) {
    this.connection = connection;
    this.approvals = ApprovalServiceGrpc.newBlockingStub(connection.channel());
  }

  /**
   * Asks; not on the event thread.
   *
   * @param reason what is asked, up to 200 characters
   * @return ends with the request as it was answered or has ended: approved, declined, cancelled,
   *     expired; a server that goes away meanwhile is asked again
   * @throws ServerRefusal APPROVAL_NOT_ALLOWED, or the server is away
   */
  public CompletableFuture<ApprovalRequest> ask(
      String permission, String subjectId, String reason) {
    String id = StoreConnection.newRequestId();
    RequestApprovalRequest request =
        RequestApprovalRequest.newBuilder()
            .setRequestId(id)
            .setPermission(permission)
            .setSubjectId(subjectId)
            .setReason(reason)
            .build();
    var unused = connection.ask(() -> approvals.requestApproval(request));
    waiting.set(id);
    var answer = new CompletableFuture<ApprovalRequest>();
    follow(id, answer);
    return answer;
  }

  /** Takes back what waits, if anything does; not on the event thread. */
  public void takeBack() {
    String id = waiting.getAndSet("");
    if (id.isEmpty()) {
      return;
    }
    CancelApprovalRequestRequest request =
        CancelApprovalRequestRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setApprovalId(id)
            .build();
    var unused = connection.ask(() -> approvals.cancelApprovalRequest(request));
  }

  private void follow(String id, CompletableFuture<ApprovalRequest> answer) {
    ApprovalServiceGrpc.newStub(connection.channel())
        .watchMyApproval(
            WatchMyApprovalRequest.newBuilder().setApprovalId(id).build(),
            new StreamObserver<>() {
              @Override
              public void onNext(WatchMyApprovalResponse told) {
                ApprovalRequest request = told.getRequest();
                if (request.getState() != ApprovalState.APPROVAL_STATE_WAITING) {
                  waiting.compareAndSet(id, "");
                  answer.complete(request);
                }
              }

              @Override
              public void onError(Throwable failure) {
                if (failure instanceof StatusRuntimeException status
                    && ServerRefusal.of(status).isAbsence()) {
                  again(id, answer);
                } else {
                  answer.completeExceptionally(failure);
                }
              }

              @Override
              public void onCompleted() {
                again(id, answer);
              }
            });
  }

  /** Only as long as somebody waits for it. */
  private void again(String id, CompletableFuture<ApprovalRequest> answer) {
    if (id.equals(waiting.get())) {
      CompletableFuture.delayedExecutor(AGAIN_MS, TimeUnit.MILLISECONDS)
          .execute(() -> follow(id, answer));
    }
  }
}

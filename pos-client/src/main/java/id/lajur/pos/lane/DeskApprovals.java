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
import java.util.Objects;
import java.util.Optional;
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
  private final AtomicReference<Optional<Asked>> waiting = new AtomicReference<>(Optional.empty());

  public DeskApprovals(StoreConnection connection) {
    this.connection = connection;
    this.approvals = ApprovalServiceGrpc.newBlockingStub(connection.channel());
  }

  /**
   * Asks; not on the event thread.
   *
   * @param request with an id of its own
   * @return ends with the request as it was answered or has ended: approved, declined, cancelled
   *     (also by a newer one or by {@link #takeBack}), expired; or with the {@link ServerRefusal}
   *     of whoever may not hear of it any more. A server that goes away meanwhile is asked again
   * @throws ServerRefusal APPROVAL_NOT_ALLOWED, or the server is away; what waited before still
   *     does
   */
  public CompletableFuture<ApprovalRequest> ask(RequestApprovalRequest request) {
    var unused = connection.ask(() -> approvals.requestApproval(request));
    var asked = new Asked(request.getRequestId());
    waiting.getAndSet(Optional.of(asked)).ifPresent(Asked::takenBack);
    asked.follow();
    return asked.answer;
  }

  /** Whether something waits for its answer. */
  public boolean isWaiting() {
    return Objects.requireNonNull(waiting.get()).isPresent();
  }

  /** Takes back what waits, if anything does; not on the event thread. */
  public void takeBack() {
    Optional<Asked> taken = waiting.getAndSet(Optional.empty());
    if (taken.isEmpty()) {
      return;
    }
    taken.get().takenBack();
    CancelApprovalRequestRequest request =
        CancelApprovalRequestRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setApprovalId(taken.get().id)
            .build();
    var unused = connection.ask(() -> approvals.cancelApprovalRequest(request));
  }

  /** A request on its way to its end. */
  private final class Asked implements StreamObserver<WatchMyApprovalResponse> {
    private final String id;
    private final CompletableFuture<ApprovalRequest> answer = new CompletableFuture<>();

    Asked(String id) {
      this.id = id;
    }

    void follow() {
      ApprovalServiceGrpc.newStub(connection.channel())
          .watchMyApproval(WatchMyApprovalRequest.newBuilder().setApprovalId(id).build(), this);
    }

    @Override
    public void onNext(WatchMyApprovalResponse told) {
      if (told.getRequest().getState() != ApprovalState.APPROVAL_STATE_WAITING) {
        noMore();
        answer.complete(told.getRequest());
      }
    }

    @Override
    public void onError(Throwable failure) {
      if (!(failure instanceof StatusRuntimeException status)) {
        noMore();
        answer.completeExceptionally(failure);
        return;
      }
      ServerRefusal refusal = ServerRefusal.of(status);
      if (refusal.isAbsence()) {
        again();
      } else {
        noMore();
        answer.completeExceptionally(refusal);
      }
    }

    @Override
    public void onCompleted() {
      again();
    }

    /** Only as long as somebody waits for it. */
    private void again() {
      if (!answer.isDone()) {
        CompletableFuture.delayedExecutor(AGAIN_MS, TimeUnit.MILLISECONDS).execute(this::follow);
      }
    }

    private void noMore() {
      waiting.updateAndGet(now -> now.filter(asked -> asked != this));
    }

    private void takenBack() {
      answer.complete(
          ApprovalRequest.newBuilder()
              .setApprovalId(id)
              .setState(ApprovalState.APPROVAL_STATE_CANCELLED)
              .build());
    }
  }
}

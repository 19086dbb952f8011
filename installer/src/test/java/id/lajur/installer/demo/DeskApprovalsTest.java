package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.people.v1.ApprovalRequest;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApprovalState;
import id.lajur.people.v1.CancelApprovalRequestRequest;
import id.lajur.people.v1.CancelApprovalRequestResponse;
import id.lajur.people.v1.RequestApprovalRequest;
import id.lajur.people.v1.RequestApprovalResponse;
import id.lajur.people.v1.WatchMyApprovalRequest;
import id.lajur.people.v1.WatchMyApprovalResponse;
import id.lajur.pos.lane.DeskApprovals;
import id.lajur.server.security.Authority;
import id.lajur.server.security.ServerTls;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lane's requests at a desk whose streams are cut, refused and ended by the test. */
@Timeout(60)
class DeskApprovalsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Desk desk = new Desk();
  private final Server server;
  private final StoreConnection connection;
  private final DeskApprovals approvals;

  DeskApprovalsTest(@TempDir Path folder) throws IOException {
    Authority authority = Authority.open(folder);
    Authority.Identity machine = authority.issueTerminal("L1");
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(new ServerTls(authority, Instant.now()).context())
            .addService(desk)
            .build()
            .start();
    this.connection =
        new StoreConnection(
            "127.0.0.1",
            server.getPort(),
            new MachineIdentity(
                authority.certificatePem(), machine.certificatePem(), machine.keyPem()));
    this.approvals = new DeskApprovals(connection);
  }

  @AfterEach
  void end() {
    connection.close();
    server.shutdownNow();
  }

  /** Takes all that is asked, and keeps the streams that wait for it. */
  private static final class Desk extends ApprovalServiceGrpc.ApprovalServiceImplBase {
    final List<String> cancelled = new CopyOnWriteArrayList<>();
    final BlockingQueue<StreamObserver<WatchMyApprovalResponse>> streams =
        new LinkedBlockingQueue<>();

    @Override
    public void requestApproval(
        RequestApprovalRequest request, StreamObserver<RequestApprovalResponse> observer) {
      observer.onNext(RequestApprovalResponse.getDefaultInstance());
      observer.onCompleted();
    }

    @Override
    public void cancelApprovalRequest(
        CancelApprovalRequestRequest request,
        StreamObserver<CancelApprovalRequestResponse> observer) {
      cancelled.add(request.getApprovalId());
      observer.onNext(CancelApprovalRequestResponse.getDefaultInstance());
      observer.onCompleted();
    }

    @Override
    public void watchMyApproval(
        WatchMyApprovalRequest request, StreamObserver<WatchMyApprovalResponse> observer) {
      streams.add(observer);
    }

    StreamObserver<WatchMyApprovalResponse> stream() throws InterruptedException {
      StreamObserver<WatchMyApprovalResponse> stream = streams.poll(30, TimeUnit.SECONDS);
      assertThat(stream).as("the lane watches").isNotNull();
      return stream;
    }
  }

  private CompletableFuture<ApprovalRequest> ask() {
    return approvals.ask(
        RequestApprovalRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setPermission("sale.discount")
            .build());
  }

  private static ApprovalState state(CompletableFuture<ApprovalRequest> answer) throws Exception {
    return answer.get(30, TimeUnit.SECONDS).getState();
  }

  private static void answer(StreamObserver<WatchMyApprovalResponse> stream, ApprovalState state) {
    stream.onNext(
        WatchMyApprovalResponse.newBuilder()
            .setRequest(ApprovalRequest.newBuilder().setState(state))
            .build());
    stream.onCompleted();
  }

  /** As the server says no, with its reason. */
  private static StatusRuntimeException refusal(String reason) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Code.NOT_FOUND_VALUE)
            .addDetails(Any.pack(ErrorInfo.newBuilder().setReason(reason).build()))
            .build());
  }

  @Test
  void oneThatANewerReplacesEndsThoughItsStreamIsCut() throws Exception {
    CompletableFuture<ApprovalRequest> first = ask();
    StreamObserver<WatchMyApprovalResponse> cut = desk.stream();

    CompletableFuture<ApprovalRequest> second = ask();
    cut.onError(Status.UNAVAILABLE.asRuntimeException());

    assertThat(state(first)).isEqualTo(ApprovalState.APPROVAL_STATE_CANCELLED);
    assertThat(second).isNotDone();
    answer(desk.stream(), ApprovalState.APPROVAL_STATE_APPROVED);
    assertThat(state(second)).isEqualTo(ApprovalState.APPROVAL_STATE_APPROVED);
  }

  @Test
  void oneThatIsTakenBackEndsAndIsTakenBackOnce() throws Exception {
    CompletableFuture<ApprovalRequest> asked = ask();
    StreamObserver<WatchMyApprovalResponse> cut = desk.stream();

    approvals.takeBack();
    cut.onError(Status.UNAVAILABLE.asRuntimeException());
    approvals.takeBack();

    assertThat(state(asked)).isEqualTo(ApprovalState.APPROVAL_STATE_CANCELLED);
    assertThat(desk.cancelled).hasSize(1);
  }

  @Test
  void aRefusalOfItsStreamLeavesNothingWaiting() throws Exception {
    CompletableFuture<ApprovalRequest> asked = ask();

    desk.stream().onError(refusal("APPROVAL_UNKNOWN"));

    Throwable failure = catchThrowable(() -> asked.get(30, TimeUnit.SECONDS));
    assertThat(failure).isInstanceOf(ExecutionException.class);
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            ServerRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo("APPROVAL_UNKNOWN"));
    assertThat(approvals.isWaiting()).isFalse();
    approvals.takeBack();
    assertThat(desk.cancelled).isEmpty();
  }

  @Test
  void aServerThatWentAwayIsAskedAgain() throws Exception {
    CompletableFuture<ApprovalRequest> asked = ask();
    desk.stream().onError(Status.UNAVAILABLE.asRuntimeException());

    answer(desk.stream(), ApprovalState.APPROVAL_STATE_DECLINED);

    assertThat(state(asked)).isEqualTo(ApprovalState.APPROVAL_STATE_DECLINED);
    await().atMost(LONG).until(() -> !approvals.isWaiting());
  }
}

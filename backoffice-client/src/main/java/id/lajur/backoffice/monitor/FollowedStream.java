package id.lajur.backoffice.monitor;

import id.lajur.kit.connection.ServerRefusal;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of states that is followed whatever happens: one that breaks is begun again, and a
 * screen that is slower than the shop is told the newest alone.
 */
final class FollowedStream<Q, R> implements MonitorActions.Followed {
  private static final long AGAIN_MS = 1_000;

  private final Q request;
  private final BiConsumer<Q, StreamObserver<R>> call;
  private final MonitorActions.Told<R> told;
  private final Consumer<ServerRefusal> refused;
  private final Executor background;
  private final Executor ui;
  private final AtomicReference<@Nullable R> newest = new AtomicReference<>();
  private volatile boolean left;
  private volatile @Nullable ClientCallStreamObserver<Q> running;

  /**
   * @param call begins the stream; it must not be the event thread's
   * @param refused told of the server's no, after which nothing is begun again
   */
  FollowedStream(
      Q request,
      BiConsumer<Q, StreamObserver<R>> call,
      MonitorActions.Told<R> told,
      Consumer<ServerRefusal> refused,
      Executor background,
      Executor ui) {
    this.request = request;
    this.call = call;
    this.told = told;
    this.refused = refused;
    this.background = background;
    this.ui = ui;
  }

  FollowedStream<Q, R> begin() {
    background.execute(this::run);
    return this;
  }

  private void run() {
    if (!left) {
      call.accept(request, new Answers());
    }
  }

  private final class Answers implements ClientResponseObserver<Q, R> {
    @Override
    public void beforeStart(ClientCallStreamObserver<Q> stream) {
      running = stream;
    }

    @Override
    public void onNext(R state) {
      if (newest.getAndSet(state) == null) {
        ui.execute(FollowedStream.this::tell);
      }
    }

    @Override
    public void onError(Throwable failure) {
      if (left) {
        return;
      }
      if (failure instanceof StatusRuntimeException status) {
        ServerRefusal refusal = ServerRefusal.of(status);
        if (!refusal.isAbsence()) {
          refused.accept(refusal);
          left = true;
        }
      }
      ui.execute(told::lost);
      again();
    }

    @Override
    public void onCompleted() {
      again();
    }
  }

  private void tell() {
    R state = newest.getAndSet(null);
    if (state != null && !left) {
      told.now(state);
    }
  }

  private void again() {
    if (!left) {
      CompletableFuture.delayedExecutor(AGAIN_MS, TimeUnit.MILLISECONDS, background)
          .execute(this::run);
    }
  }

  @Override
  public void leave() {
    left = true;
    ClientCallStreamObserver<Q> stream = running;
    if (stream != null) {
      stream.cancel("the screen is left", null);
    }
  }
}

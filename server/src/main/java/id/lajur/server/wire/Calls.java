package id.lajur.server.wire;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How every adapter answers: admits the caller, gives a recorded answer again, or does the act. */
public final class Calls {
  private final Admissions admissions;

  public Calls(Admissions admissions) {
    this.admissions = admissions;
  }

  /** A look that changes nothing. */
  @FunctionalInterface
  public interface Look<R> {
    R answer(Caller caller) throws Exception;
  }

  /** An act on a basket; its record is the entry that it makes. */
  @FunctionalInterface
  public interface Entering<R> {
    /**
     * @param made the entry that the same command made before, null when it is new
     */
    R answer(Acting acting, Admissions.@Nullable EntryRef made) throws Exception;
  }

  /** A posting, answered once it is on disk. */
  @FunctionalInterface
  public interface Postable {
    CompletableFuture<byte[]> post(Acting acting) throws Exception;
  }

  /** Makes the answer of what was recorded of it: the message itself, or what it is found by. */
  @FunctionalInterface
  public interface Recorded<R> {
    R answer(Caller caller, byte[] recorded) throws Exception;
  }

  /**
   * Who acts, under which request id.
   *
   * @param approvalId that the act must use up, null when it names none
   */
  public record Acting(Caller caller, UUID requestId, byte[] digest, @Nullable UUID approvalId) {
    /** The command as the posting records it. */
    public Command command() {
      return new Command(
          requestId,
          digest,
          caller.storeId(),
          caller.terminalId(),
          caller.operatorOrThrow().operatorId());
    }
  }

  public <R> void look(StreamObserver<R> observer, Look<R> look) {
    CallContext.Facts facts = CallContext.current();
    try {
      Caller caller = admit(facts, null, new byte[0], false).caller();
      R answer = look.answer(caller);
      observer.onNext(answer);
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts.method()));
    }
  }

  public <R> void enter(
      StreamObserver<R> observer, Message request, String requestId, Entering<R> entering) {
    CallContext.Facts facts = CallContext.current();
    try {
      UUID id = Admissions.idOf(requestId, Reason.REQUEST_ID_INVALID);
      byte[] digest = digest(facts.method(), request);
      UUID approval = approvalOf(request);
      Admissions.Admitted admitted = admit(facts, id, digest, approval != null);
      R answer =
          entering.answer(new Acting(admitted.caller(), id, digest, approval), admitted.entry());
      observer.onNext(answer);
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts.method()));
    }
  }

  public <R> void post(
      StreamObserver<R> observer,
      Message request,
      String requestId,
      Parser<R> parser,
      Postable postable) {
    post(observer, request, requestId, (caller, recorded) -> parser.parseFrom(recorded), postable);
  }

  /**
   * @param answer runs where the record is made: for one that the posting makes it must not wait
   */
  public <R> void post(
      StreamObserver<R> observer,
      Message request,
      String requestId,
      Recorded<R> answer,
      Postable postable) {
    CallContext.Facts facts = CallContext.current();
    try {
      UUID id = Admissions.idOf(requestId, Reason.REQUEST_ID_INVALID);
      byte[] digest = digest(facts.method(), request);
      UUID approval = approvalOf(request);
      Admissions.Admitted admitted = admit(facts, id, digest, approval != null);
      if (admitted.answered() != null) {
        observer.onNext(answer.answer(admitted.caller(), admitted.answered()));
        observer.onCompleted();
        return;
      }
      CompletableFuture<byte[]> unused =
          posted(postable, new Acting(admitted.caller(), id, digest, approval))
              .exceptionallyCompose(failure -> recorded(failure, facts, id, digest))
              .whenComplete(
                  (recorded, failure) ->
                      finish(observer, answer, admitted.caller(), recorded, failure, facts));
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts.method()));
    }
  }

  private static CompletableFuture<byte[]> posted(Postable postable, Acting acting)
      throws Exception {
    try {
      return postable.post(acting);
    } catch (Refusal refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  /**
   * A command sent again while the first one is on its way finds no record, and then its basket
   * sold or its shift closed by the first: a refusal stands only if there is still no record.
   */
  private CompletableFuture<byte[]> recorded(
      Throwable failure, CallContext.Facts facts, UUID requestId, byte[] digest) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Refusal) {
      try {
        byte[] answered = admit(facts, requestId, digest, true).answered();
        if (answered != null) {
          return CompletableFuture.completedFuture(answered);
        }
      } catch (Exception e) {
        cause.addSuppressed(e);
      }
    }
    return CompletableFuture.failedFuture(cause);
  }

  private static <R> void finish(
      StreamObserver<R> observer,
      Recorded<R> answer,
      Caller caller,
      byte @Nullable [] recorded,
      @Nullable Throwable failure,
      CallContext.Facts facts) {
    if (failure != null || recorded == null) {
      observer.onError(
          Errors.of(
              failure == null ? new IllegalStateException("no answer") : failure, facts.method()));
      return;
    }
    try {
      observer.onNext(answer.answer(caller, recorded));
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts.method()));
    }
  }

  /** A stream that its caller watches. */
  @FunctionalInterface
  public interface Watch<R> {
    void start(Caller caller, ServerCallStreamObserver<R> stream) throws Exception;
  }

  public <R> void watch(StreamObserver<R> observer, Watch<R> watch) {
    CallContext.Facts facts = CallContext.current();
    try {
      watch.start(
          admit(facts, null, new byte[0], false).caller(), (ServerCallStreamObserver<R>) observer);
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts.method()));
    }
  }

  private Admissions.Admitted admit(
      CallContext.Facts facts, @Nullable UUID requestId, byte[] digest, boolean approvalGiven)
      throws Exception {
    return admissions.admit(
        new Admissions.Asked(
            facts.fingerprint(),
            facts.sessionId(),
            requestId,
            digest,
            facts.permission(),
            approvalGiven));
  }

  /** The approval that a request names in its field {@code approval_id}. */
  private static @Nullable UUID approvalOf(Message request) {
    var field = request.getDescriptorForType().findFieldByName("approval_id");
    String text = field == null ? "" : (String) request.getField(field);
    return text.isEmpty() ? null : Admissions.idOf(text, Reason.APPROVAL_INVALID);
  }

  private static byte[] digest(String method, Message request) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(method.getBytes(StandardCharsets.US_ASCII));
      return sha.digest(request.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

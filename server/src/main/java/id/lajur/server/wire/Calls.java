package id.lajur.server.wire;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Standing;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** How every adapter answers: admits the caller, gives a recorded answer again, or does the act. */
public final class Calls {
  private final Admissions admissions;
  private final Executor threads;

  /**
   * @param threads on which calls are answered
   */
  public Calls(Admissions admissions, Executor threads) {
    this.admissions = admissions;
    this.threads = threads;
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
   * @param standing on which the act must be written, null when the caller was admitted just now
   */
  public record Acting(
      Caller caller,
      UUID requestId,
      byte[] digest,
      @Nullable UUID approvalId,
      @Nullable Standing standing) {
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

  /** An answer to somebody whom nobody knows. */
  @FunctionalInterface
  public interface Stranger<R> {
    /**
     * @param address of the caller's host
     */
    R answer(String address) throws Exception;
  }

  /** Answers anybody; the contract must name the method so. */
  public <R> void answerStranger(StreamObserver<R> observer, Stranger<R> stranger) {
    CallContext.Facts facts = CallContext.current();
    try {
      if (!facts.permission().equals(CallContext.UNENROLLED)) {
        throw new IllegalStateException(facts.method() + " is not for strangers");
      }
      R answer = stranger.answer(facts.address());
      observer.onNext(answer);
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts));
    }
  }

  public <R> void look(StreamObserver<R> observer, Look<R> look) {
    CallContext.Facts facts = CallContext.current();
    try {
      Caller caller = looking(facts);
      observer.onNext(Withheld.from(look.answer(caller), caller));
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts));
    }
  }

  public <R> void enter(
      StreamObserver<R> observer, Message request, String requestId, Entering<R> entering) {
    enter(observer, request, requestId, entering, false);
  }

  /**
   * As {@link #enter}, for the act that a lane repeats all day: it is tried for the caller as last
   * admitted, and written only while all of that stands. Whatever comes in its way, a refusal too,
   * the caller is looked up and the act computed again.
   */
  public <R> void enterStanding(
      StreamObserver<R> observer, Message request, String requestId, Entering<R> entering) {
    enter(observer, request, requestId, entering, true);
  }

  private <R> void enter(
      StreamObserver<R> observer,
      Message request,
      String requestId,
      Entering<R> entering,
      boolean standing) {
    CallContext.Facts facts = CallContext.current();
    try {
      UUID id = Admissions.idOf(requestId, Reason.REQUEST_ID_INVALID);
      Admissions.Asked asked = asked(facts, id, request);
      R answer = standing && asked.approvalId() == null ? onStanding(asked, id, entering) : null;
      if (answer == null) {
        answer = onAdmission(asked, id, entering);
      }
      observer.onNext(answer);
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts, requestId));
    }
  }

  /**
   * A command sent again while the first one is on its way finds no entry, and then its approval
   * used up or its line gone by the first: a refusal stands only if there is still no entry.
   */
  private <R> R onAdmission(Admissions.Asked asked, UUID requestId, Entering<R> entering)
      throws Exception {
    Admissions.Admitted admitted = admissions.admit(asked);
    Acting acting =
        new Acting(admitted.caller(), requestId, asked.digest(), asked.approvalId(), null);
    try {
      return Withheld.from(entering.answer(acting, admitted.entry()), admitted.caller());
    } catch (Refusal refusal) {
      Admissions.EntryRef made = admissions.admit(asked).entry();
      if (made == null || admitted.entry() != null) {
        throw refusal;
      }
      return Withheld.from(entering.answer(acting, made), admitted.caller());
    }
  }

  private <R> @Nullable R onStanding(Admissions.Asked asked, UUID requestId, Entering<R> entering)
      throws Exception {
    Standing standing = admissions.standing(asked);
    if (standing == null) {
      return null;
    }
    try {
      Acting acting = new Acting(standing.caller(), requestId, asked.digest(), null, standing);
      return Withheld.from(entering.answer(acting, null), standing.caller());
    } catch (Refusal again) {
      admissions.forget(standing);
      return null;
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
      postAdmitted(observer, facts, id, asked(facts, id, request), answer, postable);
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts, requestId));
    }
  }

  /**
   * As {@link #post}, for the act that ends each sale: it is tried for the caller as last admitted,
   * and its posting judges whether all of that stands. Where it does not, the caller is looked up
   * and the act tried again.
   */
  public <R> void postStanding(
      StreamObserver<R> observer,
      Message request,
      String requestId,
      Parser<R> parser,
      Postable postable) {
    CallContext.Facts facts = CallContext.current();
    Recorded<R> answer = (caller, recorded) -> parser.parseFrom(recorded);
    try {
      UUID id = Admissions.idOf(requestId, Reason.REQUEST_ID_INVALID);
      Admissions.Asked asked = asked(facts, id, request);
      Standing standing = asked.approvalId() == null ? admissions.standing(asked) : null;
      if (standing == null) {
        postAdmitted(observer, facts, id, asked, answer, postable);
        return;
      }
      Acting acting = new Acting(standing.caller(), id, asked.digest(), null, standing);
      CompletableFuture<byte[]> unused =
          posted(postable, acting)
              .exceptionallyComposeAsync(
                  failure -> unlessFallen(failure, standing, id, asked, postable), threads)
              .whenComplete(
                  (recorded, failure) ->
                      finish(observer, answer, acting.caller(), recorded, failure, facts, id));
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts, requestId));
    }
  }

  private <R> void postAdmitted(
      StreamObserver<R> observer,
      CallContext.Facts facts,
      UUID id,
      Admissions.Asked asked,
      Recorded<R> answer,
      Postable postable) {
    try {
      Admissions.Admitted admitted = admissions.admit(asked);
      if (admitted.answered() != null) {
        R recorded = answer.answer(admitted.caller(), admitted.answered());
        observer.onNext(Withheld.from(recorded, admitted.caller()));
        observer.onCompleted();
        return;
      }
      CompletableFuture<byte[]> unused =
          posted(postable, admitted, id, asked)
              .whenComplete(
                  (recorded, failure) ->
                      finish(observer, answer, admitted.caller(), recorded, failure, facts, id));
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts, id.toString()));
    }
  }

  /**
   * A refusal of an act that was tried on a standing stands itself only if the caller does: what
   * was recorded was not looked for, and rules that have changed may refuse what is allowed now.
   */
  private CompletableFuture<byte[]> unlessFallen(
      Throwable failure, Standing standing, UUID id, Admissions.Asked asked, Postable postable) {
    Throwable cause = causeOf(failure);
    if (!(cause instanceof Refusal)) {
      return CompletableFuture.failedFuture(cause);
    }
    admissions.forget(standing);
    try {
      Admissions.Admitted admitted = admissions.admit(asked);
      if (admitted.answered() != null) {
        return CompletableFuture.completedFuture(admitted.answered());
      }
      return cause instanceof Standing.Fallen || !admitted.caller().equals(standing.caller())
          ? posted(postable, admitted, id, asked)
          : CompletableFuture.failedFuture(cause);
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private CompletableFuture<byte[]> posted(
      Postable postable, Admissions.Admitted admitted, UUID id, Admissions.Asked asked)
      throws Exception {
    Acting acting = new Acting(admitted.caller(), id, asked.digest(), asked.approvalId(), null);
    return posted(postable, acting)
        .exceptionallyComposeAsync(failure -> unlessJoined(failure, postable, acting), threads)
        .exceptionallyComposeAsync(failure -> recorded(failure, asked), threads);
  }

  /**
   * The posting answers a repeated command with the one that waits already. Where that one went by
   * a standing which fell, this one has not been tried yet.
   */
  private static CompletableFuture<byte[]> unlessJoined(
      Throwable failure, Postable postable, Acting acting) {
    Throwable cause = causeOf(failure);
    if (cause instanceof Standing.Fallen) {
      try {
        return posted(postable, acting);
      } catch (Exception e) {
        return CompletableFuture.failedFuture(e);
      }
    }
    return CompletableFuture.failedFuture(cause);
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
  private CompletableFuture<byte[]> recorded(Throwable failure, Admissions.Asked asked) {
    Throwable cause = causeOf(failure);
    if (cause instanceof Refusal) {
      try {
        byte[] answered = admissions.admit(asked).answered();
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
      CallContext.Facts facts,
      UUID id) {
    if (failure != null || recorded == null) {
      observer.onError(
          Errors.of(
              failure == null ? new IllegalStateException("no answer") : failure,
              facts,
              id.toString()));
      return;
    }
    try {
      observer.onNext(Withheld.from(answer.answer(caller, recorded), caller));
      observer.onCompleted();
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts, id.toString()));
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
      watch.start(looking(facts), (ServerCallStreamObserver<R>) observer);
    } catch (Exception e) {
      observer.onError(Errors.of(e, facts));
    }
  }

  /** A stream that ends when its caller may not watch any more. */
  @FunctionalInterface
  public interface Watching<R> {
    void start(Caller caller, ServerCallStreamObserver<R> stream, Still still) throws Exception;
  }

  public <R> void watching(StreamObserver<R> observer, Watching<R> watching) {
    CallContext.Facts facts = CallContext.current();
    watch(
        observer,
        (caller, stream) ->
            watching.start(caller, stream, new Still(admissions, looked(facts), facts, caller)));
  }

  private Caller looking(CallContext.Facts facts) throws SQLException {
    return admissions.admit(looked(facts)).caller();
  }

  private static Admissions.Asked looked(CallContext.Facts facts) {
    return new Admissions.Asked(
        facts.fingerprint(), facts.sessionId(), null, new byte[0], facts.permission(), null);
  }

  private static Admissions.Asked asked(CallContext.Facts facts, UUID requestId, Message request) {
    return new Admissions.Asked(
        facts.fingerprint(),
        facts.sessionId(),
        requestId,
        digest(facts.method(), request),
        facts.permission(),
        approvalOf(request));
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

package id.lajur.server.wire;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a no or a fault is put on the wire: a status, a stable reason, its facts, and
 * the id under which it stands in the log.
 */
final class Errors {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);
  private static final String DOMAIN = "lajur.id";

  /** ER_DISK_FULL and ER_RECORD_FILE_FULL of MariaDB. */
  private static final Set<Integer> NO_SPACE = Set.of(1021, 1114);

  /** After how long a caller does well to ask again; callers spread around it. */
  private static final RetryInfo ASK_AGAIN =
      RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setNanos(500_000_000)).build();

  /** Of enrolled machines; a crowd that is told BUSY says no more than its first ones. */
  private static final RefusalLog OF_MACHINES = new RefusalLog(50, System::nanoTime);

  private static final RefusalLog OF_STRANGERS = new RefusalLog(2, System::nanoTime);

  private static final int UUID_LENGTH = 36;
  private static final int ID_LENGTH = 8;

  private Errors() {}

  /** Of a call that names no request: a look, or one whose message nobody has read. */
  static StatusRuntimeException of(Throwable failure, CallContext.Facts facts) {
    return of(failure, facts, "");
  }

  /**
   * @param requestId that the call names; may be no id at all
   */
  static StatusRuntimeException of(Throwable failure, CallContext.Facts facts, String requestId) {
    String id = idOf(requestId);
    Throwable cause =
        failure instanceof CompletionException
            ? Objects.requireNonNullElse(failure.getCause(), failure)
            : failure;
    if (cause instanceof Refusal refusal) {
      return refused(refusal, facts, id);
    }
    if (diskFull(cause)) {
      log.error("{} {}: the database's disk is full: {}", id, facts.method(), cause.toString());
      return refused(new Refusal(Reason.DISK_FULL), facts, id);
    }
    log.error("{} {} from {} failed", id, facts.method(), facts.address(), cause);
    if (databaseAway(cause)) {
      return status(Code.UNAVAILABLE, "DATABASE_AWAY", Map.of(), id);
    }
    return status(Code.INTERNAL, "INTERNAL", Map.of(), id);
  }

  /**
   * The end of a request's id, as it stands in all that is written about that request; a random one
   * where there is none.
   */
  private static String idOf(String requestId) {
    if (requestId.length() == UUID_LENGTH && requestId.matches("[0-9a-f-]+")) {
      return requestId.substring(UUID_LENGTH - ID_LENGTH);
    }
    return String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
  }

  private static StatusRuntimeException refused(
      Refusal refusal, CallContext.Facts facts, String id) {
    boolean stranger = facts.fingerprint() == null;
    (stranger ? OF_STRANGERS : OF_MACHINES)
        .refused(
            id, facts.method(), facts.address(), refusal.reason().name()); // facts may be typed
    Code code =
        switch (refusal.reason().kind()) {
          case INVALID -> Code.INVALID_ARGUMENT;
          case NOT_FOUND -> Code.NOT_FOUND;
          case STATE -> Code.FAILED_PRECONDITION;
          case DENIED -> Code.PERMISSION_DENIED;
          case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
          case BUSY -> Code.UNAVAILABLE;
        };
    return status(code, refusal.reason().name(), refusal.facts(), id);
  }

  private static boolean databaseAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getSQLState() == null
              || sql.getSQLState().startsWith("08")
              || cause instanceof java.sql.SQLTransientException)) {
        return true;
      }
    }
    return false;
  }

  /** The statement was undone by the database, so nothing of the act is there. */
  private static boolean diskFull(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && NO_SPACE.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  private static StatusRuntimeException status(
      Code code, String reason, Map<String, String> facts, String id) {
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason(reason).setDomain(DOMAIN).putAllMetadata(facts).build();
    Status.Builder status =
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(reason)
            .addDetails(Any.pack(info))
            .addDetails(Any.pack(RequestInfo.newBuilder().setRequestId(id).build()));
    if (code == Code.UNAVAILABLE) {
      status.addDetails(Any.pack(ASK_AGAIN));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }
}

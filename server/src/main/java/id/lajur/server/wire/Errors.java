package id.lajur.server.wire;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a no or a fault is put on the wire: a status, a stable reason, its facts. */
final class Errors {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);
  private static final String DOMAIN = "lajur.id";

  /** ER_DISK_FULL and ER_RECORD_FILE_FULL of MariaDB. */
  private static final Set<Integer> NO_SPACE = Set.of(1021, 1114);

  /** After how long a caller does well to ask again; callers spread around it. */
  private static final RetryInfo ASK_AGAIN =
      RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setNanos(500_000_000)).build();

  private Errors() {}

  static StatusRuntimeException of(Throwable failure, String method) {
    Throwable cause =
        failure instanceof CompletionException
            ? Objects.requireNonNullElse(failure.getCause(), failure)
            : failure;
    if (cause instanceof Refusal refusal) {
      Code code =
          switch (refusal.reason().kind()) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case NOT_FOUND -> Code.NOT_FOUND;
            case STATE -> Code.FAILED_PRECONDITION;
            case DENIED -> Code.PERMISSION_DENIED;
            case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
            case BUSY -> Code.UNAVAILABLE;
          };
      return status(code, refusal.reason().name(), refusal.facts());
    }
    if (diskFull(cause)) {
      log.error("{}: the database's disk is full: {}", method, cause.toString());
      return of(new Refusal(Reason.DISK_FULL), method);
    }
    log.error("{} failed", method, cause);
    if (databaseAway(cause)) {
      return status(Code.UNAVAILABLE, "DATABASE_AWAY", Map.of());
    }
    return status(Code.INTERNAL, "INTERNAL", Map.of());
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
      Code code, String reason, Map<String, String> facts) {
    ErrorInfo info =
        ErrorInfo.newBuilder().setReason(reason).setDomain(DOMAIN).putAllMetadata(facts).build();
    Status.Builder status =
        Status.newBuilder().setCode(code.getNumber()).setMessage(reason).addDetails(Any.pack(info));
    if (code == Code.UNAVAILABLE) {
      status.addDetails(Any.pack(ASK_AGAIN));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }
}

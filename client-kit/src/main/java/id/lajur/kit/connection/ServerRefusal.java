package id.lajur.kit.connection;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Set;

/** The server's no: a stable reason and the facts that belong to it. */
public final class ServerRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Set<String> NO_ANSWER =
      Set.of("UNAVAILABLE", "DEADLINE_EXCEEDED", "UNKNOWN", "INTERNAL", "CANCELLED");
  private static final Set<String> NOT_NOW = Set.of("DATABASE_AWAY", "BUSY", "RIGHT_TO_POST_LOST");

  private final String reason;
  private final transient Map<String, String> facts;

  private ServerRefusal(String reason, Map<String, String> facts, Throwable cause) {
    super(facts.isEmpty() ? reason : reason + " " + facts, cause);
    this.reason = reason;
    this.facts = Map.copyOf(facts);
  }

  /** The refusal that a failed call carries; its status code when it carries none. */
  public static ServerRefusal of(StatusRuntimeException failure) {
    var status = StatusProto.fromThrowable(failure);
    if (status != null) {
      for (var detail : status.getDetailsList()) {
        try {
          if (detail.is(ErrorInfo.class)) {
            ErrorInfo info = detail.unpack(ErrorInfo.class);
            return new ServerRefusal(info.getReason(), info.getMetadataMap(), failure);
          }
        } catch (InvalidProtocolBufferException e) {
          failure.addSuppressed(e);
        }
      }
    }
    return new ServerRefusal(failure.getStatus().getCode().name(), Map.of(), failure);
  }

  /**
   * Whether the store cannot do now what was asked, and may have done it: the server is silent, or
   * says that it waits for its database or for a place in its queue.
   */
  public boolean isAbsence() {
    return isSilence() || NOT_NOW.contains(reason);
  }

  /** Whether this is no answer at all: the server is away, or too slow. */
  public boolean isSilence() {
    return NO_ANSWER.contains(reason);
  }

  public String reason() {
    return reason;
  }

  public Map<String, String> facts() {
    return facts == null ? Map.of() : facts;
  }
}

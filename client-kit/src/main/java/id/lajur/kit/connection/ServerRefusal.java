package id.lajur.kit.connection;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import id.lajur.kit.fault.Faults;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The server's no, or its silence: a stable reason, the facts that belong to it, and the id under
 * which it stands in the logs.
 */
public final class ServerRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason of what this program itself got wrong, in making a call or in what it answered. */
  public static final String PROGRAM_FAULT = "PROGRAM_FAULT";

  /** The reason of what somebody here gave up before the answer came. */
  public static final String GIVEN_UP = "GIVEN_UP";

  private static final String INTERNAL = "INTERNAL";
  private static final Set<String> NO_ANSWER =
      Set.of("UNAVAILABLE", "DEADLINE_EXCEEDED", "UNKNOWN", INTERNAL, "CANCELLED");
  private static final Set<String> NOT_NOW =
      Set.of("DATABASE_AWAY", "BUSY", "RIGHT_TO_POST_LOST", INTERNAL);

  private final String reason;
  private final transient Map<String, String> facts;
  private final String id;
  private final boolean answered;

  private ServerRefusal(
      String reason, Map<String, String> facts, String id, boolean answered, Throwable cause) {
    super(id + " " + reason + (facts.isEmpty() ? "" : " " + facts), cause);
    this.reason = reason;
    this.facts = Map.copyOf(facts);
    this.id = id;
    this.answered = answered;
  }

  /** The refusal that a failed call carries; its status code when it carries none. */
  public static ServerRefusal of(StatusRuntimeException failure) {
    ErrorInfo info = ErrorInfo.getDefaultInstance();
    String id = "";
    var status = StatusProto.fromThrowable(failure);
    if (status != null) {
      try {
        for (Any detail : status.getDetailsList()) {
          if (detail.is(ErrorInfo.class)) {
            info = detail.unpack(ErrorInfo.class);
          } else if (detail.is(RequestInfo.class)) {
            id = detail.unpack(RequestInfo.class).getRequestId();
          }
        }
      } catch (InvalidProtocolBufferException e) {
        failure.addSuppressed(e);
      }
    }
    boolean answered = !info.getReason().isEmpty();
    return new ServerRefusal(
        answered ? info.getReason() : failure.getStatus().getCode().name(),
        info.getMetadataMap(),
        id.isEmpty() ? Faults.newId() : id,
        answered,
        failure);
  }

  /** What this program itself got wrong, with its reason, and written under its id. */
  public static ServerRefusal ofFault(Throwable fault) {
    return new ServerRefusal(PROGRAM_FAULT, Map.of(), Faults.note(fault), true, fault);
  }

  /** What was given up here: nobody waits for its answer any more. */
  public static ServerRefusal givenUp() {
    return new ServerRefusal(
        GIVEN_UP, Map.of(), "", true, new CancellationException("given up at the screen"));
  }

  /** The refusal that a call has failed with; whatever else it was is a fault, which is written. */
  public static ServerRefusal in(Throwable failure) {
    Throwable cause = Faults.causeOf(failure);
    return cause instanceof ServerRefusal refusal ? refusal : ofFault(cause);
  }

  /**
   * Whether the store cannot do now what was asked, and may have done it: the server is silent, has
   * failed, or says that it waits for its database or for a place in its queue.
   */
  public boolean isAbsence() {
    return isSilence() || NOT_NOW.contains(reason);
  }

  /**
   * Whether this is no answer at all: the server is away, or too slow. A broken connection is told
   * by codes that a fault of the server has too, but without a reason of the server's.
   */
  public boolean isSilence() {
    return !answered && NO_ANSWER.contains(reason);
  }

  public String reason() {
    return reason;
  }

  /** Eight hexadecimal digits: the server's where it has answered, else made here; or empty. */
  public String id() {
    return id;
  }

  /** For the screen, behind the words: what support is told; empty where there is nothing to. */
  public String code() {
    return isGivenUp() ? "" : reason + " \u00b7 " + id;
  }

  /** Whether somebody here did not want the answer any more. */
  public boolean isGivenUp() {
    return reason.equals(GIVEN_UP);
  }

  public Map<String, String> facts() {
    return facts == null ? Map.of() : facts;
  }
}

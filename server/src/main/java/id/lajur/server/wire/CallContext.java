package id.lajur.server.wire;

import id.lajur.api.v1.Options;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the transport knows of a call: the machine's certificate, the session it names, and the
 * permission that the contract asks for. Judged by {@link Calls}, method by method.
 */
public final class CallContext implements ServerInterceptor {
  /** The session of the operator who has signed on. */
  public static final Metadata.Key<String> SESSION =
      Metadata.Key.of("lajur-session", Metadata.ASCII_STRING_MARSHALLER);

  /** Answered to anybody, without a certificate. */
  static final String UNENROLLED = "unenrolled";

  private static final Context.Key<CallContext.Facts> FACTS = Context.key("lajur-call");

  private final InstantSource clock;

  /**
   * @param clock by which certificates expire
   */
  public CallContext(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The facts of one call.
   *
   * @param address of the caller's host
   */
  record Facts(
      byte @Nullable [] fingerprint,
      @Nullable UUID sessionId,
      String method,
      String permission,
      String address) {}

  static Facts current() {
    return FACTS.get();
  }

  /**
   * The permission that a method names in the contract.
   *
   * @throws IllegalStateException it names none: such a method must not be served
   */
  public static String permissionOf(io.grpc.MethodDescriptor<?, ?> method) {
    Object schema = method.getSchemaDescriptor();
    String permission =
        schema instanceof ProtoMethodDescriptorSupplier proto
            ? proto.getMethodDescriptor().getOptions().getExtension(Options.permission)
            : "";
    if (permission.isEmpty()) {
      throw new IllegalStateException(method.getFullMethodName() + " names no permission");
    }
    return permission;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (HealthGrpc.SERVICE_NAME.equals(call.getMethodDescriptor().getServiceName())) {
      return next.startCall(call, headers); // says only whether the server serves; asks for nobody
    }
    Machines.Machine machine = Machines.of(call.getAttributes());
    String method = call.getMethodDescriptor().getFullMethodName();
    String permission = permissionOf(call.getMethodDescriptor());
    Facts facts =
        new Facts(
            machine.fingerprint(),
            session(headers.get(SESSION)),
            method,
            permission,
            machine.address());
    Reason no = permission.equals(UNENROLLED) ? null : refused(machine);
    if (no != null) {
      close(call, new Refusal(no), facts);
      return new ServerCall.Listener<>() {}; // no message of a stranger is read
    }
    return new UnlessGivenUp<>(
        call,
        facts,
        Contexts.interceptCall(Context.current().withValue(FACTS, facts), call, headers, next));
  }

  private static void close(ServerCall<?, ?> call, Throwable why, Facts facts) {
    StatusRuntimeException status = Errors.of(why, facts);
    call.close(
        status.getStatus(), Objects.requireNonNullElseGet(status.getTrailers(), Metadata::new));
  }

  /**
   * A call whose caller has given it up while it waited for a thread is not begun: under a load
   * that no server can bear, work that nobody waits for would make all the rest late. One that
   * fails outside of {@link Calls}, or with an {@link Error}, is answered as any fault is.
   */
  private static final class UnlessGivenUp<Q>
      extends ForwardingServerCallListener.SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private final Facts facts;

    UnlessGivenUp(ServerCall<Q, ?> call, Facts facts, ServerCall.Listener<Q> next) {
      super(next);
      this.call = call;
      this.facts = facts;
    }

    @Override
    public void onHalfClose() {
      if (!call.isCancelled() && !Context.current().isCancelled()) {
        try {
          super.onHalfClose();
        } catch (RuntimeException | Error fault) {
          close(call, fault, facts);
        }
      }
    }
  }

  private @Nullable Reason refused(Machines.Machine machine) {
    if (machine.fingerprint() == null) {
      return Reason.NOT_ENROLLED;
    }
    return clock.instant().isBefore(machine.expires()) ? null : Reason.CERTIFICATE_EXPIRED;
  }

  private static @Nullable UUID session(@Nullable String header) {
    if (header == null || header.length() != 36) {
      return null;
    }
    try {
      return UUID.fromString(header);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

package id.lajur.server.wire;

import id.lajur.api.v1.Options;
import id.lajur.server.security.Authority;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.security.cert.Certificate;
import java.util.UUID;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What the transport knows of a call: the machine's certificate, the session it names, and the
 * permission that the contract asks for. Judged by {@link Calls}, method by method.
 */
public final class CallContext implements ServerInterceptor {
  /** The session of the operator who has signed on. */
  public static final Metadata.Key<String> SESSION =
      Metadata.Key.of("lajur-session", Metadata.ASCII_STRING_MARSHALLER);

  private static final Context.Key<CallContext.Facts> FACTS = Context.key("lajur-call");

  /** The facts of one call. */
  record Facts(
      byte @Nullable [] fingerprint, @Nullable UUID sessionId, String method, String permission) {}

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
    Facts facts =
        new Facts(
            fingerprint(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION)),
            session(headers.get(SESSION)),
            call.getMethodDescriptor().getFullMethodName(),
            permissionOf(call.getMethodDescriptor()));
    return Contexts.interceptCall(Context.current().withValue(FACTS, facts), call, headers, next);
  }

  private static byte @Nullable [] fingerprint(@Nullable SSLSession session) {
    if (session == null) {
      return null;
    }
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length == 0 ? null : Authority.fingerprint(chain[0]);
    } catch (SSLPeerUnverifiedException e) {
      return null; // no certificate, or one of another authority
    }
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

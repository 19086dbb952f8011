package id.lajur.server.security;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import javax.net.ssl.SSLException;

/** Mutual TLS of the server, by BoringSSL where its native is there, else by the JDK. */
public final class ServerTls {
  private ServerTls() {}

  /**
   * A context with a fresh certificate of the authority. A client without one of the same authority
   * is let through the handshake and refused, call by call, with a reason that it can show.
   */
  public static SslContext context(Authority authority) {
    Authority.Identity identity = authority.issueServer();
    try {
      return GrpcSslContexts.configure(
              io.netty.handler.ssl.SslContextBuilder.forServer(
                  new ByteArrayInputStream(Authority.ascii(identity.certificatePem())),
                  new ByteArrayInputStream(Authority.ascii(identity.keyPem()))),
              OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
          .trustManager(new ByteArrayInputStream(Authority.ascii(authority.certificatePem())))
          .clientAuth(ClientAuth.OPTIONAL)
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }
}

package id.lajur.server.security;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.time.Instant;
import javax.net.ssl.SSLException;

/**
 * Mutual TLS of the server, by BoringSSL where its native is there, else by the JDK. The server's
 * own certificate is made at each start, and again in its last third, for the handshakes that come
 * after.
 */
public final class ServerTls {
  private final Authority authority;
  private final AdvancedTlsX509KeyManager shown = new AdvancedTlsX509KeyManager();
  private final SslContext context;
  private Instant renewAt = Instant.MIN;

  /**
   * A client without a certificate, and one whose certificate has expired, is let through the
   * handshake and refused, call by call, with a reason that it can show.
   */
  public ServerTls(Authority authority, Instant now) {
    this.authority = authority;
    renewIfDue(now);
    try {
      this.context =
          GrpcSslContexts.configure(
                  SslContextBuilder.forServer(shown),
                  OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
              .trustManager(new MachineTrust(authority))
              .clientAuth(ClientAuth.OPTIONAL)
              .protocols("TLSv1.3", "TLSv1.2")
              .build();
    } catch (SSLException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }

  public SslContext context() {
    return context;
  }

  /** Makes the server another certificate once the last third of the old one's time has begun. */
  public synchronized void renewIfDue(Instant now) {
    if (now.isBefore(renewAt)) {
      return;
    }
    Authority.ServerIdentity fresh = authority.issueServer(now);
    shown.updateIdentityCredentials(fresh.chain(), fresh.key());
    renewAt = now.plus(Authority.SERVER_LIFE.dividedBy(3).multipliedBy(2));
  }
}

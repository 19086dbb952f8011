package id.lajur.server.security;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which certificates of clients pass the handshake: those that the store's authority has signed for
 * machines. That one has expired is judged at each call, since an open connection outlives it, and
 * since a broken handshake could not tell a lane why it is not served.
 */
final class MachineTrust extends X509ExtendedTrustManager {
  private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2"; // id-kp-clientAuth

  private final X509Certificate authority;

  MachineTrust(Authority authority) {
    this.authority = authority.certificate();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    X509Certificate own = chain[0];
    try {
      PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      rules.setRevocationEnabled(false); // terminals tell, not lists
      Instant now = Instant.now();
      Instant ends = own.getNotAfter().toInstant();
      rules.setDate(Date.from(ends.isBefore(now) ? ends : now));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(own)), rules);
    } catch (GeneralSecurityException e) {
      throw new CertificateException("not of this store", e);
    }
    List<String> purposes = own.getExtendedKeyUsage();
    if (purposes == null || !purposes.contains(FOR_CLIENTS)) {
      throw new CertificateException("not a machine's");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a server trusts no server");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }
}

package id.lajur.kit.connection;

import com.google.protobuf.ByteString;
import id.lajur.people.v1.EnrolRequest;
import id.lajur.people.v1.EnrolResponse;
import id.lajur.people.v1.EnrolmentServiceGrpc;
import id.lajur.people.v1.TerminalKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How this machine becomes one of the shop's. First it looks which authority the server shows, and
 * sends nothing; once somebody has compared that authority's fingerprint with the one at the
 * server, it connects again, trusts that authority alone, and sends the code and its public key.
 * Whoever sits between shows another authority and is found out, or shows the shop's and cannot
 * prove that the shop's authority signed for it: he sees no code either way.
 */
public final class Enrolment {
  private static final int TIMEOUT_MS = 5_000;

  private final String host;
  private final int port;
  private final String authorityPem;
  private final String fingerprint;

  private Enrolment(String host, int port, X509Certificate authority) throws IOException {
    this.host = host;
    this.port = port;
    try {
      this.authorityPem = Pem.of(authority);
    } catch (CertificateException e) {
      throw new IOException("the server's authority cannot be read", e);
    }
    this.fingerprint = Pem.fingerprint(authority);
  }

  /**
   * A machine that has its place.
   *
   * @param terminal code of the place
   * @param lane whether it sells
   * @param training whether the store was made for trial
   */
  public record Enrolled(
      MachineIdentity identity,
      String storeName,
      boolean training,
      String terminal,
      String terminalName,
      boolean lane) {}

  /**
   * Looks which authority a server shows; trusts it in nothing.
   *
   * @throws IOException it cannot be reached, or is no store server
   */
  public static Enrolment lookAt(String host, int port) throws IOException {
    try (Socket wire = new Socket()) {
      wire.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
      wire.setSoTimeout(TIMEOUT_MS);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new Onlooker()}, null);
      try (SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket(wire, host, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        Certificate[] chain = socket.getSession().getPeerCertificates();
        if (chain.length < 2
            || !(chain[chain.length - 1] instanceof X509Certificate authority)
            || authority.getBasicConstraints() < 0) {
          throw new IOException("it is no store server: it shows no authority");
        }
        return new Enrolment(host, port, authority);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up", e);
    }
  }

  /** SHA-256 of the authority that the server shows: 16 groups of 4 hexadecimal digits. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Whether somebody who typed a fingerprint, with blanks, colons or hyphens, means this one. */
  public boolean is(String typed) {
    return MessageDigest.isEqual(digits(typed), digits(fingerprint));
  }

  private static byte[] digits(String text) {
    return text.replaceAll("[\\s:-]", "")
        .toUpperCase(Locale.ROOT)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * Takes the place that a code was made for, with a new key. To be called only once {@link #is}
   * has held for what was shown at the server.
   *
   * @throws ServerRefusal the server's no (ENROLMENT_CODE_INVALID, ENROLMENT_WAIT), its absence, or
   *     that it cannot prove to be the authority's
   */
  public Enrolled enrol(String code, String machineName) {
    KeyPair key = Pem.newKey();
    EnrolRequest request =
        EnrolRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setCode(code)
            .setPublicKey(ByteString.copyFrom(key.getPublic().getEncoded()))
            .setMachineName(machineName)
            .build();
    try (StoreConnection connection = StoreConnection.ofStranger(host, port, authorityPem)) {
      EnrolResponse answer =
          connection.command(
              () ->
                  EnrolmentServiceGrpc.newBlockingStub(connection.channel())
                      .withDeadlineAfter(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                      .enrol(request));
      return new Enrolled(
          new MachineIdentity(
              authorityPem, answer.getCertificate().getCertificatePem(), Pem.of(key.getPrivate())),
          answer.getStore().getName(),
          answer.getStore().getTraining(),
          answer.getTerminal().getCode(),
          answer.getTerminal().getName(),
          answer.getTerminal().getKind() == TerminalKind.TERMINAL_KIND_LANE);
    }
  }

  /** Lets any server finish its handshake, so that what it shows can be looked at. */
  private static final class Onlooker extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("no client is met here: " + Arrays.toString(chain));
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
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.server.database.DataFolders;
import id.lajur.server.database.StartRefused;
import id.lajur.server.security.Authority;
import id.lajur.server.security.ServerTls;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store's own key: whose it is, and what is signed with it. */
class AuthorityKeyTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aNewKeyIsItsOwnersAlone() throws IOException {
    Path data = DataFolders.createPrivate(folder.resolve("new"));

    Authority made = Authority.open(data);

    assertThat(permissions(data.resolve("secrets/authority.pem"))).isEqualTo("rw-------");
    assertThat(permissions(data.resolve("secrets"))).isEqualTo("rwx------");
    assertThat(Authority.open(data).fingerprintInWords()).isEqualTo(made.fingerprintInWords());
  }

  @ParameterizedTest
  @CsvSource({
    "secrets/authority.pem, rw-r--r--",
    "secrets/authority.pem, rw-----w-",
    "secrets, rwxr-x---"
  })
  void aKeyThatOthersCanReadOrChangeStopsTheStartInWords(String path, String permissions)
      throws IOException {
    Path data = DataFolders.createPrivate(folder.resolve("open"));
    Authority unused = Authority.open(data);
    Files.setPosixFilePermissions(data.resolve(path), PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> Authority.open(data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(data.resolve(path) + " is open to other users")
        .hasMessageContaining(permissions)
        .hasMessageContaining("chmod go= ");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void anotherStoreSealsTheSameCodeOtherwise() throws IOException {
    Authority one = Authority.open(DataFolders.createPrivate(folder.resolve("one")));
    Authority other = Authority.open(DataFolders.createPrivate(folder.resolve("other")));

    assertThat(one.seal("7KQM3XWT")).isEqualTo(one.seal("7KQM3XWT")).hasSize(32);
    assertThat(one.seal("7KQM3XWT")).isNotEqualTo(other.seal("7KQM3XWT"));
    assertThat(one.seal("7KQM3XWT")).isNotEqualTo(one.seal("7KQM3XWV"));
  }

  @Test
  void aServerThatRunsForLongShowsAnotherCertificateInTimeWithoutARestart() throws Exception {
    Authority authority = Authority.open(DataFolders.createPrivate(folder.resolve("long")));
    Instant start = Instant.now().minus(Duration.ofDays(61)); // so that the second is valid by now
    ServerTls tls = new ServerTls(authority, start);
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(tls.context())
            .build()
            .start();
    try {
      X509Certificate first = shown(server.getPort(), authority);

      tls.renewIfDue(start.plus(Duration.ofDays(59)));
      assertThat(shown(server.getPort(), authority)).isEqualTo(first);
      tls.renewIfDue(start.plus(Duration.ofDays(61)));

      X509Certificate second = shown(server.getPort(), authority);
      assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
      assertThat(second.getNotAfter().toInstant()).isAfter(start.plus(Duration.ofDays(150)));
      assertThat(first.getNotAfter().toInstant()).isAfter(start.plus(Duration.ofDays(89)));
    } finally {
      server.shutdownNow();
    }
  }

  /** What a new handshake is shown, by somebody who trusts the store's authority alone. */
  private static X509Certificate shown(int port, Authority authority) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("store", Authority.certificate(authority.certificatePem()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }
}

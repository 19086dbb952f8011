package id.lajur.kit.connection;

import com.google.protobuf.ByteString;
import id.lajur.people.v1.EnrolmentServiceGrpc;
import id.lajur.people.v1.RenewRequest;
import id.lajur.people.v1.RenewResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a machine's certificate from expiring: in its last third it asks for another, with a new
 * key, writes it to the machine's folder, and only then has the connection use it. What was lost in
 * between is asked for again.
 */
public final class CertificateRenewal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CertificateRenewal.class);
  private static final long EACH_MINUTES = 60;

  private final StoreConnection connection;
  private final Path folder;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "certificate");
            made.setDaemon(true);
            return made;
          });
  private MachineIdentity identity;

  private CertificateRenewal(
      StoreConnection connection, MachineIdentity identity, Path folder, InstantSource clock) {
    this.connection = connection;
    this.identity = identity;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Begins to look, now and each hour.
   *
   * @param folder from which the identity was read
   */
  public static CertificateRenewal of(
      StoreConnection connection, MachineIdentity identity, Path folder, InstantSource clock) {
    var renewal = new CertificateRenewal(connection, identity, folder, clock);
    var unused =
        renewal.thread.scheduleWithFixedDelay(renewal::look, 0, EACH_MINUTES, TimeUnit.MINUTES);
    return renewal;
  }

  private void look() {
    try {
      if (isDue()) {
        renew();
      }
    } catch (IOException | RuntimeException e) { // one that escapes would be the last look
      log.warn("the certificate was not renewed, and will be tried again: {}", e.toString());
    }
  }

  private boolean isDue() {
    X509Certificate own = Pem.certificate(identity.certificatePem());
    Instant from = own.getNotBefore().toInstant();
    Instant until = own.getNotAfter().toInstant();
    return !clock.instant().isBefore(until.minus(Duration.between(from, until).dividedBy(3)));
  }

  private void renew() throws IOException {
    KeyPair key = Pem.newKey();
    RenewRequest request =
        RenewRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setPublicKey(ByteString.copyFrom(key.getPublic().getEncoded()))
            .build();
    RenewResponse answer =
        connection.ask(
            () -> EnrolmentServiceGrpc.newBlockingStub(connection.channel()).renew(request));
    MachineIdentity fresh =
        new MachineIdentity(
            identity.authorityPem(),
            answer.getCertificate().getCertificatePem(),
            Pem.of(key.getPrivate()));
    fresh.write(folder);
    connection.use(fresh);
    identity = fresh;
    log.info("the machine has another certificate");
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

package id.lajur.server.security;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which certificates are in force. */
public final class Certificates {
  private final Jdbi jdbi;
  private final InstantSource clock;

  public Certificates(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Puts a renewed certificate, used for the first time, into the place of the one it follows.
   *
   * @return false when it is no such certificate; nothing is changed
   */
  boolean takeUp(byte[] fingerprint) throws SQLException {
    if (jdbi.withExtension(CertificateDao.class, dao -> dao.countWaiting(fingerprint)) == 0) {
      return false;
    }
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle -> {
          CertificateDao dao = handle.attach(CertificateDao.class);
          CertificateDao.Waiting waiting = dao.lockWaiting(fingerprint).orElse(null);
          if (waiting == null) {
            return true; // another call of the machine was first: look again
          }
          dao.used(fingerprint);
          dao.putInForce(waiting.terminalId(), fingerprint);
          dao.endOthers(waiting.terminalId(), fingerprint, now, "the machine", "RENEWED");
          AuditJournal.append(
              handle.getConnection(),
              AuditRecord.of(waiting.terminalId(), now, "CERTIFICATE_RENEWED")
                  .changed(inWords(waiting.follows()), inWords(fingerprint)));
          return true;
        });
  }

  /** Those by which a machine may be connected, in hexadecimal, lower case. */
  public Set<String> enrolled() {
    return Set.copyOf(jdbi.withExtension(CertificateDao.class, CertificateDao::enrolled));
  }

  /**
   * What is kept of a certificate.
   *
   * @param follows null for one that is in force at once
   */
  public static CertificateDao.Issued issued(
      X509Certificate certificate,
      int terminalId,
      String machineName,
      @Nullable UUID requestId,
      Instant issuedAt,
      byte @Nullable [] follows) {
    return new CertificateDao.Issued(
        Authority.fingerprint(certificate),
        terminalId,
        certificate.getSerialNumber().longValueExact(),
        keyDigest(certificate.getPublicKey().getEncoded()),
        Authority.pem(certificate),
        machineName,
        requestId,
        issuedAt,
        certificate.getNotAfter().toInstant(),
        follows);
  }

  /** SHA-256 of a machine's public key. */
  public static byte[] keyDigest(byte[] publicKey) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(publicKey);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate as the journal and people name it: the first 8 bytes of its fingerprint. */
  public static String inWords(byte[] fingerprint) {
    return HexFormat.of().withUpperCase().formatHex(fingerprint, 0, 8);
  }
}

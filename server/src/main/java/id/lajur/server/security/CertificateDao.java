package id.lajur.server.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The certificates of machines, and which of them a terminal goes by. */
public interface CertificateDao {
  /**
   * A certificate as it was signed.
   *
   * @param keyDigest SHA-256 of the machine's public key
   * @param requestId of the call that it answered, null when it was made within this program
   * @param follows the one in force until this one is used; null for one in force at once
   */
  record Issued(
      byte[] fingerprint,
      int terminalId,
      long serial,
      byte[] keyDigest,
      String pem,
      String machineName,
      @Nullable UUID requestId,
      Instant issuedAt,
      Instant expiresAt,
      byte @Nullable [] follows) {}

  @SqlUpdate(
      """
      INSERT INTO certificate (fingerprint, terminal_id, serial, key_digest, pem, machine_name,
                               request_id, issued_at, expires_at, follows)
      VALUES (:fingerprint, :terminalId, :serial, :keyDigest, :pem, :machineName, :requestId,
              :issuedAt, :expiresAt, :follows)""")
  void insert(@BindMethods Issued issued);

  /** A certificate that answered a call before. */
  record Given(
      byte[] fingerprint,
      int terminalId,
      byte[] keyDigest,
      String pem,
      Instant issuedAt,
      Instant expiresAt,
      byte @Nullable [] seal) {}

  @SqlQuery(
      """
      SELECT c.fingerprint, c.terminal_id, c.key_digest, c.pem, c.issued_at, c.expires_at, e.seal
        FROM certificate c LEFT JOIN enrolment_code e ON e.fingerprint = c.fingerprint
       WHERE c.request_id = :requestId""")
  @RegisterConstructorMapper(Given.class)
  Optional<Given> givenFor(UUID requestId);

  /** Of a terminal, the certificate in force. */
  record InForce(byte[] fingerprint, String machineName, Instant issuedAt, Instant expiresAt) {}

  @SqlQuery(
      """
      SELECT c.fingerprint, c.machine_name, c.issued_at, c.expires_at
        FROM terminal t JOIN certificate c ON c.fingerprint = t.certificate_fingerprint
       WHERE t.terminal_id = :terminalId FOR UPDATE""")
  @RegisterConstructorMapper(InForce.class)
  Optional<InForce> lockInForce(int terminalId);

  @SqlUpdate(
      "UPDATE terminal SET certificate_fingerprint = :fingerprint WHERE terminal_id = :terminalId")
  void putInForce(int terminalId, byte @Nullable [] fingerprint);

  /** A renewed certificate that has not been used yet. */
  record Waiting(int terminalId, byte[] follows) {}

  /** Found only while the one that it follows is still in force. */
  @SqlQuery(
      """
      SELECT c.terminal_id, c.follows
        FROM certificate c
        JOIN terminal t ON t.terminal_id = c.terminal_id AND t.certificate_fingerprint = c.follows
       WHERE c.fingerprint = :fingerprint AND c.ended_at IS NULL FOR UPDATE""")
  @RegisterConstructorMapper(Waiting.class)
  Optional<Waiting> lockWaiting(byte[] fingerprint);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM certificate
       WHERE fingerprint = :fingerprint AND follows IS NOT NULL AND ended_at IS NULL""")
  int countWaiting(byte[] fingerprint);

  @SqlUpdate("UPDATE certificate SET follows = NULL WHERE fingerprint = :fingerprint")
  void used(byte[] fingerprint);

  /** Ends all of a terminal's certificates but one. */
  @SqlUpdate(
      """
      UPDATE certificate SET ended_at = :at, ended_by = :by, ended_why = :why
       WHERE terminal_id = :terminalId AND ended_at IS NULL AND fingerprint <> :kept""")
  void endOthers(int terminalId, byte[] kept, Instant at, String by, String why);

  /** Ends the renewed certificates of a terminal that nobody has used. */
  @SqlUpdate(
      """
      UPDATE certificate SET ended_at = :at, ended_by = :by, ended_why = :why
       WHERE terminal_id = :terminalId AND ended_at IS NULL AND follows IS NOT NULL""")
  void endWaiting(int terminalId, Instant at, String by, String why);

  /** Those by which a machine may be connected, in hexadecimal, lower case. */
  @SqlQuery("SELECT LOWER(HEX(fingerprint)) FROM certificate WHERE ended_at IS NULL")
  List<String> enrolled();
}

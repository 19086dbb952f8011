package id.lajur.server.people;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Caller;
import id.lajur.server.security.CertificateDao;
import id.lajur.server.security.Certificates;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives machines their certificates: the first against a code, the next against the last. */
public final class Enrolling {
  private final Jdbi jdbi;
  private final Authority authority;
  private final InstantSource clock;
  private final Guesses guesses = new Guesses();

  public Enrolling(Jdbi jdbi, Authority authority, InstantSource clock) {
    this.jdbi = jdbi;
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * What a machine without a certificate sends.
   *
   * @param address of its host
   */
  record Asked(UUID requestId, String code, byte[] publicKey, String machineName, String address) {}

  /** A certificate, and the place that the machine has by it. */
  record Enrolled(
      EnrolmentDao.Place place, String certificatePem, Instant issuedAt, Instant expiresAt) {}

  /** From when on a certificate is renewed: the last third of its time. */
  static Instant renewAt(Instant issuedAt, Instant expiresAt) {
    return expiresAt.minus(java.time.Duration.between(issuedAt, expiresAt).dividedBy(3));
  }

  /**
   * Enrols a machine: its certificate is in force, and another machine that had the place is out,
   * when this returns. Sent again it gives the same certificate.
   *
   * @throws Refusal ENROLMENT_CODE_INVALID, and the try counts against every open code;
   *     ENROLMENT_WAIT, KEY_INVALID, REQUEST_REUSED
   */
  Enrolled enrol(Asked asked) throws SQLException {
    String code = EnrolmentCode.typed(asked.code());
    PublicKey key = key(asked.publicKey());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    guesses.begin(asked.address(), now);
    byte[] seal = authority.seal(code);
    Outcome outcome =
        jdbi.inTransaction(
            handle -> {
              List<EnrolmentDao.OpenCode> open =
                  handle.attach(EnrolmentDao.class).lockOpenCodes(now, EnrolmentCode.MOST_WRONG);
              Enrolled again = givenBefore(handle, asked.requestId(), asked.publicKey(), seal);
              return again != null
                  ? new Outcome(again, null)
                  : judge(handle, asked, open, seal, key, now);
            });
    if (outcome.enrolled() == null) {
      throw outcome.no() == null ? new IllegalStateException("no outcome") : outcome.no();
    }
    guesses.right(asked.address());
    return outcome.enrolled();
  }

  /** A wrong try is counted, and so committed, before it is refused. */
  private record Outcome(@Nullable Enrolled enrolled, @Nullable Refusal no) {}

  private Outcome judge(
      Handle handle,
      Asked asked,
      List<EnrolmentDao.OpenCode> open,
      byte[] seal,
      PublicKey key,
      Instant now)
      throws SQLException {
    EnrolmentDao codes = handle.attach(EnrolmentDao.class);
    for (EnrolmentDao.OpenCode code : open) {
      if (MessageDigest.isEqual(code.seal(), seal)) {
        return take(handle, asked, code, key, now);
      }
    }
    if (!open.isEmpty()) { // otherwise nothing can be guessed, and a journal could be filled
      codes.countWrong(now, EnrolmentCode.MOST_WRONG);
      AuditJournal.append(
          handle.getConnection(),
          AuditRecord.of(codes.serverTerminal(), now, "ENROLMENT_CODE_WRONG")
              .because("from " + asked.address()));
    }
    return new Outcome(null, new Refusal(Reason.ENROLMENT_CODE_INVALID));
  }

  private Outcome take(
      Handle handle, Asked asked, EnrolmentDao.OpenCode code, PublicKey key, Instant now)
      throws SQLException {
    EnrolmentDao codes = handle.attach(EnrolmentDao.class);
    CertificateDao certificates = handle.attach(CertificateDao.class);
    EnrolmentDao.Place place = codes.place(code.terminalId());
    CertificateDao.InForce before = certificates.lockInForce(code.terminalId()).orElse(null);
    if (before != null && !code.replaces()) {
      return new Outcome(null, new Refusal(Reason.ENROLMENT_CODE_INVALID));
    }
    X509Certificate signed =
        authority.signTerminal(place.code(), key, now, now.plus(Authority.MACHINE_LIFE));
    CertificateDao.Issued issued =
        Certificates.issued(
            signed, code.terminalId(), asked.machineName(), asked.requestId(), now, null);
    certificates.insert(issued);
    certificates.putInForce(code.terminalId(), issued.fingerprint());
    certificates.endOthers(code.terminalId(), issued.fingerprint(), now, "enrolment", "REPLACED");
    handle.attach(PeopleDao.class).closeSessions(code.terminalId(), now);
    codes.useCode(code.seal(), issued.fingerprint(), now);
    AuditJournal.append(
        handle.getConnection(),
        AuditRecord.of(code.terminalId(), now, "MACHINE_ENROLLED")
            .changed(
                before == null ? null : machine(before.fingerprint(), before.machineName()),
                machine(issued.fingerprint(), asked.machineName()))
            .because("from " + asked.address()));
    return new Outcome(new Enrolled(place, issued.pem(), now, issued.expiresAt()), null);
  }

  /** A machine as the journal names it; its own name with its beginning only. */
  static String machine(byte[] fingerprint, String name) {
    String known = Certificates.inWords(fingerprint) + " " + name;
    return known.codePointCount(0, known.length()) > 200
        ? known.substring(0, known.offsetByCodePoints(0, 200))
        : known.strip();
  }

  private static @Nullable Enrolled givenBefore(
      Handle handle, UUID requestId, byte[] publicKey, byte @Nullable [] seal) {
    CertificateDao.Given given =
        handle.attach(CertificateDao.class).givenFor(requestId).orElse(null);
    if (given == null) {
      return null;
    }
    if (!Arrays.equals(given.seal(), seal)
        || !Arrays.equals(given.keyDigest(), Certificates.keyDigest(publicKey))) {
      throw new Refusal(Reason.REQUEST_REUSED).with("requestId", requestId);
    }
    return new Enrolled(
        handle.attach(EnrolmentDao.class).place(given.terminalId()),
        given.pem(),
        given.issuedAt(),
        given.expiresAt());
  }

  /**
   * Signs another certificate for the caller's machine, in the last third of the old one's time;
   * the old one stays good until the new one is used. One that was signed before and not used ends.
   *
   * @throws Refusal RENEWAL_NOT_DUE with dueAtMs, KEY_INVALID, REQUEST_REUSED
   */
  Enrolled renew(Caller caller, UUID requestId, byte[] publicKey) throws SQLException {
    PublicKey key = key(publicKey);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbi.inTransaction(
        handle -> {
          CertificateDao certificates = handle.attach(CertificateDao.class);
          CertificateDao.InForce old =
              certificates
                  .lockInForce(caller.terminalId())
                  .orElseThrow(() -> new Refusal(Reason.NOT_ENROLLED));
          Enrolled again = givenBefore(handle, requestId, publicKey, null);
          if (again != null) {
            if (again.place().terminalId() != caller.terminalId()) {
              throw new Refusal(Reason.REQUEST_REUSED).with("requestId", requestId);
            }
            return again;
          }
          Instant due = renewAt(old.issuedAt(), old.expiresAt());
          if (now.isBefore(due)) {
            throw new Refusal(Reason.RENEWAL_NOT_DUE).with("dueAtMs", due.toEpochMilli());
          }
          X509Certificate signed =
              authority.signTerminal(
                  caller.terminalCode(), key, now, now.plus(Authority.MACHINE_LIFE));
          CertificateDao.Issued issued =
              Certificates.issued(
                  signed,
                  caller.terminalId(),
                  old.machineName(),
                  requestId,
                  now,
                  old.fingerprint());
          certificates.endWaiting(caller.terminalId(), now, "renewal", "NOT USED");
          certificates.insert(issued);
          AuditJournal.append(
              handle.getConnection(),
              AuditRecord.of(caller.terminalId(), now, "CERTIFICATE_SIGNED")
                  .changed(
                      Certificates.inWords(old.fingerprint()),
                      Certificates.inWords(issued.fingerprint())));
          return new Enrolled(
              handle.attach(EnrolmentDao.class).place(caller.terminalId()),
              issued.pem(),
              now,
              issued.expiresAt());
        });
  }

  String authorityPem() {
    return authority.certificatePem();
  }

  private static PublicKey key(byte[] encoded) {
    try {
      return Authority.machineKey(encoded);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.KEY_INVALID);
    }
  }
}

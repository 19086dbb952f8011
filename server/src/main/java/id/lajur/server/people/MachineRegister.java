package id.lajur.server.people;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.security.Authority;
import id.lajur.server.security.CertificateDao;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The store's terminals and the machines that have their places, for those who look after them:
 * each change stands in the journal of its terminal.
 */
public final class MachineRegister {
  private final Jdbi jdbi;
  private final Authority authority;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public MachineRegister(Jdbi jdbi, Authority authority, InstantSource clock) {
    this.jdbi = jdbi;
    this.authority = authority;
    this.clock = clock;
  }

  /** Why something is not done, in words; nothing was changed. */
  public static final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDone(String words) {
      super(words);
    }
  }

  /**
   * A code by which a machine takes a terminal's place.
   *
   * @param code in two groups
   * @param authority fingerprint that the machine must see at the server, in groups
   */
  public record Code(String code, String authority, Instant expiresAt) {}

  /** A terminal, with what is known of the machine in its place. */
  public record Listed(
      String code,
      String name,
      String kind,
      byte @Nullable [] fingerprint,
      @Nullable String machineName,
      @Nullable Instant expiresAt,
      @Nullable Instant codeUntil) {}

  /** All terminals but the server's own, by code. */
  public List<Listed> list() {
    Instant now = now();
    return jdbi.withExtension(EnrolmentDao.class, dao -> dao.list(now, EnrolmentCode.MOST_WRONG));
  }

  /**
   * Makes a code for the place of a terminal; one made before for it ends.
   *
   * @param replaces whether another machine may have the place until then
   * @param by who asks, for the journal
   * @throws NotDone there is no such terminal, or a machine has its place and is not to be replaced
   */
  public Code makeCode(String terminal, boolean replaces, String by) throws SQLException {
    String code = EnrolmentCode.make(random);
    Instant now = now();
    Instant until = now.plus(EnrolmentCode.LASTS);
    change(
        terminal,
        (handle, terminalId) -> {
          boolean taken = handle.attach(CertificateDao.class).lockInForce(terminalId).isPresent();
          if (taken && !replaces) {
            throw new NotDone(
                "a machine has the place of "
                    + terminal
                    + "; to put another there: lajur admin terminal replace "
                    + terminal);
          }
          EnrolmentDao dao = handle.attach(EnrolmentDao.class);
          dao.closeCodes(terminalId, now);
          dao.insertCode(authority.seal(code), terminalId, replaces, now, by, until);
          return AuditRecord.of(terminalId, now, "ENROLMENT_CODE_MADE")
              .changed(null, (taken ? "replaces the machine, until " : "until ") + until)
              .because("by " + by);
        });
    return new Code(EnrolmentCode.inGroups(code), authority.fingerprintInWords(), until);
  }

  /**
   * Takes the place from the machine that has it: it is refused from its next call on, and its
   * connection ends. Codes for the place end too.
   *
   * @throws NotDone there is no such terminal, or no machine has its place
   */
  public void revoke(String terminal, String by, String why) throws SQLException {
    Instant now = now();
    change(
        terminal,
        (handle, terminalId) -> {
          CertificateDao certificates = handle.attach(CertificateDao.class);
          CertificateDao.InForce old =
              certificates
                  .lockInForce(terminalId)
                  .orElseThrow(() -> new NotDone("no machine has the place of " + terminal));
          certificates.putInForce(terminalId, null);
          certificates.endOthers(terminalId, new byte[0], now, by, why);
          handle.attach(EnrolmentDao.class).closeCodes(terminalId, now);
          handle.attach(PeopleDao.class).closeSessions(terminalId, now);
          return AuditRecord.of(terminalId, now, "MACHINE_REVOKED")
              .changed(Enrolling.machine(old.fingerprint(), old.machineName()), null)
              .because(why);
        });
  }

  /** One change of a terminal, and what the journal says of it. */
  @FunctionalInterface
  private interface Change {
    AuditRecord make(Handle handle, int terminalId) throws SQLException;
  }

  private void change(String terminal, Change change) throws SQLException {
    jdbi.useTransaction(
        handle -> {
          int terminalId =
              handle
                  .attach(EnrolmentDao.class)
                  .lockTerminal(terminal)
                  .orElseThrow(() -> new NotDone("there is no terminal " + terminal));
          AuditJournal.append(handle.getConnection(), change.make(handle, terminalId));
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

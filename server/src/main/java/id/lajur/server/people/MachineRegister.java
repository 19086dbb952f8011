package id.lajur.server.people;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Authority;
import id.lajur.server.security.Caller;
import id.lajur.server.security.CertificateDao;
import id.lajur.server.wire.Texts;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The store's terminals and the machines that have their places, for those who look after them:
 * each change stands in the journal of its terminal.
 */
public final class MachineRegister {
  private static final int MOST_NAME = 64;
  private static final int MOST_TEXT = 200;

  private final Jdbi jdbi;
  private final Authority authority;
  private final String by;
  private final @Nullable Command command;
  private final InstantSource clock = InstantSource.system(); // machines live by the world's time

  /**
   * @param by who asks, for the records of certificates and codes
   */
  public MachineRegister(Jdbi jdbi, Authority authority, String by) {
    this(jdbi, authority, by, null);
  }

  /** The one change that an operator's command asks for: made once, however often it is sent. */
  public MachineRegister(
      Jdbi jdbi, Authority authority, Caller.SignedOn operator, Command command) {
    this(jdbi, authority, "operator " + operator.number(), command);
  }

  private MachineRegister(Jdbi jdbi, Authority authority, String by, @Nullable Command command) {
    this.jdbi = jdbi;
    this.authority = authority;
    this.by = by.length() > MOST_NAME ? by.substring(0, MOST_NAME) : by;
    this.command = command;
  }

  /**
   * A code by which a machine takes a terminal's place.
   *
   * @param code in two groups
   * @param authority fingerprint that the machine must see at the server, in groups
   */
  public record Code(String code, String authority, Instant expiresAt) {}

  /**
   * A terminal, with what is known of the machine in its place.
   *
   * @param lastSeen somebody signed on there, to the minute
   * @param operatorName who is signed on there
   */
  public record Listed(
      String code,
      String name,
      String kind,
      byte @Nullable [] fingerprint,
      @Nullable String machineName,
      @Nullable Instant expiresAt,
      @Nullable Instant codeUntil,
      @Nullable Instant lastSeen,
      @Nullable String operatorName) {}

  /** All terminals but the server's own, by code. */
  public List<Listed> list() {
    Instant now = now();
    return jdbi.withExtension(EnrolmentDao.class, dao -> dao.list(now, EnrolmentCode.MOST_WRONG));
  }

  /**
   * Makes a code for the place of a terminal; one made before for it ends.
   *
   * @param replaces whether another machine may have the place until then
   * @throws Refusal TERMINAL_UNKNOWN, PLACE_TAKEN when a machine has it and is not to be replaced
   */
  public Code makeCode(String terminal, boolean replaces) throws SQLException {
    String code = codeFor(UUID.randomUUID());
    Instant until = now().plus(EnrolmentCode.LASTS);
    makeCode(terminal, replaces, code, until, new byte[0]);
    return new Code(EnrolmentCode.inGroups(code), authority.fingerprintInWords(), until);
  }

  /**
   * As above, for a command.
   *
   * @param answer that is recorded: without the code, which {@link #codeOf} tells again
   * @return the answer
   */
  byte[] makeCode(String terminal, boolean replaces, Function<Instant, byte[]> answer)
      throws SQLException {
    UUID requestId = Objects.requireNonNull(command).requestId();
    Instant until = now().plus(EnrolmentCode.LASTS);
    byte[] given = answer.apply(until);
    makeCode(terminal, replaces, codeFor(requestId), until, given);
    return given;
  }

  private void makeCode(
      String terminal, boolean replaces, String code, Instant until, byte[] answer)
      throws SQLException {
    Instant now = now();
    change(
        terminal,
        answer,
        (handle, terminalId) -> {
          boolean taken = handle.attach(CertificateDao.class).lockInForce(terminalId).isPresent();
          if (taken && !replaces) {
            throw new Refusal(Reason.PLACE_TAKEN).with("terminal", terminal);
          }
          EnrolmentDao dao = handle.attach(EnrolmentDao.class);
          dao.closeCodes(terminalId, now);
          dao.insertCode(authority.seal(code), terminalId, replaces, now, by, until);
          return AuditRecord.of(terminalId, now, "ENROLMENT_CODE_MADE")
              .changed(null, (taken ? "replaces the machine, until " : "until ") + until)
              .because(by);
        });
  }

  /** The code that a command made, in two groups, whether it is good still or not. */
  String codeOf(UUID requestId) {
    return EnrolmentCode.inGroups(codeFor(requestId));
  }

  private String codeFor(UUID requestId) {
    return EnrolmentCode.of(authority.seal("code of " + requestId));
  }

  /**
   * Takes the place from the machine that has it: it is refused from its next call on, and its
   * connection ends. Codes for the place end too.
   *
   * @throws Refusal TERMINAL_UNKNOWN, PLACE_FREE
   */
  public void revoke(String terminal, String why) throws SQLException {
    Instant now = now();
    change(
        terminal,
        (handle, terminalId) -> {
          CertificateDao certificates = handle.attach(CertificateDao.class);
          CertificateDao.InForce old =
              certificates
                  .lockInForce(terminalId)
                  .orElseThrow(() -> new Refusal(Reason.PLACE_FREE).with("terminal", terminal));
          certificates.putInForce(terminalId, null);
          certificates.endOthers(terminalId, new byte[0], now, by, why);
          handle.attach(EnrolmentDao.class).closeCodes(terminalId, now);
          handle.attach(PeopleDao.class).closeSessions(terminalId, now);
          return AuditRecord.of(terminalId, now, "MACHINE_REVOKED")
              .changed(Enrolling.machine(old.fingerprint(), old.machineName()), null)
              .because(shortened(by + (why.isEmpty() ? "" : ": " + why)));
        });
  }

  /**
   * Makes a terminal whose place is free.
   *
   * @param kind LANE or BACK_OFFICE
   * @throws Refusal TERMINAL_EXISTS, TERMINAL_CODE_INVALID, NAME_NEEDED
   */
  public void add(String terminal, String name, String kind) throws SQLException {
    if (!terminal.matches("[A-Z][A-Z0-9]{0,7}")) {
      throw new Refusal(Reason.TERMINAL_CODE_INVALID).with("terminal", terminal);
    }
    String named = named(name);
    Instant now = now();
    jdbi.useTransaction(
        handle -> {
          EnrolmentDao dao = handle.attach(EnrolmentDao.class);
          int storeId = dao.lockStore();
          if (isDone(handle)) {
            return;
          }
          if (dao.isTerminal(terminal)) {
            throw new Refusal(Reason.TERMINAL_EXISTS).with("terminal", terminal);
          }
          int terminalId = dao.nextTerminalId();
          dao.insertTerminal(terminalId, storeId, terminal, named, kind);
          dao.insertAuditHead(terminalId, new byte[32]);
          dao.insertReceiptHeads(terminalId, new byte[32]);
          record(
              handle,
              new byte[0],
              AuditRecord.of(terminalId, now, "TERMINAL_ADDED")
                  .changed(null, shortened(terminal + " " + kind + " " + named))
                  .because(by));
        });
  }

  /**
   * Gives a terminal another name, which its receipts show from then on.
   *
   * @throws Refusal TERMINAL_UNKNOWN, NAME_NEEDED
   */
  public void rename(String terminal, String name) throws SQLException {
    String named = named(name);
    Instant now = now();
    change(
        terminal,
        (handle, terminalId) -> {
          EnrolmentDao dao = handle.attach(EnrolmentDao.class);
          String before = dao.place(terminalId).name();
          dao.rename(terminalId, named);
          return AuditRecord.of(terminalId, now, "TERMINAL_RENAMED")
              .changed(before, named)
              .because(by);
        });
  }

  private static String named(String name) {
    String plain = Texts.plain(name);
    if (plain.isEmpty()) {
      throw new Refusal(Reason.NAME_NEEDED);
    }
    return plain;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) > MOST_TEXT
        ? text.substring(0, text.offsetByCodePoints(0, MOST_TEXT))
        : text;
  }

  /** One change of a terminal, and what the journal says of it. */
  @FunctionalInterface
  private interface Change {
    AuditRecord make(Handle handle, int terminalId) throws SQLException;
  }

  private void change(String terminal, Change change) throws SQLException {
    change(terminal, new byte[0], change);
  }

  private void change(String terminal, byte[] answer, Change change) throws SQLException {
    jdbi.useTransaction(
        handle -> {
          int terminalId =
              handle
                  .attach(EnrolmentDao.class)
                  .lockTerminal(terminal)
                  .orElseThrow(
                      () -> new Refusal(Reason.TERMINAL_UNKNOWN).with("terminal", terminal));
          if (!isDone(handle)) {
            AuditRecord made = change.make(handle, terminalId);
            record(handle, answer, made);
          }
        });
  }

  private boolean isDone(Handle handle) throws SQLException {
    return command != null && RequestDao.isDone(handle.getConnection(), command);
  }

  private void record(Handle handle, byte[] answer, AuditRecord made) throws SQLException {
    AuditJournal.append(
        handle.getConnection(), command == null ? made : made.by(command.operatorId()));
    if (command != null) {
      RequestDao.answered(handle.getConnection(), command, answer, made.occurredAt());
    }
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

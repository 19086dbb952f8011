package id.lajur.server.people;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.AdmissionDao;
import id.lajur.server.security.Caller;
import id.lajur.server.security.PinHasher;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Signing operators on and off. */
public final class SignOn {
  private final Jdbi jdbi;
  private final PinHasher pins;
  private final Clock clock;
  private final String nobody;

  public SignOn(Jdbi jdbi, PinHasher pins, Clock clock) {
    this.jdbi = jdbi;
    this.pins = pins;
    this.clock = clock;
    this.nobody = pins.hash("0000".toCharArray());
  }

  /** Who has signed on. */
  public record Session(UUID sessionId, PeopleDao.OperatorRow operator, Set<String> permissions) {}

  /**
   * Opens a session for an operator at the caller's terminal; an older one there ends. An unknown
   * number takes as long as a wrong PIN and gives the same answer.
   *
   * @param pin emptied by this call
   * @throws Refusal SIGN_ON_FAILED, also while locked after wrong tries, and then with the fact
   *     lockedUntilMs (who tries on would lengthen it unknowingly); SIGN_ON_BUSY
   */
  public Session signOn(Caller caller, String number, char[] pin) throws SQLException {
    Instant now = clock.instant();
    PeopleDao.OperatorRow operator = identify(caller, number, pin);
    UUID sessionId = Ids.next();
    return jdbi.inTransaction(
        handle -> {
          PeopleDao dao = handle.attach(PeopleDao.class);
          dao.closeSessions(caller.terminalId(), now);
          dao.forgetFailures(operator.operatorId());
          dao.openSession(sessionId, caller.terminalId(), operator.operatorId(), now);
          AuditJournal.append(
              handle.getConnection(),
              AuditRecord.of(caller.terminalId(), now, "SIGN_ON")
                  .by(operator.operatorId())
                  .about(sessionId));
          return new Session(
              sessionId,
              operator,
              AdmissionDao.permissions(handle.getConnection(), operator.roleId()));
        });
  }

  /**
   * The operator whose number and PIN these are.
   *
   * @param pin emptied by this call
   * @throws Refusal SIGN_ON_FAILED, SIGN_ON_BUSY
   */
  PeopleDao.OperatorRow identify(Caller caller, String number, char[] pin) throws SQLException {
    Instant now = clock.instant();
    PeopleDao.OperatorRow operator =
        jdbi.withExtension(
            PeopleDao.class, dao -> dao.findOperator(caller.storeId(), number).orElse(null));
    boolean matches = pins.matches(pin, operator == null ? nobody : operator.pinHash());
    if (operator == null
        || !operator.active()
        || operator.lockedUntil() != null && operator.lockedUntil().isAfter(now)
        || !matches) {
      throw refused(caller, operator, now);
    }
    return operator;
  }

  private Refusal refused(
      Caller caller, PeopleDao.@org.jspecify.annotations.Nullable OperatorRow operator, Instant now)
      throws SQLException {
    return jdbi.inTransaction(
        handle -> {
          AuditRecord record = AuditRecord.of(caller.terminalId(), now, "SIGN_ON_FAILED");
          Refusal refusal = new Refusal(Reason.SIGN_ON_FAILED);
          if (operator != null) {
            PeopleDao dao = handle.attach(PeopleDao.class);
            dao.countFailure(operator.operatorId(), now);
            dao.lockedUntil(operator.operatorId(), now)
                .ifPresent(until -> refusal.with("lockedUntilMs", until.toEpochMilli()));
            record = record.by(operator.operatorId());
          }
          AuditJournal.append(handle.getConnection(), record);
          return refusal;
        });
  }

  /** Ends the caller's session. */
  public void signOff(Caller caller) throws SQLException {
    Instant now = clock.instant();
    Caller.SignedOn operator = caller.operatorOrThrow();
    jdbi.useTransaction(
        handle -> {
          handle.attach(PeopleDao.class).closeSessions(caller.terminalId(), now);
          AuditJournal.append(
              handle.getConnection(),
              AuditRecord.of(caller.terminalId(), now, "SIGN_OFF")
                  .by(operator.operatorId())
                  .about(operator.sessionId()));
        });
  }
}

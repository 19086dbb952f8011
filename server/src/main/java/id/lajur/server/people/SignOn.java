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
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Signing operators on and off. */
public final class SignOn {
  private final Jdbi jdbi;
  private final PinHasher pins;
  private final Clock clock;
  private final WrongPins failures;
  private final String nobody;

  public SignOn(Jdbi jdbi, PinHasher pins, Clock clock) {
    this.jdbi = jdbi;
    this.pins = pins;
    this.clock = clock;
    this.failures = new WrongPins(jdbi);
    this.nobody = pins.hash("0000".toCharArray());
  }

  /** Keeps what is remembered of wrong PINs bounded; called now and then. */
  public void tidy() {
    failures.tidy(clock.instant());
  }

  /** Who has signed on. */
  public record Session(UUID sessionId, PeopleDao.OperatorRow operator, Set<String> permissions) {}

  /**
   * Opens a session for an operator at the caller's terminal; an older one there ends. An unknown
   * number takes as long as a wrong PIN and gives the same answer.
   *
   * @param pin emptied by this call
   * @throws Refusal SIGN_ON_FAILED, also while locked after wrong tries, and then with the fact
   *     lockedUntilMs; SIGN_ON_BUSY
   */
  public Session signOn(Caller caller, String number, char[] pin) throws SQLException {
    Instant now = clock.instant();
    PeopleDao.OperatorRow operator = identify(caller, number, pin);
    UUID sessionId = Ids.next();
    return jdbi.inTransaction(
        handle -> {
          PeopleDao dao = handle.attach(PeopleDao.class);
          if (!dao.holdPin(operator.operatorId()).equals(Optional.of(operator.pinHash()))) {
            throw new Refusal(Reason.SIGN_ON_FAILED); // it was changed since it was looked at
          }
          dao.closeSessions(caller.terminalId(), now);
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
   * The operator whose number and PIN these are. A try counts before its PIN is looked at, so that
   * many at once are no more than one after another; while a number is locked nothing is looked at,
   * so that neither a right PIN nor a wrong one changes anything or is told. Numbers that nobody
   * has, and those of leavers, are counted and locked like any other.
   *
   * @param pin emptied by this call
   * @throws Refusal SIGN_ON_FAILED, SIGN_ON_BUSY
   */
  PeopleDao.OperatorRow identify(Caller caller, String number, char[] pin) throws SQLException {
    return identify(caller, number, kept -> pins.matches(pin, kept), pin);
  }

  /** Whether a PIN is the one that is kept. */
  @FunctionalInterface
  private interface Proof {
    boolean fits(String kept);
  }

  /**
   * Changes the caller's own PIN. One that was changed to the same before, by a call whose answer
   * was lost, is as it should be, unless it must be changed still; such a call counts as a sign-on,
   * right or wrong, like any other. His sessions at other terminals end: there he knows the new
   * one.
   *
   * @param old emptied by this call, as the other is
   * @throws Refusal PIN_INVALID, PIN_TRIVIAL, PIN_SAME; SIGN_ON_FAILED when the old PIN is wrong;
   *     SIGN_ON_BUSY
   */
  public void changePin(Caller caller, char[] old, char[] chosen) throws SQLException {
    Caller.SignedOn self = caller.operatorOrThrow();
    try {
      PinPolicy.check(self.number(), chosen);
      if (Arrays.equals(old, chosen)) {
        throw new Refusal(Reason.PIN_SAME);
      }
      PeopleDao.OperatorRow operator =
          identify(
              caller,
              self.number(),
              kept -> pins.matches(old, kept) || pins.matches(chosen.clone(), kept),
              old);
      if (operator.mustChangePin() && pins.matches(chosen.clone(), operator.pinHash())) {
        throw new Refusal(Reason.PIN_SAME); // whatever old one came with it
      }
      String hash = pins.hash(chosen.clone());
      Instant now = clock.instant();
      boolean set =
          jdbi.inTransaction(
              handle -> {
                if (handle
                        .attach(PeopleDao.class)
                        .changePin(operator.operatorId(), operator.pinHash(), hash)
                    == 0) {
                  return false;
                }
                handle
                    .attach(PeopleDao.class)
                    .endOtherSessions(operator.operatorId(), self.sessionId(), now);
                AuditJournal.append(
                    handle.getConnection(),
                    AuditRecord.of(caller.terminalId(), now, "PIN_CHANGED")
                        .by(operator.operatorId())
                        .about(self.sessionId()));
                return true;
              });
      if (!set && !isNow(caller, chosen)) {
        throw new Refusal(Reason.SIGN_ON_FAILED);
      }
    } finally {
      Arrays.fill(old, '\0');
      Arrays.fill(chosen, '\0');
    }
  }

  /** Whether the same change was made by another call at the same moment. */
  private boolean isNow(Caller caller, char[] chosen) {
    return jdbi.withExtension(
            PeopleDao.class,
            dao -> dao.findOperator(caller.storeId(), caller.operatorOrThrow().number()))
        .filter(kept -> kept.active() && !kept.mustChangePin())
        .filter(kept -> pins.matches(chosen.clone(), kept.pinHash()))
        .isPresent();
  }

  private PeopleDao.OperatorRow identify(Caller caller, String number, Proof proof, char[] pin)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      WrongPins.Counted counted = failures.count(caller.storeId(), number, now);
      PeopleDao.OperatorRow operator =
          jdbi.withExtension(
              PeopleDao.class, dao -> dao.findOperator(caller.storeId(), number).orElse(null));
      boolean known = operator != null && operator.active();
      if (counted.mayTry() && fits(caller, number, proof, known ? operator.pinHash() : nobody)) {
        if (operator != null && operator.active()) {
          failures.forget(caller.storeId(), number);
          return operator;
        }
      }
      throw refused(caller, operator, counted.lockedUntil(), now);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private boolean fits(Caller caller, String number, Proof proof, String kept) {
    try {
      return proof.fits(kept);
    } catch (Refusal busy) {
      failures.takeBack(caller.storeId(), number); // nobody looked at the PIN
      throw busy;
    }
  }

  private Refusal refused(
      Caller caller,
      PeopleDao.@Nullable OperatorRow operator,
      @Nullable Instant lockedUntil,
      Instant now)
      throws SQLException {
    AuditRecord record = AuditRecord.of(caller.terminalId(), now, "SIGN_ON_FAILED");
    AuditRecord kept = operator == null ? record : record.by(operator.operatorId());
    jdbi.useTransaction(handle -> AuditJournal.append(handle.getConnection(), kept));
    Refusal refusal = new Refusal(Reason.SIGN_ON_FAILED);
    return lockedUntil == null
        ? refusal
        : refusal.with("lockedUntilMs", lockedUntil.toEpochMilli());
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

  /** Minutes without a call after which a session at this terminal ends; 0 = never. */
  int idleMinutes(Caller caller) {
    return jdbi.inTransaction(
        handle -> {
          String kind = handle.attach(TerminalDao.class).terminal(caller.terminalId()).kind();
          return handle
              .attach(SessionDao.class)
              .idleMinutes(caller.storeId(), kind, clock.instant());
        });
  }
}

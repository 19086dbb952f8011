package id.lajur.server.people;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.AdmissionDao;
import id.lajur.server.security.ApprovalDao;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Permissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A supervisor's word, by number and PIN, at the lane of the operator who asks. */
public final class Approvals {
  static final Duration LASTS = Duration.ofMinutes(5);
  private static final long MOST_MINOR = 100_000_000_000_000L;

  private final DataSource pool;
  private final SignOn signOn;
  private final Clock clock;

  public Approvals(DataSource pool, SignOn signOn, Clock clock) {
    this.pool = pool;
    this.signOn = signOn;
    this.clock = clock;
  }

  /** What is asked for, and by whom it is answered. */
  record Asked(
      UUID requestId,
      String supervisorNumber,
      String permission,
      UUID subjectId,
      String reason,
      @Nullable Long mostMinor) {
    Asked {
      refuseMost(mostMinor);
    }
  }

  static void refuseMost(@Nullable Long mostMinor) {
    if (mostMinor != null && (mostMinor < 0 || mostMinor > MOST_MINOR)) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_MINOR);
    }
  }

  /** An approval given; its id is the id of the request, so that asking again gives it again. */
  record Given(UUID approvalId, String supervisorName, Instant expiresAt) {}

  /**
   * Gives an approval for one act by the caller on one subject.
   *
   * @param pin emptied by this call
   * @throws Refusal SIGN_ON_FAILED, SIGN_ON_BUSY; APPROVAL_NOT_ALLOWED when the supervisor may not
   *     do the act either, is the one who asks, or the act cannot be approved; REQUEST_REUSED
   */
  Given approve(Caller caller, Asked asked, char[] pin) throws SQLException {
    Caller.SignedOn operator = asking(caller);
    PeopleDao.OperatorRow supervisor = signOn.identify(caller, asked.supervisorNumber(), pin);
    if (supervisor.mustChangePin()) {
      throw new Refusal(Reason.PIN_CHANGE_NEEDED);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (Connection connection = pool.getConnection()) {
      if (supervisor.operatorId() == operator.operatorId()
          || !Permissions.APPROVABLE.contains(asked.permission())
          || !AdmissionDao.permissions(connection, supervisor.roleId())
              .contains(asked.permission())) {
        throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", asked.permission());
      }
      ApprovalDao.ApprovalRow approval =
          new ApprovalDao.ApprovalRow(
              asked.requestId(),
              caller.terminalId(),
              operator.operatorId(),
              supervisor.operatorId(),
              asked.permission(),
              asked.subjectId(),
              asked.reason(),
              asked.mostMinor(),
              now,
              now.plus(LASTS));
      connection.setAutoCommit(false);
      if (ApprovalDao.give(connection, approval)) {
        AuditJournal.append(
            connection, record(caller.terminalId(), "APPROVED", operator.operatorId(), approval));
      } else if (!ApprovalDao.isGiven(connection, approval)) {
        throw new Refusal(Reason.REQUEST_REUSED);
      }
      connection.commit();
      return new Given(asked.requestId(), supervisor.name(), approval.expiresAt());
    }
  }

  /** What the journal keeps of an approval given, at the machine where it was. */
  static AuditRecord record(
      int terminalId, String kind, int operatorId, ApprovalDao.ApprovalRow approval) {
    return new AuditRecord(
        terminalId,
        approval.approvedAt(),
        kind,
        operatorId,
        approval.approvedBy(),
        approval.subjectId(),
        null,
        approval.mostMinor(),
        null,
        approval.permission(),
        approval.reason().isEmpty() ? null : approval.reason());
  }

  static Caller.SignedOn asking(Caller caller) {
    Caller.SignedOn operator = caller.operatorOrThrow();
    if (operator.mustChangePin()) {
      throw new Refusal(Reason.PIN_CHANGE_NEEDED);
    }
    return operator;
  }
}

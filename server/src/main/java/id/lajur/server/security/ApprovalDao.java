package id.lajur.server.security;

import id.lajur.server.database.Statements;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Approvals: given once, used up once. */
public final class ApprovalDao {
  private ApprovalDao() {}

  /** An approval as it is given. */
  public record ApprovalRow(
      UUID approvalId,
      int terminalId,
      int requestedBy,
      int approvedBy,
      String permission,
      UUID subjectId,
      String reason,
      Instant approvedAt,
      Instant expiresAt) {}

  /** The act that uses an approval up. */
  public record Use(
      UUID approvalId,
      UUID requestId,
      int terminalId,
      int operatorId,
      String permission,
      UUID subjectId,
      Instant now) {}

  /** False when an approval of this id is there already. */
  public static boolean give(Connection connection, ApprovalRow approval) throws SQLException {
    return Statements.update(
            connection,
            """
            INSERT IGNORE INTO approval (approval_id, terminal_id, requested_by, approved_by,
                   permission, subject_id, reason, approved_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            approval,
            (row, a) ->
                row.id(a.approvalId())
                    .number(a.terminalId())
                    .number(a.requestedBy())
                    .number(a.approvedBy())
                    .text(a.permission())
                    .id(a.subjectId())
                    .text(a.reason())
                    .time(a.approvedAt())
                    .time(a.expiresAt()))
        == 1;
  }

  /** Whether an approval that is there says the same. */
  public static boolean isGiven(Connection connection, ApprovalRow approval) throws SQLException {
    return !Statements.query(
            connection,
            """
            SELECT 1 FROM approval
             WHERE approval_id = ? AND terminal_id = ? AND requested_by = ? AND approved_by = ?
               AND permission = ? AND subject_id = ?""",
            approval,
            (row, a) ->
                row.id(a.approvalId())
                    .number(a.terminalId())
                    .number(a.requestedBy())
                    .number(a.approvedBy())
                    .text(a.permission())
                    .id(a.subjectId()),
            row -> row.getInt(1))
        .isEmpty();
  }

  /**
   * Uses an approval up, in the transaction of the act that it is for.
   *
   * @throws Refusal APPROVAL_INVALID: used, expired, or given for another act, person or machine
   */
  public static Allowance.Approved use(Connection connection, Use use) throws SQLException {
    int used =
        Statements.update(
            connection,
            """
            UPDATE approval SET used_by = ?
             WHERE approval_id = ? AND used_by IS NULL AND terminal_id = ? AND requested_by = ?
               AND permission = ? AND subject_id = ? AND expires_at > ?""",
            use,
            (row, u) ->
                row.id(u.requestId())
                    .id(u.approvalId())
                    .number(u.terminalId())
                    .number(u.operatorId())
                    .text(u.permission())
                    .id(u.subjectId())
                    .time(u.now()));
    if (used == 0) {
      throw new Refusal(Reason.APPROVAL_INVALID);
    }
    return Statements.query(
            connection,
            """
            SELECT a.approved_by, r.discount_limit_micro, r.override_limit_micro,
                   r.return_limit_minor, r.cash_limit_minor
              FROM approval a JOIN operator o ON o.operator_id = a.approved_by
              JOIN role r ON r.role_id = o.role_id
             WHERE a.approval_id = ?""",
            use.approvalId(),
            (row, id) -> row.id(id),
            row -> new Allowance.Approved(row.getInt(1), AdmissionDao.limits(row)))
        .get(0);
  }
}

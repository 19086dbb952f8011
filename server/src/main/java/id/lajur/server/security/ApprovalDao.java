package id.lajur.server.security;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
      @Nullable Long mostMinor,
      Instant approvedAt,
      Instant expiresAt) {}

  /** False when an approval of this id is there already. */
  public static boolean give(Connection connection, ApprovalRow approval) throws SQLException {
    return Statements.update(
            connection,
            """
            INSERT IGNORE INTO approval (approval_id, terminal_id, requested_by, approved_by,
                   permission, subject_id, reason, most_minor, approved_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            approval,
            (row, a) ->
                row.id(a.approvalId())
                    .number(a.terminalId())
                    .number(a.requestedBy())
                    .number(a.approvedBy())
                    .text(a.permission())
                    .id(a.subjectId())
                    .text(a.reason())
                    .number(a.mostMinor())
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
               AND permission = ? AND subject_id = ? AND most_minor <=> ?""",
            approval,
            (row, a) ->
                row.id(a.approvalId())
                    .number(a.terminalId())
                    .number(a.requestedBy())
                    .number(a.approvedBy())
                    .text(a.permission())
                    .id(a.subjectId())
                    .number(a.mostMinor()),
            row -> row.getInt(1))
        .isEmpty();
  }

  /**
   * Uses an approval up, in the transaction of the act that it is for.
   *
   * @throws Refusal APPROVAL_INVALID, APPROVAL_NOT_ALLOWED, see {@link Approval#use}
   */
  public static Allowance.Approved use(Connection connection, Approval.Act act)
      throws SQLException {
    Approval approval = APPROVALS.lock(connection, List.of(act.approvalId())).get(act.approvalId());
    if (approval == null) {
      throw new Refusal(Reason.APPROVAL_INVALID).with("permission", act.permission());
    }
    Approval used = approval.use(act);
    APPROVALS.save(connection, Map.of(used.approvalId(), used));
    return used.word();
  }

  /** Ends those that were given at a time that is still to come: the clock has gone back. */
  public static void endOfTheFuture(Connection connection, Instant now) throws SQLException {
    int unused =
        Statements.update(
            connection,
            """
            UPDATE approval SET expires_at = approved_at
             WHERE used_by IS NULL AND expires_at > approved_at AND approved_at > ?""",
            now,
            (row, since) -> row.time(since));
  }

  /** Approvals as acts lock them and use them up. */
  public static final LockedRows<UUID, Approval> APPROVALS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 15;
        }

        @Override
        public Map<UUID, Approval> lock(Connection connection, List<UUID> keys)
            throws SQLException {
          Statements.queryKeys(
              connection,
              """
              SELECT approval_id FROM approval WHERE approval_id IN (%s)
               ORDER BY approval_id FOR UPDATE""",
              "?",
              keys,
              (row, id) -> row.id(id),
              row -> Statements.id(row, "approval_id"));
          Map<UUID, Approval> found = new TreeMap<>();
          for (Approval approval :
              Statements.queryKeys(
                  connection,
                  """
                  SELECT a.*, r.discount_limit_micro, r.override_limit_micro, r.return_limit_minor,
                         r.cash_limit_minor, r.drawer_limit,
                         o.active AND EXISTS (SELECT 1 FROM role_permission p
                                               WHERE p.role_id = o.role_id
                                                 AND p.permission = a.permission) AS stands
                    FROM approval a
                    JOIN operator o ON o.operator_id = a.approved_by
                    JOIN role r ON r.role_id = o.role_id
                   WHERE a.approval_id IN (%s)""",
                  "?",
                  keys,
                  (row, id) -> row.id(id),
                  ApprovalDao::approval)) {
            found.put(approval.approvalId(), approval);
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, Approval> changed) throws SQLException {
          Statements.batch(
              connection,
              "UPDATE approval SET used_by = ? WHERE approval_id = ?",
              changed.values(),
              (row, approval) -> row.id(approval.usedBy()).id(approval.approvalId()));
        }
      };

  private static Approval approval(ResultSet row) throws SQLException {
    return new Approval(
        Statements.id(row, "approval_id"),
        row.getInt("terminal_id"),
        row.getInt("requested_by"),
        row.getInt("approved_by"),
        row.getString("permission"),
        Statements.id(row, "subject_id"),
        Statements.time(row, "approved_at"),
        Statements.time(row, "expires_at"),
        row.getBoolean("stands"),
        AdmissionDao.limits(row),
        Statements.numberOrNull(row, "most_minor"),
        Statements.idOrNull(row, "used_by"));
  }
}

package id.lajur.server.security;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals as postings lock them and use them up. */
public final class ApprovalRows {
  private ApprovalRows() {}

  /**
   * One approval with what its giver may do.
   *
   * @param cashLimitMinor of the giver's role, null = no limit
   * @param usedBy request id of the act that used it up
   */
  public record Approval(
      UUID approvalId,
      int terminalId,
      int requestedBy,
      int approvedBy,
      String permission,
      UUID subjectId,
      Instant expiresAt,
      @Nullable Long cashLimitMinor,
      @Nullable UUID usedBy) {

    /**
     * The approval used up by an act.
     *
     * @throws Refusal APPROVAL_INVALID it is used, late, or of another act
     */
    public Approval use(
        UUID requestId,
        int terminal,
        int operator,
        String actPermission,
        UUID actSubject,
        Instant now) {
      if (usedBy != null
          || terminal != terminalId
          || operator != requestedBy
          || !permission.equals(actPermission)
          || !subjectId.equals(actSubject)
          || now.isAfter(expiresAt)) {
        throw new Refusal(Reason.APPROVAL_INVALID).with("permission", actPermission);
      }
      return new Approval(
          approvalId,
          terminalId,
          requestedBy,
          approvedBy,
          permission,
          subjectId,
          expiresAt,
          cashLimitMinor,
          requestId);
    }
  }

  public static final LockedRows<UUID, Approval> APPROVALS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 15;
        }

        @Override
        public Map<UUID, Approval> lock(Connection connection, List<UUID> keys)
            throws SQLException {
          Map<UUID, Approval> found = new TreeMap<>();
          Statements.queryKeys(
              connection,
              """
              SELECT approval_id FROM approval WHERE approval_id IN (%s)
               ORDER BY approval_id FOR UPDATE""",
              "?",
              keys,
              (row, id) -> row.id(id),
              row -> Statements.id(row, "approval_id"));
          for (Approval approval :
              Statements.queryKeys(
                  connection,
                  """
                  SELECT a.*, r.cash_limit_minor FROM approval a
                    JOIN operator o ON o.operator_id = a.approved_by
                    JOIN role r ON r.role_id = o.role_id
                   WHERE a.approval_id IN (%s)""",
                  "?",
                  keys,
                  (row, id) -> row.id(id),
                  row ->
                      new Approval(
                          Statements.id(row, "approval_id"),
                          row.getInt("terminal_id"),
                          row.getInt("requested_by"),
                          row.getInt("approved_by"),
                          row.getString("permission"),
                          Statements.id(row, "subject_id"),
                          Statements.time(row, "expires_at"),
                          Statements.numberOrNull(row, "cash_limit_minor"),
                          Statements.idOrNull(row, "used_by")))) {
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
}

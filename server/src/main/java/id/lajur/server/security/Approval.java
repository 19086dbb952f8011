package id.lajur.server.security;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's word for one act of one operator at one terminal.
 *
 * @param subjectId basket or shift that the act is for
 * @param stands whether its giver is active and his role has the permission, as of now
 * @param limits of the giver's role, as of now
 * @param mostMinor what the act may come to; null = as far as the limits go
 * @param usedBy request id of the act that used it up
 */
public record Approval(
    UUID approvalId,
    int terminalId,
    int requestedBy,
    int approvedBy,
    String permission,
    UUID subjectId,
    Instant approvedAt,
    Instant expiresAt,
    boolean stands,
    RoleLimits limits,
    @Nullable Long mostMinor,
    @Nullable UUID usedBy) {

  /**
   * So far a clock may be corrected without a word; one that has gone back further ends what was
   * given before, which else would live longer than its minutes.
   */
  public static final Duration STEP = Duration.ofSeconds(1);

  /** An act that wants to use an approval up. */
  public record Act(
      UUID approvalId,
      UUID requestId,
      int terminalId,
      int operatorId,
      String permission,
      UUID subjectId,
      Instant now) {}

  /**
   * The approval used up by an act.
   *
   * @throws Refusal APPROVAL_INVALID it is used, late, given at a time that is still to come, or
   *     for another act, person or machine; APPROVAL_NOT_ALLOWED its giver may not do the act
   *     himself any more
   */
  public Approval use(Act act) {
    if (usedBy != null
        || act.terminalId() != terminalId
        || act.operatorId() != requestedBy
        || !act.permission().equals(permission)
        || !act.subjectId().equals(subjectId)
        || act.now().isBefore(approvedAt.minus(STEP))
        || !act.now().isBefore(expiresAt)) {
      throw new Refusal(Reason.APPROVAL_INVALID).with("permission", act.permission());
    }
    if (!stands) {
      throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", permission);
    }
    return new Approval(
        approvalId,
        terminalId,
        requestedBy,
        approvedBy,
        permission,
        subjectId,
        approvedAt,
        expiresAt,
        true,
        limits,
        mostMinor,
        act.requestId());
  }

  public Allowance.Approved word() {
    return new Allowance.Approved(approvedBy, limits, mostMinor);
  }
}

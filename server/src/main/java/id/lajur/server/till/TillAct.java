package id.lajur.server.till;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Allowance;
import id.lajur.server.security.Approval;
import id.lajur.server.security.ApprovalDao;
import id.lajur.server.security.Caller;
import id.lajur.server.security.RoleLimits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something at the till of an open shift, and by whose word.
 *
 * @param approvalId a supervisor's word, null when none was given
 */
record TillAct(
    Command command,
    UUID shiftId,
    Caller.SignedOn operator,
    String permission,
    @Nullable UUID approvalId,
    Instant now) {
  TillAct {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  List<Document.Claim<?>> claims() {
    List<Document.Claim<?>> claims = new ArrayList<>();
    claims.add(new Document.Claim<>(ShiftRows.SHIFTS, List.of(shiftId)));
    if (approvalId != null) {
      claims.add(new Document.Claim<>(ApprovalDao.APPROVALS, List.of(approvalId)));
    }
    claims.add(AuditJournal.claim(command.terminalId()));
    return List.copyOf(claims);
  }

  /**
   * The open shift.
   *
   * @throws Refusal SHIFT_CLOSED
   */
  ShiftRows.Shift shift(Draft draft) {
    ShiftRows.Shift shift = draft.find(ShiftRows.SHIFTS, shiftId);
    if (shift == null || shift.closedAt() != null) {
      throw new Refusal(Reason.SHIFT_CLOSED);
    }
    return shift;
  }

  /**
   * Uses up the approval where one was given, and asks for one where it is needed.
   *
   * @param amountMinor of cash, 0 for an act without
   * @return who approved it, null when the operator needed nobody
   * @throws Refusal APPROVAL_NEEDED, APPROVAL_INVALID, APPROVAL_NOT_ALLOWED
   */
  @Nullable Integer approvedBy(Draft draft, long amountMinor) {
    return new Allowance(operator, permission, used(draft))
        .within(amountMinor, limits -> RoleLimits.within(limits.cashMinor(), amountMinor));
  }

  /**
   * As {@link #approvedBy}, for a drawer opened without a sale.
   *
   * @param before how often it was, in this shift
   */
  @Nullable Integer approvedOpening(Draft draft, long before) {
    return new Allowance(operator, permission, used(draft))
        .within(0, limits -> RoleLimits.within(limits.drawerOpenings(), before + 1));
  }

  private Allowance.@Nullable Approved used(Draft draft) {
    if (approvalId == null) {
      return null;
    }
    Approval approval = draft.find(ApprovalDao.APPROVALS, approvalId);
    if (approval == null) {
      throw new Refusal(Reason.APPROVAL_INVALID).with("permission", permission);
    }
    Approval used =
        approval.use(
            new Approval.Act(
                approvalId,
                command.requestId(),
                command.terminalId(),
                command.operatorId(),
                permission,
                shiftId,
                now));
    draft.put(ApprovalDao.APPROVALS, approvalId, used);
    return used.word();
  }
}

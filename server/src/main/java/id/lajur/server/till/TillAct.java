package id.lajur.server.till;

import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.ApprovalRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something at the till of an open shift, and by whose word.
 *
 * @param allowed whether the operator's role has the permission
 * @param cashLimitMinor of the operator's role, null = no limit
 * @param approvalId a supervisor's word, null when none was given
 */
record TillAct(
    Command command,
    UUID shiftId,
    String permission,
    boolean allowed,
    @Nullable Long cashLimitMinor,
    @Nullable UUID approvalId,
    Instant now) {

  List<Document.Claim<?>> claims() {
    List<Document.Claim<?>> claims = new ArrayList<>();
    claims.add(new Document.Claim<>(ShiftRows.SHIFTS, List.of(shiftId)));
    if (approvalId != null) {
      claims.add(new Document.Claim<>(ApprovalRows.APPROVALS, List.of(approvalId)));
    }
    claims.add(id.lajur.server.journal.AuditJournal.claim(command.terminalId()));
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
    if (approvalId == null) {
      if (!allowed || cashLimitMinor != null && amountMinor > cashLimitMinor) {
        throw new Refusal(Reason.APPROVAL_NEEDED).with("permission", permission);
      }
      return null;
    }
    ApprovalRows.Approval approval = draft.find(ApprovalRows.APPROVALS, approvalId);
    if (approval == null) {
      throw new Refusal(Reason.APPROVAL_INVALID).with("permission", permission);
    }
    draft.put(
        ApprovalRows.APPROVALS,
        approvalId,
        approval.use(
            command.requestId(),
            command.terminalId(),
            command.operatorId(),
            permission,
            shiftId,
            now));
    if (approval.cashLimitMinor() != null && amountMinor > approval.cashLimitMinor()) {
      throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", permission);
    }
    return approval.approvedBy();
  }
}

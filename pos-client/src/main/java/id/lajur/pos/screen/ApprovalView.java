package id.lajur.pos.screen;

/** A supervisor's word for one act. */
public record ApprovalView(String approvalId, String supervisorName) {}

package id.lajur.server.till;

import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cash that a count handed over instead of sending it to the safe. Carried to another lane it goes
 * with its operator, and becomes his float wherever he opens next; left in the drawer it stays with
 * the till.
 *
 * @param zId the Z that it left by; names the handover too
 * @param operatorId who alone may take it over, null = whoever opens a shift there next
 * @param operatorNumber of him, empty where nobody is named; so is his name
 */
record CashHandover(
    UUID zId,
    long zNumber,
    int fromTerminalId,
    String fromTerminal,
    int fromOperatorId,
    String fromOperatorName,
    int toTerminalId,
    String toTerminal,
    @Nullable Integer operatorId,
    String operatorNumber,
    String operatorName,
    long amountMinor,
    Instant handedAt) {

  /** Whether it lies in the drawer in which it was counted. */
  boolean stays() {
    return fromTerminalId == toTerminalId;
  }

  /** Whether it becomes the float of a shift that this operator opens at this terminal. */
  boolean isFor(int terminal, int operator) {
    boolean his = operatorId == null || operatorId == operator;
    return his && (!stays() || toTerminalId == terminal);
  }

  /**
   * Looks that no cash of somebody else lies in the drawer.
   *
   * @throws Refusal HANDOVER_FOR_OTHER with his number
   */
  static void mustNotBlock(List<CashHandover> waiting, int terminal, int operator) {
    for (CashHandover one : waiting) {
      if (one.stays() && one.toTerminalId == terminal && !one.isFor(terminal, operator)) {
        throw new Refusal(Reason.HANDOVER_FOR_OTHER).with("number", one.operatorNumber);
      }
    }
  }

  /**
   * What the journal keeps of its end: codes and numbers, no names.
   *
   * @param terminal in whose journal
   * @param how it ended
   * @param reason may be empty
   */
  AuditRecord ended(
      String kind, int terminal, int operator, Instant now, String how, String reason) {
    return new AuditRecord(
        terminal,
        now,
        kind,
        operator,
        null,
        zId,
        null,
        amountMinor,
        way(),
        how,
        reason.isEmpty() ? null : reason);
  }

  private String way() {
    return fromTerminal + " Z " + zNumber + " > " + toTerminal;
  }
}

package id.lajur.server.till;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Cash that was handed over and that nobody took over, counted by a manager and brought to the
 * safe.
 *
 * @param countedMinor what he found, >= 0
 * @param explanation of a difference, may be empty
 * @param answer told the difference: counted less handed over
 */
record HandoverToSafe(
    Command command,
    UUID handoverId,
    long countedMinor,
    String explanation,
    Instant now,
    LongFunction<byte[]> answer)
    implements Document {
  HandoverToSafe {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public int weight() {
    return 8;
  }

  /** Two of one handover in one group would both end it. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(TillDao.TILLS, List.of(command.terminalId())),
        HandoverDao.claim(command.storeId()),
        AuditJournal.claim(command.terminalId()));
  }

  /**
   * @throws Refusal HANDOVER_NONE there is none of this id that waits; DAY_CLOSED
   */
  @Override
  public byte[] post(Draft draft) {
    CashHandover handover =
        HandoverDao.waiting(draft, command.storeId()).all().stream()
            .filter(one -> one.zId().equals(handoverId))
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.HANDOVER_NONE));
    LocalDate date = draft.get(TillDao.TILLS, command.terminalId()).openDate();
    if (date == null) {
      throw new Refusal(Reason.DAY_CLOSED);
    }
    UUID postingId = Ids.next();
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.HANDOVER_TO_SAFE,
            command.terminalId(),
            command.operatorId(),
            null,
            date,
            now,
            command.requestId(),
            1));
    long differenceMinor = countedMinor - handover.amountMinor();
    new JournalEntry()
        .debit(Accounts.SAFE, countedMinor)
        .credit(Accounts.CASH_IN_TRANSIT, handover.amountMinor())
        .credit(Accounts.CASH_DIFFERENCE, differenceMinor)
        .writeTo(draft, postingId, command.terminalId(), date);
    HandoverDao.end(
        draft, command.storeId(), List.of(new HandoverDao.End(handoverId, null, postingId, now)));
    AuditJournal.append(
        draft,
        handover.ended(
            "HANDOVER_TO_SAFE",
            command.terminalId(),
            command.operatorId(),
            now,
            "counted " + countedMinor,
            explanation));
    draft.event(
        new Event(
            Event.Kind.HANDOVER_TO_SAFE,
            postingId,
            command.terminalId(),
            date,
            now,
            countedMinor,
            0));
    return answer.apply(differenceMinor);
  }
}

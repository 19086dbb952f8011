package id.lajur.server.till;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
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
import java.util.function.Function;

/**
 * The opening of a shift: the float goes from the safe into the drawer.
 *
 * <p>A shop that opens again after its close goes on under the same date: takings belong to the
 * calendar day on which they were made. The journal tells that the date was opened again, and its
 * next close records the chains' heads anew.
 *
 * @param today in the store's zone: the date that opens when none is open
 */
record ShiftOpening(
    Command command, long floatMinor, Instant now, LocalDate today, Function<Opened, byte[]> answer)
    implements Document {
  ShiftOpening {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** What a lane is told of its shift. */
  record Opened(UUID shiftId, int number, LocalDate businessDate, Instant openedAt) {}

  @Override
  public int weight() {
    return 8;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(TillDao.TILLS, List.of(command.terminalId())),
        AuditJournal.claim(command.terminalId()));
  }

  /** Two that open the first shift of a date in one group would both open the date. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public byte[] post(Draft draft) {
    TillDao.TerminalTill till = draft.get(TillDao.TILLS, command.terminalId());
    if (till.shiftOpen()) {
      throw new Refusal(Reason.SHIFT_OPEN);
    }
    LocalDate date = date(draft, till);
    UUID postingId = Ids.next();
    UUID shiftId = Ids.next();
    int number = date.equals(till.lastDate()) ? till.lastNumber() + 1 : 1;
    draft.insert(
        TillDao.SHIFT,
        new TillDao.ShiftRow(
            shiftId,
            command.storeId(),
            command.terminalId(),
            command.operatorId(),
            date,
            number,
            now));
    draft.put(
        TillDao.TILLS,
        command.terminalId(),
        new TillDao.TerminalTill(command.terminalId(), date, date, true, number));
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.SHIFT_OPENED,
            command.terminalId(),
            command.operatorId(),
            shiftId,
            date,
            now,
            command.requestId(),
            1));
    new JournalEntry()
        .debit(Accounts.TILLS, floatMinor)
        .credit(Accounts.SAFE, floatMinor)
        .writeTo(draft, postingId, command.terminalId(), date);
    if (floatMinor != 0) {
      draft.insert(
          PostingDao.TILL_MOVE,
          new PostingDao.TillMoveRow(
              postingId,
              1,
              shiftId,
              command.terminalId(),
              PostingDao.TillMoveKind.FLOAT,
              floatMinor));
    }
    draft.event(
        new Event(
            Event.Kind.SHIFT_OPENED, postingId, command.terminalId(), date, now, floatMinor, 0));
    return answer.apply(new Opened(shiftId, number, date, now));
  }

  /**
   * The date that the shift belongs to: the open one; else today's, opened again when it was closed
   * already; never one before the newest, whatever the clock says.
   */
  private LocalDate date(Draft draft, TillDao.TerminalTill till) {
    if (till.openDate() != null) {
      return till.openDate();
    }
    LocalDate last = till.lastDate();
    if (last == null || today.isAfter(last)) {
      draft.insert(TillDao.DAY, new TillDao.DayRow(command.storeId(), today, now));
      return today;
    }
    AuditJournal.append(
        draft,
        new AuditRecord(
            command.terminalId(),
            now,
            "DAY_REOPENED",
            command.operatorId(),
            null,
            null,
            null,
            null,
            null,
            last.toString(),
            null));
    return last;
  }
}

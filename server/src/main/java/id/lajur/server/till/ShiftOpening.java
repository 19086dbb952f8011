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
 * The opening of a shift: the float goes from the safe into the drawer, or is what an earlier count
 * has handed over.
 *
 * <p>All that waits for the operator at this terminal becomes the float, and nothing beside it:
 * more change comes by a movement of its own. A drawer that was left for somebody else stays shut,
 * since two people's cash in one drawer is nobody's.
 *
 * <p>A shop that opens again after its close goes on under the same date: takings belong to the
 * calendar day on which they were made. The journal tells that the date was opened again, and its
 * next close records the chains' heads anew.
 *
 * @param today in the store's zone: the date that opens when none is open
 */
record ShiftOpening(
    Command command,
    long floatMinor,
    Takeover takeover,
    Instant now,
    LocalDate today,
    Function<Opened, byte[]> answer)
    implements Document {

  /** How cash is taken over that was handed over. */
  enum Takeover {
    /** By a count, which must be what was handed over. */
    COUNTED,
    /** On the word of the count that handed it over. */
    AS_IT_STANDS,
    /** By a second count, whatever it comes to. */
    WITH_DIFFERENCE
  }

  ShiftOpening {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** What a lane is told of its shift. */
  record Opened(
      UUID shiftId,
      int number,
      LocalDate businessDate,
      Instant openedAt,
      long floatMinor,
      List<CashHandover> taken) {
    Opened {
      taken = List.copyOf(taken);
    }
  }

  @Override
  public int weight() {
    return 8;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(TillDao.TILLS, List.of(command.terminalId())),
        HandoverDao.claim(command.storeId()),
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
    List<CashHandover> taken = taken(draft);
    long handedMinor =
        taken.stream().mapToLong(CashHandover::amountMinor).reduce(0, Math::addExact);
    long inDrawerMinor = inDrawerMinor(taken, handedMinor);
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
    long differenceMinor = taken.isEmpty() ? 0 : inDrawerMinor - handedMinor;
    new JournalEntry()
        .debit(Accounts.TILLS, inDrawerMinor)
        .credit(Accounts.CASH_IN_TRANSIT, handedMinor)
        .credit(Accounts.CASH_DIFFERENCE, differenceMinor)
        .credit(Accounts.SAFE, taken.isEmpty() ? inDrawerMinor : 0)
        .writeTo(draft, postingId, command.terminalId(), date);
    if (inDrawerMinor != 0) {
      draft.insert(
          PostingDao.TILL_MOVE,
          new PostingDao.TillMoveRow(
              postingId,
              1,
              shiftId,
              command.terminalId(),
              PostingDao.TillMoveKind.FLOAT,
              inDrawerMinor));
    }
    takeOver(draft, taken, shiftId, postingId, differenceMinor);
    draft.event(
        new Event(
            Event.Kind.SHIFT_OPENED, postingId, command.terminalId(), date, now, inDrawerMinor, 0));
    return answer.apply(new Opened(shiftId, number, date, now, inDrawerMinor, taken));
  }

  /**
   * What waits for the operator here.
   *
   * @throws Refusal HANDOVER_FOR_OTHER the drawer holds cash that was left for somebody else
   */
  private List<CashHandover> taken(Draft draft) {
    List<CashHandover> waiting = HandoverDao.waiting(draft, command.storeId()).all();
    CashHandover.mustNotBlock(waiting, command.terminalId(), command.operatorId());
    return waiting.stream()
        .filter(one -> one.isFor(command.terminalId(), command.operatorId()))
        .toList();
  }

  /**
   * @throws Refusal HANDOVER_NONE nothing waits that could be taken over so; HANDOVER_DIFFERS what
   *     was counted is not what was handed over
   */
  private long inDrawerMinor(List<CashHandover> taken, long handedMinor) {
    if (taken.isEmpty()) {
      if (takeover != Takeover.COUNTED) {
        throw new Refusal(Reason.HANDOVER_NONE);
      }
      return floatMinor;
    }
    if (takeover == Takeover.COUNTED && floatMinor != handedMinor) {
      throw new Refusal(Reason.HANDOVER_DIFFERS);
    }
    return takeover == Takeover.AS_IT_STANDS ? handedMinor : floatMinor;
  }

  private void takeOver(
      Draft draft, List<CashHandover> taken, UUID shiftId, UUID postingId, long differenceMinor) {
    if (taken.isEmpty()) {
      return;
    }
    HandoverDao.end(
        draft,
        command.storeId(),
        taken.stream()
            .map(one -> new HandoverDao.End(one.zId(), shiftId, postingId, now))
            .toList());
    for (CashHandover one : taken) {
      AuditJournal.append(
          draft,
          one.ended(
              "CASH_TAKEN_OVER",
              command.terminalId(),
              command.operatorId(),
              now,
              takeover.name(),
              ""));
    }
    if (differenceMinor != 0) {
      AuditJournal.append(
          draft,
          new AuditRecord(
              command.terminalId(),
              now,
              "HANDOVER_DIFFERENCE",
              command.operatorId(),
              null,
              shiftId,
              null,
              differenceMinor,
              null,
              null,
              null));
    }
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

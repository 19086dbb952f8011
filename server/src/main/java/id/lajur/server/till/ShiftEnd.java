package id.lajur.server.till;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a shift leaves when it ends: its Z, its difference, and its cash in the safe or handed over.
 */
record ShiftEnd(Command command, ShiftRows.Shift shift, ShiftFigures figures, Instant now) {

  /**
   * Ends a shift by its count.
   *
   * @param handed at most what was counted, null when all goes to the safe; needs the claim of the
   *     terminal's journal
   * @throws Refusal COUNT_INVALID a tender was counted that the store does not have
   */
  ZDao.ZRow counted(Draft draft, ShiftClosing.Count count, ZDao.@Nullable Handed handed) {
    for (String kind : count.tenders().keySet()) {
      if (figures.tenders().stream().noneMatch(tender -> tender.kind().equals(kind))) {
        throw new Refusal(Reason.COUNT_INVALID).with("kind", kind);
      }
    }
    ZDao.ZRow z = write(draft, count, count.cashMinor(), handed, false, 1);
    if (handed != null) {
      handOver(draft, z, handed);
    }
    return z;
  }

  /**
   * Ends a shift that nobody counted. The books take what should be in the drawer for what is in
   * it, and carry it to the safe; the Z says that nobody looked, so a difference found later is the
   * safe's. The lane's own journal is unknown, so such a Z is never complete.
   *
   * @param part of the posting that ends it
   */
  ZDao.ZRow forced(Draft draft, int part) {
    return write(
        draft,
        new ShiftClosing.Count(Map.of(), Map.of(), "", LaneProof.NONE),
        figures.expectedCashMinor(),
        null,
        true,
        part);
  }

  private ZDao.ZRow write(
      Draft draft,
      ShiftClosing.Count count,
      long cashMinor,
      ZDao.@Nullable Handed handed,
      boolean forced,
      int part) {
    ZDao.ZRow z =
        new ZDao.ZRow(
            Ids.next(),
            figures.lastZ() + 1,
            figures,
            shift.businessDate(),
            now,
            cashMinor,
            count.explanation(),
            count.lane(),
            forced,
            handed);
    writeZ(draft, z, count);
    book(draft, z, part);
    draft.event(
        new Event(
            Event.Kind.SHIFT_CLOSED,
            z.zId(),
            shift.terminalId(),
            shift.businessDate(),
            now,
            cashMinor - figures.expectedCashMinor(),
            0));
    return z;
  }

  private static void writeZ(Draft draft, ZDao.ZRow z, ShiftClosing.Count count) {
    draft.insert(ZDao.Z, z);
    for (ShiftFigures.Tender tender : z.figures().tenders()) {
      Long counted = count.tenders().get(tender.kind());
      if (tender.count() != 0 || counted != null) {
        draft.insert(
            ZDao.TENDER,
            new ZDao.TenderRow(
                z.zId(),
                tender.kind(),
                tender.name(),
                tender.count(),
                tender.amountMinor(),
                counted));
      }
    }
    count
        .denominations()
        .forEach(
            (value, pieces) ->
                draft.insert(ZDao.DENOMINATION, new ZDao.DenominationRow(z.zId(), value, pieces)));
  }

  private void book(Draft draft, ZDao.ZRow z, int part) {
    long counted = z.countedCashMinor();
    long difference = counted - z.figures().expectedCashMinor();
    long handed = z.handed() == null ? 0 : z.handed().amountMinor();
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            z.zId(),
            command.storeId(),
            Event.Kind.SHIFT_CLOSED,
            shift.terminalId(),
            command.operatorId(),
            shift.shiftId(),
            shift.businessDate(),
            now,
            command.requestId(),
            part));
    new JournalEntry()
        .debit(Accounts.TILLS, difference)
        .credit(Accounts.CASH_DIFFERENCE, difference)
        .debit(Accounts.SAFE, counted - handed)
        .debit(Accounts.CASH_IN_TRANSIT, handed)
        .credit(Accounts.TILLS, counted)
        .writeTo(draft, z.zId(), shift.terminalId(), shift.businessDate());
    int lineNo = 0;
    if (difference != 0) {
      move(draft, z.zId(), ++lineNo, PostingDao.TillMoveKind.DIFFERENCE, difference);
    }
    if (counted != 0) {
      move(draft, z.zId(), ++lineNo, PostingDao.TillMoveKind.CLOSE, -counted);
    }
  }

  private void handOver(Draft draft, ZDao.ZRow z, ZDao.Handed handed) {
    draft.insert(
        HandoverDao.HANDOVER,
        new HandoverDao.Row(
            z.zId(),
            command.storeId(),
            shift.terminalId(),
            handed.terminalId(),
            handed.operatorId(),
            handed.amountMinor(),
            now));
    AuditJournal.append(
        draft,
        new AuditRecord(
            shift.terminalId(),
            now,
            "CASH_HANDED_OVER",
            command.operatorId(),
            null,
            z.zId(),
            null,
            handed.amountMinor(),
            null,
            (handed.terminal() + " " + handed.operatorNumber()).strip(),
            null));
  }

  private void move(
      Draft draft, UUID postingId, int lineNo, PostingDao.TillMoveKind kind, long amountMinor) {
    draft.insert(
        PostingDao.TILL_MOVE,
        new PostingDao.TillMoveRow(
            postingId, lineNo, shift.shiftId(), shift.terminalId(), kind, amountMinor));
  }
}

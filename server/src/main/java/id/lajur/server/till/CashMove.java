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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cash that goes into a drawer or out of it without a sale: change from the safe, an expense paid,
 * or takings brought to the safe.
 *
 * @param amountMinor above 0, whatever the direction
 * @param answer told the document's id
 */
record CashMove(
    TillAct act, Movement movement, long amountMinor, String reason, Function<UUID, byte[]> answer)
    implements Document {

  /** The names stand in the database. */
  enum Movement {
    PAY_IN(PostingDao.TillMoveKind.PAY_IN, 1, Accounts.SAFE),
    PAY_OUT(PostingDao.TillMoveKind.PAY_OUT, -1, Accounts.OTHER_EXPENSE),
    DROP(PostingDao.TillMoveKind.DROP, -1, Accounts.SAFE);

    private final PostingDao.TillMoveKind kind;
    private final int sign;
    private final String against;

    Movement(PostingDao.TillMoveKind kind, int sign, String against) {
      this.kind = kind;
      this.sign = sign;
      this.against = against;
    }
  }

  @Override
  public Command command() {
    return act.command();
  }

  @Override
  public int weight() {
    return 8;
  }

  @Override
  public List<Claim<?>> claims() {
    return act.claims();
  }

  @Override
  public byte[] post(Draft draft) {
    ShiftRows.Shift shift = act.shift(draft);
    Integer approvedBy = act.approvedBy(draft, amountMinor);
    UUID postingId = Ids.next();
    long signed = movement.sign * amountMinor;
    Command command = act.command();
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.CASH_MOVED,
            command.terminalId(),
            command.operatorId(),
            shift.shiftId(),
            shift.businessDate(),
            act.now(),
            command.requestId(),
            1));
    draft.insert(
        TillDao.CASH_MOVEMENT,
        new TillDao.CashMovementRow(postingId, movement, amountMinor, approvedBy, reason));
    draft.insert(
        PostingDao.TILL_MOVE,
        new PostingDao.TillMoveRow(
            postingId, 1, shift.shiftId(), command.terminalId(), movement.kind, signed));
    new JournalEntry()
        .debit(Accounts.TILLS, signed)
        .credit(movement.against, signed)
        .writeTo(draft, postingId, command.terminalId(), shift.businessDate());
    AuditJournal.append(draft, record(shift, signed, approvedBy));
    draft.event(
        new Event(
            Event.Kind.CASH_MOVED,
            postingId,
            command.terminalId(),
            shift.businessDate(),
            act.now(),
            signed,
            0));
    return answer.apply(postingId);
  }

  private AuditRecord record(ShiftRows.Shift shift, long signed, @Nullable Integer approvedBy) {
    return new AuditRecord(
        act.command().terminalId(),
        act.now(),
        "CASH_" + movement,
        act.command().operatorId(),
        approvedBy,
        shift.shiftId(),
        null,
        signed,
        null,
        null,
        reason);
  }
}

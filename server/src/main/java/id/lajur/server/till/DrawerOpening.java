package id.lajur.server.till;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import java.util.List;
import java.util.stream.Stream;

/**
 * The drawer opened without a sale. It moves nothing, so it is no event and no posting; it rides
 * through the posting for its record in the journal, its approval and its recorded answer.
 */
record DrawerOpening(TillAct act, String reason, byte[] answer) implements Document {
  @Override
  public Command command() {
    return act.command();
  }

  @Override
  public int weight() {
    return 3;
  }

  /** Two in one group would both be counted as the first. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public List<Claim<?>> claims() {
    return Stream.concat(
            act.claims().stream(),
            Stream.of(new Claim<>(FiguresDao.FIGURES, List.of(act.shiftId()))))
        .toList();
  }

  @Override
  public byte[] post(Draft draft) {
    ShiftRows.Shift shift = act.shift(draft);
    long before = draft.get(FiguresDao.FIGURES, shift.shiftId()).drawerOpeningsWithoutSale();
    Integer approvedBy = act.approvedOpening(draft, before);
    AuditJournal.append(
        draft,
        new AuditRecord(
            act.command().terminalId(),
            act.now(),
            "DRAWER_OPENED",
            act.command().operatorId(),
            approvedBy,
            shift.shiftId(),
            null,
            null,
            null,
            null,
            reason));
    return answer;
  }
}

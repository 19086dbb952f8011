package id.lajur.server.till;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a shift whose operator is not there any more, counted by a manager from wherever he
 * is; the journal of his machine says so.
 */
record OtherShiftClosing(ShiftClosing closing) implements Document {
  @Override
  public Command command() {
    return closing.command();
  }

  @Override
  public int weight() {
    return closing.weight() + 2;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public List<Claim<?>> claims() {
    return Stream.concat(
            Stream.<Claim<?>>of(AuditJournal.claim(command().terminalId())),
            closing.claims().stream())
        .toList();
  }

  @Override
  public byte[] post(Draft draft) {
    byte[] answer = closing.post(draft);
    AuditJournal.append(
        draft,
        AuditRecord.of(command().terminalId(), closing.now(), "SHIFT_CLOSED_FOR_OTHER")
            .by(command().operatorId())
            .about(closing.shiftId()));
    return answer;
  }
}

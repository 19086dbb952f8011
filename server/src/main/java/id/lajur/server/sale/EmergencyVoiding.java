package id.lajur.server.sale;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A basket that a lane gave up by itself, on its way into the journal. It moves nothing, so it is
 * no event and no posting. A basket that the server has is left as it is there.
 *
 * @param shiftId that counts it
 * @param answer of whether the server has the basket
 */
record EmergencyVoiding(
    Command command,
    EmergencyVoid voided,
    UUID shiftId,
    Instant now,
    Function<Boolean, byte[]> answer)
    implements Document {
  EmergencyVoiding {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public int weight() {
    return 3;
  }

  /** Nobody waits for it at a till. */
  @Override
  public boolean urgent() {
    return false;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(BasketDao.BASKETS, List.of(voided.basketId())),
        AuditJournal.claim(command.terminalId()));
  }

  @Override
  public byte[] post(Draft draft) {
    boolean known = draft.find(BasketDao.BASKETS, voided.basketId()) != null;
    if (!known) {
      draft.insert(
          EmergencyDao.BASKET,
          new EmergencyDao.NewBasket(
              voided.basketId(),
              command.storeId(),
              command.terminalId(),
              shiftId,
              command.operatorId(),
              voided.generation(),
              Basket.State.VOIDED,
              voided.voidedAt().isAfter(now)
                  ? now
                  : voided.voidedAt().truncatedTo(ChronoUnit.MICROS)));
    }
    AuditJournal.append(
        draft,
        AuditRecord.of(command.terminalId(), now, "EMERGENCY_BASKET_VOIDED")
            .by(command.operatorId())
            .about(voided.basketId())
            .amount(voided.linesMinor(), voided.reason().isEmpty() ? null : voided.reason())
            .changed(lines(), "given up by operator " + voided.operatorNumber() + " " + when()));
    return answer.apply(known);
  }

  private String lines() {
    String standing = voided.lineCount() + (voided.lineCount() == 1 ? " line" : " lines");
    return voided.voidedLineCount() == 0
        ? standing
        : standing
            + ", "
            + voided.voidedLineCount()
            + " taken back before ("
            + voided.voidedLinesMinor()
            + " minor)";
  }

  private String when() {
    return "at " + voided.voidedAt();
  }
}

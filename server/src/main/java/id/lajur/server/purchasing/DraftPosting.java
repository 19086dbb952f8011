package id.lajur.server.purchasing;

import id.lajur.server.database.Ids;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A draft becomes the delivery that is in the books: as it was seen, and once. */
final class DraftPosting {
  private final DraftReading reading;
  private final ReceiptInParts parts;
  private final Clock clock;

  DraftPosting(DraftReading reading, ReceiptInParts parts, Clock clock) {
    this.reading = reading;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Posts a draft.
   *
   * @param version that whoever posts it has seen
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, DRAFT_CHANGED, DRAFT_EMPTY, COST_MISSING,
   *     EXPIRY_MISSING, EXPIRY_PASSED, REQUEST_REUSED
   */
  CompletableFuture<byte[]> post(Caller caller, Command command, UUID draftId, long version)
      throws SQLException {
    Optional<CompletableFuture<byte[]>> onItsWay = parts.onItsWay(command);
    if (onItsWay.isPresent()) {
      return onItsWay.get();
    }
    PricedDraft draft = reading.whole(caller, draftId);
    DraftReadingDao.Head head = draft.head();
    DraftClaim claim = new DraftClaim(draftId, DraftRows.State.OPEN, version);
    claim.refuseOther(new DraftRows.Held(head.state(), head.version(), head.number()));
    if (draft.lines().isEmpty()) {
      throw new Refusal(Reason.DRAFT_EMPTY).with("number", head.number());
    }
    Instant now = clock.instant();
    List<GoodsReceipt.Line> lines = draft.lines().stream().map(line -> line(line, head)).toList();
    return parts.post(
        command,
        new GoodsReceipt.Head(
            Ids.next(),
            head.locationId(),
            head.supplierId(),
            head.deliveryNote(),
            now,
            new DraftPaper(draftId, head.number(), head.deliveredOn(), head.dueOn())),
        lines,
        claim);
  }

  private static GoodsReceipt.Line line(PricedDraft.Line priced, DraftReadingDao.Head head) {
    DraftReadingDao.Line line = priced.line();
    DraftDao.LineRow row = line.row();
    if (priced.costMinor() == null) {
      throw refusal(Reason.COST_MISSING, line);
    }
    if (row.expiresOn() == null && line.asksExpiry()) {
      throw refusal(Reason.EXPIRY_MISSING, line);
    }
    if (row.expiresOn() != null && row.expiresOn().isBefore(head.deliveredOn())) {
      throw refusal(Reason.EXPIRY_PASSED, line).with("expiresOn", row.expiresOn());
    }
    return new GoodsReceipt.Line(
        row.itemId(),
        row.unit(),
        row.factorMilli(),
        row.barcode(),
        Math.addExact(row.quantityMilli(), row.bonusMilli()),
        Objects.requireNonNull(priced.costMinor()),
        new LineTerms(
            row.bonusMilli(),
            row.priceMinor(),
            row.discount(),
            line.taxClassId(),
            priced.taxMinor(),
            row.expiresOn()));
  }

  private static Refusal refusal(Reason reason, DraftReadingDao.Line line) {
    return new Refusal(reason).with("item", line.name()).with("lineId", line.row().lineId());
  }
}

package id.lajur.server.sale;

import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.EmergencyReceipt.Difference;
import id.lajur.server.sale.EmergencyReceipt.DifferenceKind;
import id.lajur.server.sale.EmergencyReceipt.Outcome;
import id.lajur.server.till.ShiftRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A lane's emergency receipt on its way into the books. Goods and money have moved: nothing of it
 * is refused for what it sold. It is posted as it was, unless the basket was sold by the same lane
 * after all: then it is a second paper of that sale.
 *
 * @param books with the operator of the receipt, priced by the server from the lane's lines
 * @param shiftId that it is posted in: of the receipt, or in place of one that nobody knows
 * @param known differences found before anything was locked
 */
record EmergencyDocument(
    EmergencyReceipt receipt,
    SaleBooks books,
    UUID shiftId,
    List<Difference> known,
    Instant now,
    Function<EmergencyReceipt.Taken, byte[]> answer)
    implements Document {
  static final String SERIES = "E";

  EmergencyDocument {
    known = List.copyOf(known);
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Command command() {
    return books.command();
  }

  @Override
  public int weight() {
    return books.weight() + 2 * receipt.paper().lines().size();
  }

  /** A receipt that waits is nobody's at a till. */
  @Override
  public boolean urgent() {
    return false;
  }

  /** The sale of its basket may wait beside it: it must be in the books before it is looked for. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public List<Claim<?>> claims() {
    UUID basketId = receipt.paper().basketId();
    return List.of(
        new Claim<>(ShiftRows.SHIFTS, List.of(shiftId)),
        new Claim<>(BasketDao.BASKETS, List.of(basketId)),
        new Claim<>(EmergencyDao.SALES, List.of(basketId)),
        new Claim<>(SaleDao.SERIES, List.of(series())),
        AuditJournal.claim(command().terminalId()),
        books.stockClaim());
  }

  private SaleDao.SeriesKey series() {
    return new SaleDao.SeriesKey(command().terminalId(), SERIES);
  }

  @Override
  public byte[] post(Draft draft) {
    refuseUnlessNext(draft.get(SaleDao.SERIES, series()));
    ShiftRows.Shift shift = draft.find(ShiftRows.SHIFTS, shiftId);
    if (shift == null) {
      throw new Refusal(Reason.SHIFT_UNKNOWN);
    }
    EmergencyDao.SoldRow sold = draft.find(EmergencyDao.SALES, receipt.paper().basketId());
    boolean secondPaper = sold != null && sold.terminalId() == command().terminalId();
    boolean late = !secondPaper && shift.closedAt() != null;
    EmergencyReceipt.Taken taken =
        sold != null && secondPaper ? secondPaper(sold) : posted(draft, shift, late);
    keep(draft, taken, late);
    draft.put(
        SaleDao.SERIES, series(), new SaleDao.SeriesHead(receipt.paper().number(), receipt.link()));
    return answer.apply(taken);
  }

  private void refuseUnlessNext(SaleDao.SeriesHead head) {
    if (receipt.paper().number() != head.number() + 1) {
      throw new Refusal(Reason.EMERGENCY_ORDER).with("nextNumber", head.number() + 1);
    }
    if (!Arrays.equals(receipt.paper().link(head.hash()), receipt.link())) {
      throw new Refusal(Reason.EMERGENCY_LINK)
          .with("number", receipt.paper().number())
          .with("linkBefore", HexFormat.of().formatHex(head.hash()));
    }
  }

  private EmergencyReceipt.Taken secondPaper(EmergencyDao.SoldRow sold) {
    List<Difference> differences = new ArrayList<>();
    if (sold.totalMinor() != receipt.paper().totalMinor()) {
      differences.add(
          new Difference(
              DifferenceKind.TOTAL,
              0,
              String.valueOf(receipt.paper().totalMinor()),
              String.valueOf(sold.totalMinor())));
    }
    return new EmergencyReceipt.Taken(Outcome.SECOND_PAPER, sold.saleId(), differences);
  }

  private EmergencyReceipt.Taken posted(Draft draft, ShiftRows.Shift shift, boolean late) {
    List<Difference> differences = new ArrayList<>(known);
    UUID saleId = Ids.next();
    UUID basketId = closeBasket(draft, saleId, differences);
    if (late) {
      differences.add(
          new Difference(
              DifferenceKind.LATE,
              0,
              Instant.ofEpochMilli(receipt.paper().soldAtMs()).toString(),
              String.valueOf(shift.closedAt())));
    }
    SaleDao.SaleRow unused =
        books.write(
            draft,
            new SaleBooks.Paper(
                saleId, basketId, SERIES, receipt.paper().number(), new byte[32], receipt.link()),
            shift,
            late);
    return new EmergencyReceipt.Taken(Outcome.POSTED, saleId, differences);
  }

  /**
   * Closes the basket that was sold, if it is still this lane's; else the sale gets one of its own,
   * and what has become of the other is listed.
   *
   * @return the basket of the sale
   */
  private UUID closeBasket(Draft draft, UUID saleId, List<Difference> differences) {
    EmergencyPaper paper = receipt.paper();
    BasketDao.LockedBasket found = draft.find(BasketDao.BASKETS, paper.basketId());
    boolean open =
        found != null
            && (found.state() == Basket.State.OPEN || found.state() == Basket.State.SUSPENDED);
    if (found != null
        && open
        && found.terminalId() == command().terminalId()
        && found.generation() == paper.generation()) {
      draft.put(
          BasketDao.BASKETS,
          found.basketId(),
          new BasketDao.LockedBasket(
              found.basketId(),
              found.terminalId(),
              found.generation(),
              Basket.State.SOLD,
              found.version()));
      return found.basketId();
    }
    UUID basketId = found == null ? paper.basketId() : saleId;
    if (found != null) {
      boolean voided = found.state() == Basket.State.VOIDED;
      differences.add(
          new Difference(
              voided ? DifferenceKind.VOIDED : DifferenceKind.ELSEWHERE,
              0,
              String.valueOf(paper.generation()),
              found.state() + " " + found.generation()));
    }
    draft.insert(
        EmergencyDao.BASKET,
        new EmergencyDao.NewBasket(
            basketId,
            command().storeId(),
            command().terminalId(),
            shiftId,
            command().operatorId(),
            paper.generation(),
            Basket.State.SOLD,
            books.soldAt()));
    return basketId;
  }

  private void keep(Draft draft, EmergencyReceipt.Taken taken, boolean late) {
    EmergencyPaper paper = receipt.paper();
    int terminalId = command().terminalId();
    draft.insert(
        EmergencyDao.RECEIPT,
        new EmergencyDao.ReceiptRow(terminalId, receipt, command().requestId(), now, taken, late));
    for (int i = 0; i < paper.lines().size(); i++) {
      EmergencyPaper.Line line = paper.lines().get(i);
      draft.insert(
          EmergencyDao.LINE, new EmergencyDao.LineRow(terminalId, paper.number(), i + 1, line));
      if (line.voided()) {
        AuditJournal.append(
            draft,
            AuditRecord.of(terminalId, now, "EMERGENCY_LINE_VOIDED")
                .by(command().operatorId())
                .about(paper.basketId())
                .line(i + 1, line.totalMinor(), null));
      }
    }
    for (int i = 0; i < paper.discounts().size(); i++) {
      draft.insert(
          EmergencyDao.DISCOUNT,
          new EmergencyDao.DiscountRow(
              terminalId, paper.number(), i + 1, paper.discounts().get(i)));
    }
    paper
        .taxes()
        .forEach(
            tax ->
                draft.insert(
                    EmergencyDao.TAX, new EmergencyDao.TaxRow(terminalId, paper.number(), tax)));
    for (int i = 0; i < taken.differences().size(); i++) {
      draft.insert(
          EmergencyDao.DIFFERENCE,
          new EmergencyDao.DifferenceRow(
              terminalId, paper.number(), i + 1, taken.differences().get(i)));
    }
    AuditJournal.append(
        draft,
        AuditRecord.of(terminalId, now, "EMERGENCY_RECEIPT")
            .by(command().operatorId())
            .about(taken.saleId())
            .amount(paper.totalMinor(), null)
            .changed(
                "E " + paper.number(),
                taken.outcome() + ", differs: " + taken.differences().size()));
  }
}

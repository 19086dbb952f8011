package id.lajur.server.purchasing;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.database.Ids;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.PostingDao;
import id.lajur.server.stock.Balance;
import id.lajur.server.stock.StockDao;
import id.lajur.server.stock.StockKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A delivery on its way into stock and books: goods at their own cost, what is owed to the supplier
 * until its invoice comes, and the variance of what filled a hole below zero. One of more lines
 * than a posting takes comes in parts, each whole in itself ({@link ReceiptInParts}).
 */
final class GoodsReceipt implements Document {
  private final Command command;
  private final Head head;
  private final Part part;
  private final List<Line> lines;
  private final LocalDate businessDate;
  private final @Nullable DraftClaim draftClaim;
  private final Function<PostedDelivery, byte[]> answer;

  /**
   * What all parts of a delivery have in common.
   *
   * @param documentId what the parts are known by; a delivery of one part goes by its posting's id
   * @param paper null for one that was posted without a draft
   */
  record Head(
      UUID documentId,
      int locationId,
      int supplierId,
      String deliveryNote,
      Instant receivedAt,
      @Nullable DraftPaper paper) {
    Head {
      receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * Which part of how many, from 1.
   *
   * @param totalMinor cost of the whole delivery
   */
  record Part(int number, int of, long totalMinor) {}

  /**
   * One line.
   *
   * @param quantityMilli of the unit that its code names, bonus goods among them
   * @param costMinor of the whole line, without tax
   */
  record Line(
      int itemId,
      String unit,
      long factorMilli,
      String barcode,
      long quantityMilli,
      long costMinor,
      LineTerms terms) {
    long baseMilli() {
      return Numbers.mulDiv(quantityMilli, factorMilli, 1000);
    }
  }

  GoodsReceipt(
      Command command,
      Head head,
      Part part,
      List<Line> lines,
      LocalDate businessDate,
      @Nullable DraftClaim draftClaim,
      Function<PostedDelivery, byte[]> answer) {
    this.command = command;
    this.head = head;
    this.part = part;
    this.lines = List.copyOf(lines);
    this.businessDate = businessDate;
    this.draftClaim = draftClaim;
    this.answer = answer;
  }

  @Override
  public Command command() {
    return command;
  }

  @Override
  public int weight() {
    return 8 + 2 * lines.size();
  }

  @Override
  public boolean urgent() {
    return false;
  }

  @Override
  public List<Claim<?>> claims() {
    Claim<StockKey> balances =
        new Claim<>(
            StockDao.BALANCES,
            lines.stream()
                .map(line -> new StockKey(head.locationId(), line.itemId()))
                .distinct()
                .toList());
    return draftClaim == null
        ? List.of(balances)
        : List.of(new Claim<>(DraftRows.DRAFTS, List.of(draftClaim.draftId())), balances);
  }

  @Override
  public byte[] post(Draft draft) {
    if (draftClaim != null) {
      draftClaim.redeem(draft);
    }
    // Made under the locks: postings of one item follow each other in the order of their ids.
    UUID postingId = Ids.next();
    long cost = 0;
    long tax = 0;
    long variance = 0;
    int lineNo = 0;
    for (Line line : lines) {
      lineNo++;
      StockKey key = new StockKey(head.locationId(), line.itemId());
      Balance.Movement movement =
          draft.get(StockDao.BALANCES, key).receive(line.baseMilli(), line.costMinor());
      draft.put(StockDao.BALANCES, key, movement.after());
      draft.insert(
          PostingDao.STOCK_MOVE,
          new PostingDao.StockMoveRow(
              postingId,
              lineNo,
              head.locationId(),
              line.itemId(),
              line.baseMilli(),
              movement.valueMinor()));
      draft.insert(
          PurchasingDao.LINE,
          new PurchasingDao.LineRow(postingId, lineNo, line, movement.varianceMinor(), null));
      cost = Math.addExact(cost, line.costMinor());
      tax = Math.addExact(tax, line.terms().taxMinor());
      variance = Math.addExact(variance, movement.varianceMinor());
    }
    new ReceiptBooks(command, head.supplierId(), head.receivedAt(), businessDate, part.number())
        .write(draft, postingId, cost, variance, lines.size());
    draft.insert(
        PurchasingDao.RECEIPT,
        new PurchasingDao.ReceiptRow(
            postingId, documentId(postingId), head, part, cost, tax, null));
    return answer.apply(
        new PostedDelivery(
            documentId(postingId),
            head.paper() == null ? "" : head.paper().number(),
            part.of(),
            part.totalMinor()));
  }

  private UUID documentId(UUID postingId) {
    return part.of() == 1 ? postingId : head.documentId();
  }
}

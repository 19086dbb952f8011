package id.lajur.server.purchasing;

import id.lajur.server.amount.Numbers;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.database.Ids;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
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

/**
 * A delivery on its way into stock and books: goods at their own cost, what is owed to the supplier
 * until its invoice comes, and the variance of what filled a hole below zero.
 */
final class GoodsReceipt implements Document {
  private final Command command;
  private final int locationId;
  private final int supplierId;
  private final String deliveryNote;
  private final List<Line> lines;
  private final LocalDate businessDate;
  private final Instant receivedAt;
  private final Function<Received, byte[]> answer;

  /**
   * One line.
   *
   * @param quantityMilli of the unit that its code names
   * @param costMinor of the whole line, without tax
   */
  record Line(SaleItem item, String barcode, long quantityMilli, long costMinor) {
    long baseMilli() {
      return Numbers.mulDiv(quantityMilli, item.factorMilli(), 1000);
    }
  }

  /** What the receiver is told. */
  record Received(UUID postingId, long costMinor) {}

  GoodsReceipt(
      Command command,
      int locationId,
      int supplierId,
      String deliveryNote,
      List<Line> lines,
      LocalDate businessDate,
      Instant receivedAt,
      Function<Received, byte[]> answer) {
    this.command = command;
    this.locationId = locationId;
    this.supplierId = supplierId;
    this.deliveryNote = deliveryNote;
    this.lines = List.copyOf(lines);
    this.businessDate = businessDate;
    this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
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
    return List.of(
        new Claim<>(
            StockDao.BALANCES,
            lines.stream()
                .map(line -> new StockKey(locationId, line.item().itemId()))
                .distinct()
                .toList()));
  }

  @Override
  public byte[] post(Draft draft) {
    UUID postingId = Ids.next();
    long cost = 0;
    long variance = 0;
    int lineNo = 0;
    for (Line line : lines) {
      lineNo++;
      StockKey key = new StockKey(locationId, line.item().itemId());
      Balance.Movement movement =
          draft.get(StockDao.BALANCES, key).receive(line.baseMilli(), line.costMinor());
      draft.put(StockDao.BALANCES, key, movement.after());
      draft.insert(
          PostingDao.STOCK_MOVE,
          new PostingDao.StockMoveRow(
              postingId,
              lineNo,
              locationId,
              line.item().itemId(),
              line.baseMilli(),
              movement.valueMinor()));
      draft.insert(
          PurchasingDao.LINE,
          new PurchasingDao.LineRow(
              postingId,
              lineNo,
              line.item(),
              line.barcode(),
              line.quantityMilli(),
              line.costMinor(),
              movement.varianceMinor()));
      cost = Math.addExact(cost, line.costMinor());
      variance = Math.addExact(variance, movement.varianceMinor());
    }
    write(draft, postingId, cost, variance);
    return answer.apply(new Received(postingId, cost));
  }

  private void write(Draft draft, UUID postingId, long cost, long variance) {
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.GOODS_RECEIPT,
            command.terminalId(),
            command.operatorId(),
            null,
            businessDate,
            receivedAt,
            command.requestId(),
            1));
    draft.insert(
        PurchasingDao.RECEIPT,
        new PurchasingDao.ReceiptRow(postingId, supplierId, deliveryNote, locationId, cost));
    if (cost != 0) {
      draft.insert(
          PurchasingDao.SUPPLIER_MOVE,
          new PurchasingDao.SupplierMoveRow(
              postingId, 1, supplierId, Accounts.GOODS_NOT_INVOICED, cost));
    }
    new JournalEntry()
        .debit(Accounts.INVENTORY, cost - variance)
        .debit(Accounts.PRICE_VARIANCE, variance)
        .credit(Accounts.GOODS_NOT_INVOICED, cost)
        .writeTo(draft, postingId, command.terminalId(), businessDate);
    draft.event(
        new Event(
            Event.Kind.GOODS_RECEIPT,
            postingId,
            command.terminalId(),
            businessDate,
            receivedAt,
            cost,
            lines.size()));
  }
}

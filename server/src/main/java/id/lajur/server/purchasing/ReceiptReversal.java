package id.lajur.server.purchasing;

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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * A delivery, or some of it, taken back: a delivery of its own with lines below 0. Goods leave at
 * what they came in at, what is owed falls by the same, and what stock cannot give back of it is
 * variance.
 */
final class ReceiptReversal implements Document {
  private final Command command;
  private final Prepared prepared;
  private final LocalDate businessDate;
  private final Function<Posted, byte[]> answer;

  /**
   * What is asked, with what was read before the locks.
   *
   * @param named lines; empty = all that is left
   * @param unitCostsBefore of each item, per 1000 milli, before the delivery; missing = it was new
   * @param unitMinor the store's amount unit
   */
  record Prepared(
      ReceivedDocument document,
      List<ReceivedDocument.Asked> named,
      Map<Integer, Long> unitCostsBefore,
      String reason,
      Instant at,
      long unitMinor) {
    Prepared {
      at = at.truncatedTo(ChronoUnit.MICROS);
      named = List.copyOf(named);
      unitCostsBefore = Map.copyOf(unitCostsBefore);
    }
  }

  /**
   * What is told of it.
   *
   * @param number empty when the delivery has none
   * @param costMinor that is owed less
   */
  record Posted(UUID documentId, String number, long costMinor) {}

  ReceiptReversal(
      Command command, Prepared prepared, LocalDate businessDate, Function<Posted, byte[]> answer) {
    this.command = command;
    this.prepared = prepared;
    this.businessDate = businessDate;
    this.answer = answer;
  }

  @Override
  public Command command() {
    return command;
  }

  @Override
  public int weight() {
    return 8 + 3 * prepared.document().lines().size();
  }

  @Override
  public boolean urgent() {
    return false;
  }

  @Override
  public List<Claim<?>> claims() {
    int locationId = prepared.document().locationId();
    return List.of(
        new Claim<>(ReceivedRows.DELIVERIES, List.of(prepared.document().documentId())),
        new Claim<>(
            StockDao.BALANCES,
            prepared.document().lines().values().stream()
                .map(line -> new StockKey(locationId, line.line().itemId()))
                .distinct()
                .toList()));
  }

  @Override
  public byte[] post(Draft draft) {
    UUID key = prepared.document().documentId();
    ReceivedDocument document = draft.get(ReceivedRows.DELIVERIES, key);
    List<ReceivedDocument.Asked> gone = document.asked(prepared.named());
    ReceivedDocument after = document.less(gone);
    UUID postingId = Ids.next();
    long cost = 0;
    long tax = 0;
    long variance = 0;
    int lineNo = 0;
    for (ReceivedDocument.Asked one : gone) {
      ReceivedDocument.Line received = Objects.requireNonNull(document.lines().get(one.place()));
      GoodsReceipt.Line line = received.back(one.quantityMilli(), prepared.unitMinor());
      Balance.Movement movement = move(draft, document, received, line);
      lineNo++;
      draft.insert(
          PostingDao.STOCK_MOVE,
          new PostingDao.StockMoveRow(
              postingId,
              lineNo,
              document.locationId(),
              line.itemId(),
              line.baseMilli(),
              movement.valueMinor()));
      draft.insert(
          PurchasingDao.LINE,
          new PurchasingDao.LineRow(
              postingId, lineNo, line, movement.varianceMinor(), received.key()));
      cost = Math.addExact(cost, line.costMinor());
      tax = Math.addExact(tax, line.terms().taxMinor());
      variance = Math.addExact(variance, movement.varianceMinor());
    }
    draft.put(ReceivedRows.DELIVERIES, key, after);
    String number =
        document.number() == null ? null : document.number() + "-K" + after.corrections();
    new ReceiptBooks(command, document.supplierId(), prepared.at(), businessDate, 1)
        .write(draft, postingId, cost, variance, gone.size());
    draft.insert(
        PurchasingDao.RECEIPT,
        new PurchasingDao.ReceiptRow(
            postingId,
            postingId,
            new GoodsReceipt.Head(
                postingId,
                document.locationId(),
                document.supplierId(),
                document.deliveryNote(),
                prepared.at(),
                null),
            new GoodsReceipt.Part(1, 1, cost),
            cost,
            tax,
            new PurchasingDao.Correction(key, number, prepared.reason())));
    return answer.apply(
        new Posted(postingId, Objects.requireNonNullElse(number, ""), Math.negateExact(cost)));
  }

  private Balance.Movement move(
      Draft draft,
      ReceivedDocument document,
      ReceivedDocument.Line received,
      GoodsReceipt.Line line) {
    StockKey key = new StockKey(document.locationId(), line.itemId());
    Balance balance = draft.get(StockDao.BALANCES, key);
    // Only what this delivery itself made the last known cost is forgotten with it.
    long unitCost =
        balance.lastUnitCostMinor() == received.unitCostMinor()
            ? prepared.unitCostsBefore().getOrDefault(line.itemId(), balance.lastUnitCostMinor())
            : balance.lastUnitCostMinor();
    Balance.Movement movement = balance.giveBack(-line.baseMilli(), -line.costMinor(), unitCost);
    draft.put(StockDao.BALANCES, key, movement.after());
    return movement;
  }
}

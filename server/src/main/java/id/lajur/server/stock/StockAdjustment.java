package id.lajur.server.stock;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.database.Ids;
import id.lajur.server.ledger.Accounts;
import id.lajur.server.ledger.JournalEntry;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.PostingDao;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stock set right by hand, on its way into stock and books: what leaves goes at moving average,
 * what comes enters at what stands in the books; the account of its reason bears the value.
 */
record StockAdjustment(
    Command command,
    Head head,
    Part part,
    List<Line> lines,
    LocalDate businessDate,
    Function<Posted, byte[]> answer)
    implements Document {
  static final int MOST_LINES = 200;

  StockAdjustment {
    lines = List.copyOf(lines);
  }

  /**
   * What its parts have in common.
   *
   * @param documentId null = known by its posting
   */
  record Head(
      @Nullable UUID documentId,
      int locationId,
      AdjustmentReason reason,
      String note,
      Instant occurredAt) {
    Head {
      occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** Which part of how many, from 1. */
  record Part(int number, int of) {
    static final Part WHOLE = new Part(1, 1);
  }

  /**
   * One line.
   *
   * @param quantityMilli of the unit, into stock positive, never 0
   */
  record Line(int itemId, String code, String unit, long factorMilli, long quantityMilli) {
    long baseMilli() {
      return Numbers.mulDiv(quantityMilli, factorMilli, 1000);
    }
  }

  /**
   * What came of it.
   *
   * @param valueMinor that left stock; negative = that came in
   */
  record Posted(UUID documentId, long valueMinor) {}

  @Override
  public int weight() {
    return 6 + 2 * lines.size();
  }

  @Override
  public boolean urgent() {
    return false;
  }

  @Override
  public List<Claim<?>> claims() {
    return List.of(
        new Claim<>(StockDao.BALANCES, lines.stream().map(this::key).distinct().toList()));
  }

  private StockKey key(Line line) {
    return new StockKey(head.locationId(), line.itemId());
  }

  @Override
  public byte[] post(Draft draft) {
    // Made under the locks: postings of one item follow each other in the order of their ids.
    UUID postingId = Ids.next();
    UUID documentId = head.documentId() == null ? postingId : head.documentId();
    long left = 0;
    int lineNo = 0;
    for (Line line : lines) {
      long entered = move(draft, postingId, ++lineNo, line);
      left = Math.subtractExact(left, entered);
      draft.insert(AdjustmentDao.LINE, new AdjustmentDao.LineRow(postingId, lineNo, line));
    }
    draft.insert(
        PostingDao.POSTING,
        new PostingDao.PostingRow(
            postingId,
            command.storeId(),
            Event.Kind.STOCK_ADJUSTED,
            command.terminalId(),
            command.operatorId(),
            null,
            businessDate,
            head.occurredAt(),
            command.requestId(),
            part.number()));
    draft.insert(
        AdjustmentDao.ADJUSTMENT,
        new AdjustmentDao.AdjustmentRow(postingId, documentId, part, head, left));
    new JournalEntry()
        .debit(head.reason().account(), left)
        .credit(Accounts.INVENTORY, left)
        .writeTo(draft, postingId, command.terminalId(), businessDate);
    draft.event(
        new Event(
            Event.Kind.STOCK_ADJUSTED,
            postingId,
            command.terminalId(),
            businessDate,
            head.occurredAt(),
            left,
            lines.size()));
    return answer.apply(new Posted(documentId, left));
  }

  /** Value that entered stock; negative = that left it. */
  private long move(Draft draft, UUID postingId, int lineNo, Line line) {
    Balance before = draft.get(StockDao.BALANCES, key(line));
    long in = line.baseMilli();
    Balance after = in > 0 ? before.putBack(in).after() : before.take(-in);
    long entered = Math.subtractExact(after.valueMinor(), before.valueMinor());
    draft.put(StockDao.BALANCES, key(line), after);
    draft.insert(
        PostingDao.STOCK_MOVE,
        new PostingDao.StockMoveRow(
            postingId, lineNo, head.locationId(), line.itemId(), in, entered));
    return entered;
  }
}

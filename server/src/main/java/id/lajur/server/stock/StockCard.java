package id.lajur.server.stock;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.PageToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Every move of an item at a location, the newest first, each with what was there after it. A page
 * goes on from what stood at its end: moves are never changed, so what was told stays right while
 * the shop sells.
 */
final class StockCard {
  private final Jdbi jdbi;

  StockCard(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A move with its document. */
  record Move(
      UUID postingId,
      int lineNo,
      String kind,
      @Nullable UUID documentId,
      @Nullable String number,
      @Nullable String note,
      @Nullable AdjustmentReason reason,
      Instant occurredAt,
      String operatorName,
      String terminal,
      long quantityMilli,
      long valueMinor) {}

  /** A move with what was there after it. */
  record Line(Move move, long quantityAfterMilli, long valueAfterMinor) {}

  /** What the item is, and how much of it is there now. */
  record Head(int itemId, String code, String name, String baseUnit) {}

  /** What lies there. */
  record Held(long quantityMilli, long valueMinor) {}

  /** A page of the card. */
  record Page(Head head, Held now, List<Line> lines, String nextToken) {}

  /**
   * @throws Refusal ITEM_UNKNOWN, PAGE_INVALID
   */
  Page page(int storeId, int locationId, String code, String key, int pageSize, String token) {
    int size = PageToken.size(pageSize, 100, 500);
    String question = code + " " + locationId;
    List<String> from = PageToken.read(token, question, 4);
    return jdbi.inTransaction(
        org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          StockCardDao dao = handle.attach(StockCardDao.class);
          Head head =
              dao.head(storeId, code, key)
                  .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", code));
          Held now = dao.held(locationId, head.itemId()).orElse(new Held(0, 0));
          boolean first = from.isEmpty();
          List<Move> moves =
              dao.moves(
                  locationId,
                  head.itemId(),
                  first ? null : id(from.get(0)),
                  first ? 0 : (int) PageToken.number(from.get(1)),
                  size + 1);
          long quantity = first ? now.quantityMilli() : PageToken.number(from.get(2));
          long value = first ? now.valueMinor() : PageToken.number(from.get(3));
          List<Line> lines = new ArrayList<>();
          for (Move move : moves.subList(0, Math.min(size, moves.size()))) {
            lines.add(new Line(move, quantity, value));
            quantity -= move.quantityMilli();
            value -= move.valueMinor();
          }
          String next = "";
          if (moves.size() > size) {
            Move last = moves.get(size - 1);
            next = PageToken.after(question, last.postingId(), last.lineNo(), quantity, value);
          }
          return new Page(head, now, lines, next);
        });
  }

  static UUID id(String text) {
    return id.lajur.server.security.Admissions.idOf(text, Reason.PAGE_INVALID);
  }
}
